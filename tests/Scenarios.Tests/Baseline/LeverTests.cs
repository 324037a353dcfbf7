using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>What strategies change, and what they leave alone.</summary>
public sealed class LeverTests
{
    private const int Horizon = 36; // months

    private static readonly Lazy<RealRun> s_baseline = new(() => Run("baseline-2019"));
    private static readonly Lazy<RealRun> s_recruit = new(() => Run("recruit-120"));
    private static readonly Lazy<RealRun> s_doubles = new(() => Run("uasc-doubles"));

    [Fact]
    public void All_scenarios_share_the_lead_in_bit_for_bit()
    {
        AssertSame(s_baseline.Value, s_recruit.Value, upToMonth: 0);
        AssertSame(s_baseline.Value, s_doubles.Value, upToMonth: 0);
    }

    /// <summary>The lever moves rates of a process that touches homes and children from its first day, and nothing before.</summary>
    [Theory]
    [InlineData("uasc/arrivals-a-year", "scale: 3")]
    [InlineData("fostering/enquiries-a-year", "scale: 0")]
    [InlineData("placement/carers-accept/standard", "set: 0.95")]
    [InlineData("front-door/days/plan", "add: 200")]
    [InlineData("homes/other-authorities-requests-a-year", "scale: 4")]
    public void A_dated_lever_changes_nothing_before_its_date_and_something_after(string lever, string change)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("later.yaml", $"""
            name: later
            title: A change on New Year's Day 2021
            source: test
            extends: baseline-2019
            levers:
              - lever: {lever}
                {change}
                from: 2021-01-01
            """);
        RealRun changed = RealCounty.Run(RealCounty.Compile(path, years: 3), replications: 2);
        int december = s_baseline.Value.Dates.ToList().IndexOf(new DateOnly(2020, 12, 31));

        AssertSame(s_baseline.Value, changed, december);
        for (int replication = 0; replication < changed.Replications; replication++)
        {
            Assert.False(s_baseline.Value.Row(replication, Horizon).SequenceEqual(changed.Row(replication, Horizon)));
        }
    }

    /// <summary>Rather than to do nothing: these are read at the start only.</summary>
    [Theory]
    [InlineData("initial/looked-after")]
    [InlineData("initial/households")]
    public void A_lever_that_would_change_nothing_is_refused(string lever)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("idle.yaml", $"""
            name: idle
            title: Nothing
            source: test
            extends: baseline-2019
            levers:
              - lever: {lever}
                scale: 2
                from: 2020-01-01
            """);

        var refusal = Assert.Throws<NotSupportedException>(() => RealCounty.Compile(path, years: 1));
        Assert.Contains($"'{lever}' is read at the start only", refusal.Message);
    }

    /// <summary>
    /// 42 more approvals a year over three years less half a year on the way, and few of the new households leave so soon. Half of that is
    /// asked for, more than ten standard errors below what is seen: the false-alarm rate is far below one in a million.
    /// </summary>
    [Fact]
    public void Recruiting_120_a_year_raises_the_number_of_households()
    {
        Summary difference = s_baseline.Value.Differences(s_recruit.Value, "households", Horizon);

        Assert.True(difference.Mean > 0.5 * 42 * 2.5, $"{difference.Mean:0.0}");
        Assert.True(difference.Mean > 5 * difference.SimulationError, $"{difference.Mean:0.0} give or take {difference.SimulationError:0.0}");
    }

    /// <summary>
    /// Twice the arrivals and the same ages give twice the stock once all who were there have turned 18, less transfers: half
    /// of the stock of July 2019 is asked for. The false-alarm rate is as low as above.
    /// </summary>
    [Fact]
    public void Twice_the_arrivals_raise_the_number_of_unaccompanied_children()
    {
        Summary difference = s_baseline.Value.Differences(s_doubles.Value, "cla-uasc", Horizon);

        Assert.True(difference.Mean > 0.5 * s_baseline.Value.Of("cla-uasc", 0).Mean, $"{difference.Mean:0.0}");
        Assert.True(difference.Mean > 5 * difference.SimulationError, $"{difference.Mean:0.0} give or take {difference.SimulationError:0.0}");
        Assert.Equal(0, s_baseline.Value.Differences(s_recruit.Value, "cla-uasc", Horizon).Sd);
    }

    [Fact]
    public void Different_replications_and_seeds_differ()
    {
        RealRun run = s_baseline.Value;
        RealRun other = RealCounty.Run(RealCounty.Compile("baseline-2019", years: 1), replications: 1, seed: 2);

        Assert.False(run.Row(0, 0).SequenceEqual(run.Row(1, 0)));
        Assert.False(run.Row(0, 0).SequenceEqual(other.Row(0, 0)));
    }

    private static RealRun Run(string name)
    {
        CountyParameters parameters = RealCounty.Compile(name, years: Horizon / 12);
        return RealCounty.Run(parameters, replications: 24);
    }

    private static void AssertSame(RealRun expected, RealRun actual, int upToMonth)
    {
        for (int replication = 0; replication < actual.Replications; replication++)
        {
            for (int month = 0; month <= upToMonth; month++)
            {
                Assert.True(
                    expected.Row(replication, month).SequenceEqual(actual.Row(replication, month)),
                    $"Replication {replication} differs on {expected.Dates[month]:yyyy-MM-dd}.");
            }
        }
    }
}
