using KentSufficiency.Scenarios.Comparison;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.ScenariosTests.Report;

namespace KentSufficiency.ScenariosTests.Comparison;

public sealed class RunComparisonTests
{
    [Fact]
    public void A_run_does_not_differ_from_itself()
    {
        RunComparison comparison = Compare(new ReportFixture(), new ReportFixture());
        Assert.True(comparison.IsIdentical);
        Assert.Empty(comparison.Inputs);
        Assert.Empty(comparison.OnlyInOne);
        Assert.Empty(comparison.Results);
        Assert.True(comparison.Compared > 200);
    }

    [Fact]
    public void What_it_was_made_from_is_told_where_it_differs()
    {
        RunComparison comparison = Compare(
            new ReportFixture(), new ReportFixture { Seed = 7, Replications = 400, DataHash = new string('9', 64), Digest = new string('b', 64) });
        Assert.False(comparison.IsIdentical);
        Assert.Equal(
            [new InputDifference("seed", "1", "7"), new InputDifference("replications", "200", "400"), new InputDifference("data/a.csv", "111111111111", "999999999999")],
            comparison.Inputs);
    }

    /// <summary>The baseline's error is 0.5 in both, so that of the difference is 0.707.</summary>
    [Theory]
    [InlineData(0.70, false)]
    [InlineData(0.72, true)]
    [InlineData(-0.72, true)]
    public void A_difference_is_held_against_the_simulation_error_of_both(double shift, bool exceeds)
    {
        RunComparison comparison = Compare(new ReportFixture(), new ReportFixture { Shift = shift });
        ResultDifference cla = comparison.Results.Single(result => result.Key == new RowKey("baseline-2019", "cla", "Kent"));
        Assert.Equal(shift, cla.Change, 1e-9);
        Assert.Equal(0.7071, cla.Error, 1e-4);
        Assert.Equal(exceeds, cla.Exceeds);
    }

    [Fact]
    public void Scenarios_and_measures_of_one_run_only_are_named()
    {
        RunComparison comparison = Compare(
            new ReportFixture { Strategies = [("recruit-120", "a")] }, new ReportFixture { Strategies = [("mine", "b")], HasCosts = false });
        Assert.Equal(
            [
                "Only the first has the scenario recruit-120.",
                "Only the first has measured: cost-real/adoption, cost-real/agency-fostering, cost-real/care-leavers, cost-real/connected-person, cost-real/early-help and 31 more.",
                "Only the second has the scenario mine.",
            ],
            comparison.OnlyInOne);
    }

    private static RunComparison Compare(ReportFixture first, ReportFixture second) => RunComparison.Of(Read(first), Read(second));

    private static SavedRun Read(ReportFixture fixture)
    {
        using var folder = new TemporaryFolder();
        fixture.Write(folder.Path);
        return SavedRunReader.Read(folder.Path, _ => false);
    }
}
