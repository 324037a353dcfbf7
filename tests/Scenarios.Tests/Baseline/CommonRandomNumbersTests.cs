using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>That scenarios meet the same luck must pay: a difference is known far better from pairs than from independent replications.</summary>
public sealed class CommonRandomNumbersTests
{
    /// <summary>
    /// The variance of recruit-120 less baseline on the in-house share, with the same seed in both against another seed for the strategy.
    /// As runs are made by default, with drawn parameters over five years, the ratio is about 9; with fixed ones it is 12 after two years, and
    /// falls as the futures drift apart. The logarithm of a sample ratio from n replications has a standard error of 2 / sqrt(n - 1), so it
    /// would fall below 5 for one seed in ten thousand (drawn) and in three thousand (fixed).
    /// </summary>
    [Theory]
    [InlineData(true, 5, 200)]
    [InlineData(false, 2, 60)]
    public void The_same_luck_cuts_the_variance_of_a_difference_to_a_fifth_or_less(bool drawn, int years, int replications)
    {
        RealRun baseline = Run("baseline-2019", drawn, years, replications, seed: 1);
        int horizon = baseline.Dates.Count - 1;
        Summary paired = baseline.Differences(Run("recruit-120", drawn, years, replications, seed: 1), "scs19", horizon);
        Summary independent = baseline.Differences(Run("recruit-120", drawn, years, replications, seed: 2), "scs19", horizon);

        double ratio = independent.Sd * independent.Sd / (paired.Sd * paired.Sd);
        Assert.True(ratio >= 5, $"{ratio:0.0}: {paired.Sd:0.00} points with the same luck, {independent.Sd:0.00} without");
    }

    private static RealRun Run(string name, bool drawn, int years, int replications, uint seed)
    {
        Scenario scenario = RealCounty.Library.Load(name);
        CountyParameters central = RealCounty.Compile(name, years);
        Func<DrawKey, CountyParameters>? draw = drawn ? RealCounty.Builder.Drawn(scenario, years, central) : null;
        return RealCounty.Run(central, replications, seed, draw: draw);
    }
}
