using MathNet.Numerics.Distributions;

namespace KentSufficiency.Benchmarks.Compare;

/// <summary>Whether a ratio has moved between two runs.</summary>
/// <remarks>
/// <para>Welch's t-test on the log ratios of <see cref="LogRatio"/>, of run A and of run B:</para>
/// <para><c>t = (L(B) - L(A)) / sqrt(V(A) + V(B))</c>, with Satterthwaite's degrees of freedom
/// <c>df = (V(A) + V(B))^2 / sum of v^2 / f</c>, over the parts v of V(A) and V(B) and their degrees of freedom f.</para>
/// <para>A change counts where the two-sided p is below 1% and the ratio has moved by 3% or more: a precise run finds differences that do not matter.</para>
/// <para>Without rounds, the test takes the iterations of a run for independent. On a machine that others use they are not, and false alarms are frequent;
/// with rounds they are less so, as far as what disturbs comes and goes within a run.</para>
/// </remarks>
internal static class WelchTest
{
    /// <summary>The level of the test.</summary>
    public const double Level = 0.01;

    /// <summary>The least change that is called one.</summary>
    public const double LeastEffect = 0.03;

    /// <summary>The two-sided p of no change; not a number where a run has fewer than two iterations.</summary>
    public static double P(LogRatio a, LogRatio b)
    {
        double change = b.Value - a.Value;
        (double error, double freedom) = ErrorOf(a, b);
        return double.IsNaN(error) || double.IsNaN(change) ? double.NaN
            : error > 0 ? TwoSided(change / error, freedom)
            : change == 0 ? 1 : 0; // Values without any spread leave no doubt.
    }

    /// <summary>Half of the interval that holds the change of the log ratio with 99% confidence: a smaller change could not have been seen.</summary>
    public static double Margin(LogRatio a, LogRatio b)
    {
        (double error, double freedom) = ErrorOf(a, b);
        return error > 0 ? error * StudentT.InvCDF(0, 1, freedom, 1 - (Level / 2)) : error;
    }

    private static (double Error, double Freedom) ErrorOf(LogRatio a, LogRatio b)
    {
        double variance = a.Variance + b.Variance;
        return (Math.Sqrt(variance), variance * variance / a.Parts.Concat(b.Parts).Sum(part => part.Variance * part.Variance / part.Freedom));
    }

    /// <summary>The chance that Student's t is as far from 0 or farther.</summary>
    public static double TwoSided(double t, double freedom) => 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t));

    /// <summary>What the test says.</summary>
    public static Verdict Judge(LogRatio a, LogRatio b)
    {
        double p = P(a, b);
        double moved = Math.Abs(Math.Exp(b.Value - a.Value) - 1);
        return double.IsNaN(p) ? Verdict.NotJudged
            : !(p < Level) || moved < LeastEffect ? Verdict.Same
            : b.Value > a.Value ? Verdict.Slower : Verdict.Faster;
    }
}
