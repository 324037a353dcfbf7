using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>That scenarios meet the same luck must pay: a difference is known far better from pairs than from independent replications.</summary>
public sealed class CommonRandomNumbersTests
{
    /// <summary>
    /// The variance of recruit-120 less baseline on the in-house share, with the same luck in both against luck of its own for each: then the
    /// variance of a difference is the sum of the two variances, which the same runs tell.
    /// As runs are made by default, with drawn parameters over five years, the ratio is about 9; with fixed ones it is 12 after two years, and
    /// falls as the futures drift apart. The logarithm of a sample ratio from n replications has a standard error of 2 / sqrt(n - 1), so it
    /// would fall below 5 for one seed in ten thousand (drawn) and in three thousand (fixed).
    /// </summary>
    [Theory]
    [InlineData(true, 5, 200)]
    [InlineData(false, 2, 60)]
    public void The_same_luck_cuts_the_variance_of_a_difference_to_a_fifth_or_less(bool drawn, int years, int replications)
    {
        RealRun[] runs = RealCounty.RunTogether([Plan("baseline-2019", drawn, years, replications), Plan("recruit-120", drawn, years, replications)]);
        int horizon = runs[0].Dates.Count - 1;
        double paired = runs[0].Differences(runs[1], "scs19", horizon).Sd;
        double independent = runs.Sum(run => Math.Pow(run.Of("scs19", horizon).Sd, 2));

        double ratio = independent / (paired * paired);
        Assert.True(ratio >= 5, $"{ratio:0.0}: {paired:0.00} points with the same luck, {Math.Sqrt(independent):0.00} without");
    }

    private static (CountyParameters Parameters, int Replications, Func<DrawKey, CountyParameters>? Draw) Plan(
        string name, bool drawn, int years, int replications)
    {
        Scenario scenario = RealCounty.Library.Load(name);
        CountyParameters central = RealCounty.Compile(name, years);
        return (central, replications, drawn ? RealCounty.Builder.Drawn(scenario, years, central) : null);
    }
}
