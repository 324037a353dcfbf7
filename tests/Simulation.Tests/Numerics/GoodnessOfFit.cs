using MathNet.Numerics.Distributions;

namespace KentSufficiency.SimulationTests.Numerics;

/// <summary>
/// Compares a sample with the distribution it should come from. The seeds are fixed, so a test passes always or never; the false-alarm
/// rate of 1e-4 is the chance that a correct sampler would have failed when its seed was chosen.
/// </summary>
internal static class GoodnessOfFit
{
    private const double FalseAlarm = 1e-4;

    // Kolmogorov's asymptotic distribution: P(sqrt(n) D > x) is 2 exp(-2 x^2), so 1e-4 lies at 2.2253.
    private static readonly double _kolmogorovLimit = Math.Sqrt(-0.5 * Math.Log(FalseAlarm / 2));

    /// <summary>Kolmogorov-Smirnov: the largest gap between the sample's distribution function and the reference.</summary>
    public static void AssertContinuous(double[] sample, Func<double, double> distribution)
    {
        Array.Sort(sample);
        double gap = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double reference = distribution(sample[i]);
            gap = Math.Max(gap, Math.Max(reference - ((double)i / sample.Length), ((i + 1.0) / sample.Length) - reference));
        }

        double statistic = gap * Math.Sqrt(sample.Length);
        Assert.True(statistic < _kolmogorovLimit, $"Kolmogorov-Smirnov statistic {statistic:F3}, limit {_kolmogorovLimit:F3}");
    }

    /// <summary>Chi-square over the counts 0, 1, 2, ..., neighbours pooled until 10 are expected together.</summary>
    public static void AssertDiscrete(int[] sample, Func<int, double> probability)
    {
        (List<double> expected, List<double> observed) = Pool(sample, probability);
        double statistic = expected.Zip(observed, (e, o) => (o - e) * (o - e) / e).Sum();
        double limit = ChiSquared.InvCDF(expected.Count - 1, 1 - FalseAlarm);
        Assert.True(expected.Count > 1, "Nothing to compare: all in one pool.");
        Assert.True(statistic < limit, $"Chi-square {statistic:F1} over {expected.Count} pools, limit {limit:F1}");
    }

    private static (List<double> Expected, List<double> Observed) Pool(int[] sample, Func<int, double> probability)
    {
        int largest = sample.Max();
        var counts = new int[largest + 1];
        foreach (int k in sample)
        {
            counts[k]++;
        }

        List<double> expected = [];
        List<double> observed = [];
        double expectedLeft = sample.Length;
        double observedLeft = sample.Length;
        (double e, double o) = (0, 0);
        for (int k = 0; k <= largest; k++)
        {
            e += sample.Length * probability(k);
            o += counts[k];
            if (e >= 10 && expectedLeft - e >= 10)
            {
                expected.Add(e);
                observed.Add(o);
                expectedLeft -= e;
                observedLeft -= o;
                (e, o) = (0, 0);
            }
        }

        expected.Add(expectedLeft);
        observed.Add(observedLeft);
        return (expected, observed);
    }
}
