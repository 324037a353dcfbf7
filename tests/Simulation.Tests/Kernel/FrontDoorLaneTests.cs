using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>The front door by the chain is the front door by the rules: every count at every date, and every child who enters care, field by field.</summary>
public class FrontDoorLaneTests
{
    private static readonly ReturnLaw _never = new(0, Laws.Exponential(100));
    private static readonly ReturnLaw _always = new(1, Laws.Exponential(60));

    /// <summary>Rates at which some way is closed, or the only one.</summary>
    public static TheoryData<string> Kinds => ["busy", "crowded", "closed at once", "never closed at once", "all stepped up", "never back", "always back",
        "no plan", "only plans", "only care", "long", "at once", "tails", "newborn", "nobody yet"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_chain_does_what_the_rules_do(string kind)
    {
        TestCounty county = County(kind);
        AssertSame(county.Build(), replications: 3);
    }

    [Fact]
    public void Levers_change_the_chain_from_their_day_on()
    {
        TestCounty county = County("crowded");
        CountyRates later = County("all stepped up").Rates.Build();
        CountyRates last = County("always back").Rates.Build();

        AssertSame(county.Build((45, later), (100, last), (130, later)), replications: 3);
    }

    /// <summary>A lane that has lived by some rates lives by others, and by the first again.</summary>
    [Fact]
    public void A_lane_may_be_used_again_with_other_rates()
    {
        TestCounty county = County("busy");
        CountyParameters first = county.Build();
        CountyParameters sooner = county.Build((45, County("all stepped up").Rates.Build()));
        CountyParameters then = Moved(sooner, 80);
        var lane = new FrontDoorLane(first);
        foreach (CountyParameters parameters in new[] { first, sooner, then, sooner, first })
        {
            FrontDoorHistory used = Live(lane, parameters, 1);

            AssertSame(parameters, Live(new FrontDoorLane(first) { ByRuleOnly = true }, parameters, 1), used);
        }
    }

    private static TestCounty County(string kind)
    {
        var county = new TestCounty { LeadInDays = 60 };
        TestRates rates = county.Rates;
        (rates.Referrals, rates.EarlyHelp) = (0.6, 0.3);
        county.Reference = county.Reference with { Referrals = Laws.ByDistrict(0.5), EarlyHelp = Laws.ByDistrict(0.3) };
        switch (kind)
        {
            case "crowded":
                (county.Assessments, county.ChildrenInNeed, county.EarlyHelp, county.Returning) = (700, 900, 800, 500);
                break;
            case "closed at once":
                rates.ClosedAtReferral = 1;
                break;
            case "never closed at once":
                rates.ClosedAtReferral = 0;
                break;
            case "all stepped up":
                rates.StepUp = 1;
                break;
            case "never back":
                (rates.AfterAssessment, rates.AfterPlan, rates.AfterEarlyHelp) = (_never, _never, _never);
                break;
            case "always back":
                (rates.AfterAssessment, rates.AfterPlan, rates.AfterEarlyHelp) = (_always, _always, _always);
                break;
            case "no plan":
                (rates.FromAssessment, rates.StepUp) = (new WaysOut(0.1, 0, 0, 0.9), 0);
                break;
            case "only plans":
                (rates.FromAssessment, rates.FromProtectionPlan, rates.PreviousPlanFactor) = (new WaysOut(0, 0.6, 0.4, 0), new WaysOut(0, 0, 1, 0), 3);
                break;
            case "only care":
                (rates.FromAssessment, rates.FromChildInNeed) = (new WaysOut(1, 0, 0, 0), new WaysOut(1, 0, 0, 0));
                break;
            case "long":
                (rates.Assessment, rates.ChildInNeed) = (DurationLaw.Fixed(5e9), new DurationLaw(u => 2e9 * u));
                break;
            case "at once":
                (rates.Assessment, rates.ChildInNeed) = (DurationLaw.Fixed(0), DurationLaw.Fixed(0.3));
                break;
            case "tails":
                rates.Assessment = new DurationLaw(u => u < 1 / 512.0 ? 3 : u > 511 / 512.0 ? 200 : 40);
                break;
            case "newborn":
                rates.AgeAtReferral = [1, .. Enumerable.Repeat(0.0, 17)];
                break;
            case "nobody yet":
                (county.Assessments, county.ChildrenInNeed, county.ProtectionPlans, county.EarlyHelp, county.Returning) = (0, 0, 0, 0, 0);
                break;
        }

        return county;
    }

    /// <summary>The same regimes with the last from another day on.</summary>
    private static CountyParameters Moved(CountyParameters county, int day) => new()
    {
        Start = county.Start,
        LeadInDays = county.LeadInDays,
        RecordDays = county.RecordDays,
        LeadInNoteDays = county.LeadInNoteDays,
        WindowRecords = county.WindowRecords,
        Regimes = [.. county.Regimes[..^1], county.Regimes[^1] with { FromDay = day }],
        Reference = county.Reference,
        Pools = county.Pools,
        Stock = county.Stock,
        Under18 = county.Under18,
        SufficientShare = county.SufficientShare,
        Districts = county.Districts,
    };

    private static void AssertSame(CountyParameters parameters, uint replications)
    {
        var chain = new FrontDoorLane(parameters);
        var rules = new FrontDoorLane(parameters) { ByRuleOnly = true };
        for (uint replication = 0; replication < replications; replication++)
        {
            AssertSame(parameters, Live(rules, parameters, replication), Live(chain, parameters, replication));
        }
    }

    private static FrontDoorHistory Live(FrontDoorLane lane, CountyParameters parameters, uint replication)
    {
        var history = new FrontDoorHistory();
        lane.Live(parameters, new DrawKey(5, replication), telling: false, audit: true, history, CancellationToken.None);
        return history;
    }

    private static void AssertSame(CountyParameters parameters, FrontDoorHistory rules, FrontDoorHistory chain)
    {
        Assert.Equal(rules.Wakes, chain.Wakes);
        for (int note = 0; note < parameters.NoteDays.Length; note++)
        {
            Assert.Equal(rules.FlowsAt(note), chain.FlowsAt(note));
            Assert.Equal(rules.StocksAt(note), chain.StocksAt(note));
        }

        for (int day = -parameters.LeadInDays; day <= parameters.Horizon; day++)
        {
            Assert.Equal(EnteringOn(rules, day), EnteringOn(chain, day));
        }
    }

    private static ChildState[] EnteringOn(FrontDoorHistory history, int day)
    {
        var entering = new List<ChildState>();
        for (int child = history.FirstOn(day); child >= 0; child = history.After(child))
        {
            entering.Add(history.Child(child));
        }

        return [.. entering.OrderBy(child => child.Id)];
    }
}
