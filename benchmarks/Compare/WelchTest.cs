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
        double variance = a.Variance + b.Variance;
        if (double.IsNaN(variance) || double.IsNaN(change))
        {
            return double.NaN;
        }

        if (variance == 0)
        {
            return change == 0 ? 1 : 0; // Values without any spread leave no doubt.
        }

        double freedom = variance * variance / a.Parts.Concat(b.Parts).Sum(part => part.Variance * part.Variance / part.Freedom);
        return TwoSided(change / Math.Sqrt(variance), freedom);
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
