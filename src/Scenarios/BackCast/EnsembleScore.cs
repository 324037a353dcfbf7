using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// How well a predictive distribution, given as a sample, met what was observed. The formulas are in <c>docs/scores.md</c>; of every score less is
/// better, and all are in the unit of the measure but for <see cref="AbsolutePercentageError"/> and <see cref="Pit"/>.
/// </summary>
/// <param name="Values">Values that it rests on; replications with nothing to measure are left out.</param>
/// <param name="Quantiles">The quantiles of the sample (type 7) at <see cref="Probabilities"/>.</param>
/// <param name="Observed">What was observed, as published.</param>
/// <param name="Crps">Continuous ranked probability score; the fair estimator of a sample (Ferro 2014).</param>
/// <param name="Interval80">Interval score of the central 80% interval (Gneiting and Raftery 2007).</param>
/// <param name="Pit">Share of the sample below the observation, ties counted half: 0 to 1, and uniform if the forecasts are right.</param>
public sealed record EnsembleScore(
    int Values, IReadOnlyList<double> Quantiles, double Observed, double Crps, double Interval80, double Pit)
{
    private const double Alpha80 = 0.2;

    /// <summary>The probabilities of <see cref="Quantiles"/>: the ends of the central 95, 80 and 50% intervals about the median.</summary>
    public static IReadOnlyList<double> Probabilities { get; } = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

    /// <summary>The median.</summary>
    public double Median => Quantiles[3];

    /// <summary>Median less observed.</summary>
    public double Error => Median - Observed;

    /// <summary>The size of the error in per cent of what was observed; NaN where that is 0.</summary>
    public double AbsolutePercentageError => Observed == 0 ? double.NaN : 100 * Math.Abs(Error / Observed);

    /// <summary>Whether the central 50% interval holds the observation; its ends belong to it.</summary>
    public bool Covered50 => Covers(2);

    /// <summary>Whether the central 80% interval holds the observation.</summary>
    public bool Covered80 => Covers(1);

    /// <summary>Whether the central 95% interval holds the observation.</summary>
    public bool Covered95 => Covers(0);

    /// <summary>Scores a sample, in time n log n. The order of the values does not matter.</summary>
    /// <param name="values">One value for each replication; NaN for nothing to measure.</param>
    /// <param name="observation">What was observed; its rounding is applied to the sample, too.</param>
    /// <returns>The score, or null where the sample has no value at all.</returns>
    /// <exception cref="ArgumentException">The observation is suppressed.</exception>
    public static EnsembleScore? Of(IReadOnlyList<double> values, Observation observation)
    {
        double observed = observation.Value ?? throw new ArgumentException("A suppressed value cannot be scored.", nameof(observation));
        double[] sample = [.. values.Where(value => !double.IsNaN(value)).Select(observation.AsPublished).Order()];
        if (sample.Length == 0)
        {
            return null;
        }

        double[] quantiles = [.. Probabilities.Select(p => Quantile.Type7(sample, p))];
        return new EnsembleScore(
            sample.Length,
            quantiles,
            observed,
            CrpsOf(sample, observed),
            IntervalScore(quantiles[1], quantiles[5], observed, Alpha80),
            PitOf(sample, observed));
    }

    /// <summary>
    /// The continuous ranked probability score of a sample of the predictive distribution by the fair estimator, whose mean does not depend on the
    /// size of the sample: mean |x - y| - sum over all pairs of |x - x'| / (2 n (n - 1)). Of a single value it is |x - y|.
    /// </summary>
    /// <param name="sorted">The sample in ascending order, without NaN; at least one value.</param>
    /// <param name="observed">What was observed.</param>
    public static double CrpsOf(ReadOnlySpan<double> sorted, double observed)
    {
        int n = sorted.Length;
        double error = 0;
        double spread = 0; // The sum over all pairs i < j of x_j - x_i.
        for (int i = 0; i < n; i++)
        {
            // Counted from the observation, so that large values close together keep their differences.
            double x = sorted[i] - observed;
            error += Math.Abs(x);
            spread += ((2.0 * i) - n + 1) * x;
        }

        return n == 1 ? error : (error / n) - (spread / n / (n - 1));
    }

    /// <summary>
    /// The interval score of Gneiting and Raftery (2007): the width, and 2 / alpha times the distance by which the observation lies outside.
    /// </summary>
    /// <param name="low">Lower end of the central interval.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="observed">What was observed.</param>
    /// <param name="alpha">Probability outside the interval, above 0: 0.2 for an 80% interval.</param>
    public static double IntervalScore(double low, double high, double observed, double alpha)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alpha);
        return high - low + (2 / alpha * (Math.Max(0, low - observed) + Math.Max(0, observed - high)));
    }

    private static double PitOf(ReadOnlySpan<double> sorted, double observed)
    {
        double below = 0;
        foreach (double x in sorted)
        {
            below += x < observed ? 1 : x == observed ? 0.5 : 0;
        }

        return below / sorted.Length;
    }

    private bool Covers(int low) => Quantiles[low] <= Observed && Observed <= Quantiles[Quantiles.Count - 1 - low];
}
