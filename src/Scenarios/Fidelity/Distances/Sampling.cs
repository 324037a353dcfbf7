using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Fidelity.Distances;

/// <summary>
/// How far a sample of so many may be from the distribution that it is drawn from, by chance alone: 95 in 100 samples are nearer. Drawn at fixed addresses, so that the same
/// question has the same answer.
/// </summary>
internal static class Sampling
{
    private const double Level = 0.95;
    private const double Normal95 = 1.96;
    private const int Samples = 1000;
    private const uint Seed = 1;

    // An entity that no county has, and a process of its own; ordinal: the category.
    private const ulong Entity = ulong.MaxValue - 1;
    private const ushort Process = 1;

    /// <summary>Total variation between a sample and its distribution.</summary>
    /// <param name="shares">The distribution; need not sum to 1.</param>
    /// <param name="count">The size of the sample.</param>
    public static double OfTotalVariation(IReadOnlyList<double> shares, double count)
    {
        double[] law = [.. shares];
        return Quantile95(count, law, (sample, _) => Distance.TotalVariation(sample, law), Samples);
    }

    /// <summary>The 95th percentile of something of samples.</summary>
    /// <param name="count">The size of a sample.</param>
    /// <param name="law">The distribution; need not sum to 1.</param>
    /// <param name="statistic">Of a sample and its number.</param>
    /// <param name="samples">How many samples.</param>
    public static double Quantile95(double count, double[] law, Func<double[], int, double> statistic, int samples)
    {
        int size = Math.Max(1, (int)Math.Round(count));
        double[] found = [.. Enumerable.Range(0, samples).Select(i => statistic(Draw(law, size, (uint)i), i)).Order()];
        return Quantile.Type7(found, Level);
    }

    /// <summary>A share of so many: the half-width of its 95% interval.</summary>
    public static double OfShare(double share, double count) => Normal95 * Math.Sqrt(share * (1 - share) / Math.Max(1, count));

    /// <summary>A count, relative to its mean: the half-width of its 95% interval.</summary>
    public static double OfCount(double mean) => Normal95 / Math.Sqrt(Math.Max(1, mean));

    /// <summary>A mean of so many values: the half-width of its 95% interval.</summary>
    public static double OfMean(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1);
        return Normal95 * Math.Sqrt(variance / values.Count);
    }

    private static double[] Draw(double[] law, int size, uint number)
    {
        var draws = new Draws(new DrawKey(Seed, number), Entity);
        double[] sample = new double[law.Length];
        double left = Distance.Sum(law);
        int undrawn = size;
        for (int i = 0; i < law.Length && undrawn > 0 && left > 0; i++)
        {
            int here = new Binomial(undrawn, Math.Clamp(law[i] / left, 0, 1)).Sample(draws, Process, (ulong)i);
            sample[i] = here;
            undrawn -= here;
            left -= law[i];
        }

        sample[^1] += undrawn; // Only what rounding has left over.
        return sample;
    }
}
