using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.ScenariosTests.Statistics;

public sealed class SimultaneousIntervalsTests
{
    private const int Many = 20_000;

    /// <summary>
    /// Three independent normals all lie within +-2.388 with probability 0.95 (each with the cube root of it), and one alone, or three that
    /// are always equal, within +-1.960.
    /// </summary>
    /// <remarks>
    /// A sample quantile at 2.388 has a standard error of sqrt(p (1 - p) / n) / density = 0.028 for p = 0.0085 and n = 20,000, at 1.960 one
    /// of 0.019. Allowed are 5 of the former, 0.14: a false alarm for fewer than one seed in 100,000 over the 14 ends compared. A method
    /// that gives each number its own 95% (1.960) misses the first case by 0.43, and Bonferroni's (2.394) the second by as much.
    /// </remarks>
    [Theory]
    [InlineData(3, 0, 2.388)]
    [InlineData(1, 0, 1.960)]
    [InlineData(3, 1, 1.960)]
    public void Normals_have_the_known_limits(int numbers, double common, double limit)
    {
        foreach ((double low, double high) in SimultaneousIntervals.Of(Samples(seed: 10, numbers, common)))
        {
            Assert.Equal(-limit, low, 0.14);
            Assert.Equal(limit, high, 0.14);
        }
    }

    /// <summary>
    /// Of 20,000 further replications 95% lie within all intervals: the share among them and the coverage of intervals from as large a
    /// sample each have a standard deviation of sqrt(0.95 x 0.05 / 20,000) = 0.0015, together 0.0022. Allowed are 5 of these: a false
    /// alarm for one seed in 1.7 million.
    /// </summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(5, 0)]
    [InlineData(12, 0.6)]
    public void A_new_replication_lies_within_all_intervals_in_95_of_100_cases(int numbers, double common)
    {
        (double Low, double High)[] intervals = SimultaneousIntervals.Of(Samples(seed: 20, numbers, common));
        double[][] fresh = Samples(seed: 40, numbers, common);
        int within = Enumerable.Range(0, Many).Count(r => IsWithin(fresh, r, intervals));
        Assert.Equal(0.95, (double)within / Many, 0.011);
    }

    /// <summary>By construction, for any sample: at least 95% of the replications themselves, and no interval narrower than its own 95%.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(200)]
    public void Of_the_replications_themselves_at_least_95_in_100_lie_within(int n)
    {
        double[][] samples = [.. Samples(seed: 60, 4, 0.5).Select(sample => sample.Take(n).Select(value => Math.Round(value, 1)).ToArray())];
        (double Low, double High)[] intervals = SimultaneousIntervals.Of(samples);
        Assert.True(Enumerable.Range(0, n).Count(r => IsWithin(samples, r, intervals)) >= 0.95 * n);
        foreach ((double[] sample, (double low, double high)) in samples.Zip(intervals))
        {
            Assert.True(sample.Count(value => value >= low && value <= high) >= 0.95 * n);
            Assert.Contains(low, sample);
            Assert.Contains(high, sample);
        }
    }

    [Fact]
    public void Twenty_replications_of_one_number_leave_out_one_end_only_where_it_may() =>
        Assert.Equal((1.0, 20.0), SimultaneousIntervals.Of([[.. Enumerable.Range(1, 20).Select(i => (double)i)]])[0]);

    [Fact]
    public void Nothing_has_no_interval()
    {
        Assert.Empty(SimultaneousIntervals.Of([]));
        Assert.True(double.IsNaN(SimultaneousIntervals.Of([[]])[0].Low));
    }

    private static bool IsWithin(double[][] samples, int replication, (double Low, double High)[] intervals) =>
        samples.Zip(intervals).All(pair => pair.First[replication] >= pair.Second.Low && pair.First[replication] <= pair.Second.High);

    /// <summary>Standard normals, each with the given correlation to a common one.</summary>
    private static double[][] Samples(uint seed, int numbers, double common)
    {
        double[] shared = Gaussian.Sample(seed, Many);
        return [.. Enumerable.Range(1, numbers).Select(s => Gaussian.Sample(seed + (uint)s, Many)
            .Zip(shared, (own, all) => (common * all) + (Math.Sqrt(1 - (common * common)) * own)).ToArray())];
    }
}
