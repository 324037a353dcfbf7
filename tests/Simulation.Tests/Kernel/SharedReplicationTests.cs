using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>What the scenarios of a replication share is simulated once, and nobody can tell from the results.</summary>
public class SharedReplicationTests
{
    private const int LeverDay = 45;

    /// <summary>A baseline, a scenario with other homes, one with another front door, and one with both from another day on.</summary>
    private static CountyParameters[] Scenarios()
    {
        TestCounty county = TestCounty.Busy();
        county.LeadInDays = 60;
        CountyParameters baseline = county.Build();
        CountyRates before = baseline.Regimes[0].Rates;
        county.Rates.Enquiries *= 3;
        CountyRates homes = With(before, county.Rates.Build(), frontDoor: false);
        county.Rates.Referrals *= 2;
        CountyRates both = county.Rates.Build();
        CountyRates frontDoor = With(before, both, frontDoor: true);
        return
        [
            baseline,
            Then(baseline, new Regime(0, homes)),
            Then(baseline, new Regime(0, before), new Regime(LeverDay, frontDoor)),
            Then(baseline, new Regime(0, homes), new Regime(LeverDay, both)),
        ];
    }

    [Fact]
    public void Kernels_that_share_find_what_each_finds_alone()
    {
        CountyParameters[] scenarios = Scenarios();
        var shared = new SharedReplication();
        CountyKernel[] together = [.. scenarios.Select(scenario => new CountyKernel(scenario, null, shared))];
        for (uint replication = 0; replication < 5; replication++)
        {
            for (int i = 0; i < scenarios.Length; i++)
            {
                long[] alone = ResultsOf(new CountyKernel(scenarios[i]), replication);
                Assert.Equal(alone, ResultsOf(together[i], replication));
            }
        }
    }

    /// <summary>A strategy that changes homes meets the front door of the baseline; two that change the front door alike meet one another.</summary>
    [Fact]
    public void The_front_door_is_lived_through_once_for_all_who_leave_it_alone()
    {
        var shared = new SharedReplication();
        int[] passages = [.. Scenarios().Select(scenario =>
        {
            ResultsOf(new CountyKernel(scenario, null, shared), 0);
            return shared.Passages;
        })];

        Assert.Equal([1, 1, 2, 2], passages);
    }

    [Fact]
    public void A_scenario_that_tells_events_tells_the_same_beside_others()
    {
        CountyParameters[] scenarios = Scenarios();
        var shared = new SharedReplication();
        foreach (CountyParameters scenario in scenarios)
        {
            RecordedRun alone = RecordedRun.Of(new CountyKernel(scenario));
            RecordedRun beside = RecordedRun.Of(new CountyKernel(scenario, null, shared));

            Assert.Equal(alone.Events, beside.Events);
            Assert.Equal(alone.Results, beside.Results);
        }
    }

    [Fact]
    public void A_child_who_is_lost_at_the_front_door_is_missed()
    {
        var shared = new SharedReplication { SabotageFrontDoor = between => between[3].Stocks[(int)Phase.ChildInNeed]-- };
        var kernel = new CountyKernel(TestCounty.Busy().Build(), null, shared);

        AuditException broken = Assert.Throws<AuditException>(() => RecordedRun.Of(kernel));

        Assert.Contains("front door", broken.Message, StringComparison.Ordinal);
    }

    private static long[] ResultsOf(CountyKernel kernel, uint replication)
    {
        long[] results = RecordedRun.ResultsOf(kernel);
        kernel.Run(1, replication, results, audit: false, log: null, CancellationToken.None);
        return results;
    }

    private static CountyParameters Then(CountyParameters baseline, params Regime[] regimes) => new()
    {
        Start = baseline.Start,
        LeadInDays = baseline.LeadInDays,
        RecordDays = baseline.RecordDays,
        LeadInNoteDays = baseline.LeadInNoteDays,
        WindowRecords = baseline.WindowRecords,
        Regimes = [baseline.Regimes[0], .. regimes],
        Reference = baseline.Reference,
        Pools = baseline.Pools,
        Stock = baseline.Stock,
        Under18 = baseline.Under18,
        SufficientShare = baseline.SufficientShare,
        Charges = baseline.Charges,
        Districts = baseline.Districts,
    };

    /// <summary>The rates after a change, but those of one side as they were.</summary>
    private static CountyRates With(CountyRates before, CountyRates after, bool frontDoor) => frontDoor
        ? before with { FrontDoor = after.FrontDoor }
        : before with { Fostering = after.Fostering, Prices = after.Prices };
}
