using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>That scenarios meet the same luck must pay: a difference is known far better from pairs than from independent replications.</summary>
public sealed class CommonRandomNumbersTests
{
    /// <summary>
    /// The variance of recruit-120 less baseline on the in-house share after two years, with the parameters fixed: with the same seed in
    /// both it is about an eighteenth of what it is with another seed for the strategy. The sample ratio from 60 replications has a
    /// relative error of about a quarter, so it would fall below 5 for one seed in a million.
    /// </summary>
    [Fact]
    public void The_same_luck_cuts_the_variance_of_a_difference_to_a_fifth_or_less()
    {
        const int replications = 60;
        CountyParameters strategy = RealCounty.Compile("recruit-120", years: 2);
        RealRun baseline = RealCounty.Run(RealCounty.Compile("baseline-2019", years: 2), replications);
        int horizon = baseline.Dates.Count - 1;
        Summary paired = baseline.Differences(RealCounty.Run(strategy, replications), "scs19", horizon);
        Summary independent = baseline.Differences(RealCounty.Run(strategy, replications, seed: 2), "scs19", horizon);

        double ratio = independent.Sd * independent.Sd / (paired.Sd * paired.Sd);
        Assert.True(ratio >= 5, $"{ratio:0.0}: {paired.Sd:0.00} points with the same luck, {independent.Sd:0.00} without");
    }
}
