using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// The spread that a naive forecast is given about its point, so that it is not punished for saying nothing of its error. A rival without any
/// width would lose by the interval score whatever it said. The method's own numbers, with the reasons, are in <c>docs/scores.md</c>.
/// </summary>
public static class RivalSpread
{
    /// <summary>Values in the sample of a rival's predictive distribution.</summary>
    public const int Members = 1000;

    /// <summary>Standard deviation of the change in a year of a percentage whose denominator is not known, in points.</summary>
    private const double PointsAYear = 2;

    /// <summary>Standard deviation of the change in a year of a mean, a rate or an amount, as a share of its value.</summary>
    private const double ShareAYear = 0.05;

    private const double Hundred = 100;

    /// <summary>The variance of a value so many years ahead, in the measure's unit squared.</summary>
    /// <param name="kind">How the measure is read.</param>
    /// <param name="value">The point.</param>
    /// <param name="years">Years from the last known value to the day of the forecast, at least 0.</param>
    /// <param name="denominator">The number that a percentage is of, where it is known.</param>
    public static double Variance(MeasureKind kind, double value, double years, double? denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(years);
        double percent = Math.Clamp(value, 0, Hundred);
        return years * (kind switch
        {
            // A random walk whose yearly step varies as a Poisson count; a nought may become a one.
            MeasureKind.Count => Math.Max(1, Math.Abs(value)),
            MeasureKind.Percentage when denominator is > 0 => Math.Max(1, percent * (Hundred - percent)) / denominator.Value,
            MeasureKind.Percentage => PointsAYear * PointsAYear,
            _ => value * value * ShareAYear * ShareAYear,
        });
    }

    /// <summary>
    /// The normal distribution about a point, as the values at evenly spaced probabilities, so that no chance is in it. A count is whole; nothing
    /// that has no sign is below 0 and no percentage above 100: what would be lies on the bound.
    /// </summary>
    /// <param name="kind">How the measure is read.</param>
    /// <param name="point">The middle.</param>
    /// <param name="variance">The variance, at least 0.</param>
    public static double[] Sample(MeasureKind kind, double point, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        double sd = Math.Sqrt(variance);
        var sample = new double[Members];
        for (int i = 0; i < sample.Length; i++)
        {
            sample[i] = Possible(kind, point + (sd * NormalQuantile.Of((i + 0.5) / Members)), point < 0);
        }

        return sample;
    }

    private static double Possible(MeasureKind kind, double value, bool signed) => kind switch
    {
        MeasureKind.Money => value,
        MeasureKind.Percentage => Math.Min(Hundred, signed ? value : Math.Max(0, value)),
        MeasureKind.Count => Math.Floor((signed ? value : Math.Max(0, value)) + 0.5),
        _ => Math.Max(0, value),
    };
}
