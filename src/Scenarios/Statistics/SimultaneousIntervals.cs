namespace KentSufficiency.Scenarios.Statistics;

/// <summary>
/// Uncertainty intervals of several numbers that hold at once: in 95% of the replications every number lies within its interval. One
/// number alone gets what its 2.5 and 97.5% quantiles give.
/// </summary>
/// <remarks>
/// <para><b>Method.</b> The simultaneous regions of Besag, Green, Higdon and Mengersen (Statistical Science 10, 1995): every interval runs
/// from the j-th smallest to the j-th largest of its sample, with one j for all, the largest with which 95% of the replications lie within
/// all intervals. So the intervals are quantiles of the replications, as everywhere else here, with no assumption about their shape, and
/// they use that strategies meet the same luck: where all move together they widen not at all, where they are independent by as much as
/// Bonferroni's, and never by more. Bonferroni's quantiles of 0.025 / k would lie outside of what 200 replications can show with more
/// than five strategies.</para>
/// <para><b>What it does not say.</b> It is a statement about futures, not about means; how well a mean is known is its simulation error. A
/// new replication falls within all intervals a little less often than in 95 of 100 cases, by about (k + 1) / n with k numbers and n
/// replications.</para>
/// </remarks>
public static class SimultaneousIntervals
{
    private const double Coverage = 0.95;

    /// <summary>The intervals. Takes time k n log n.</summary>
    /// <param name="samples">A sample for each number; all of the same length, in the same order of replications, without NaN.</param>
    public static (double Low, double High)[] Of(IReadOnlyList<double[]> samples)
    {
        if (samples.Count == 0 || samples[0].Length == 0)
        {
            return [.. samples.Select(_ => (double.NaN, double.NaN))];
        }

        int n = samples[0].Length;
        double[][] sorted = [.. samples.Select(sample => sample.Order().ToArray())];

        // How far out a replication lies, by the most extreme of its numbers: the rank from the lower end that an upper limit must have to
        // include it, or the same seen from the upper end.
        var outness = new int[n];
        for (int s = 0; s < sorted.Length; s++)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(samples[s].Length, n, nameof(samples));
            for (int i = 0; i < n; i++)
            {
                int below = CountBelow(sorted[s], samples[s][i], orEqual: false);
                int above = n - CountBelow(sorted[s], samples[s][i], orEqual: true);
                outness[i] = Math.Max(outness[i], 1 + Math.Max(below, above));
            }
        }

        Array.Sort(outness);
        int rank = outness[(int)Math.Ceiling(Coverage * n) - 1];
        return [.. sorted.Select(sample => (sample[n - rank], sample[rank - 1]))];
    }

    private static int CountBelow(double[] sorted, double value, bool orEqual)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
