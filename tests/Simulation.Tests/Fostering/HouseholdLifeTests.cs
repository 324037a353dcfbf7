using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Fostering;

/// <summary>The lives of many households, from enquiry to the end: only the steps that the service knows.</summary>
public class HouseholdLifeTests
{
    private static readonly HashSet<(HouseholdPhase From, HouseholdPhase To)> _steps =
    [
        (HouseholdPhase.None, HouseholdPhase.Enquiry),
        (HouseholdPhase.None, HouseholdPhase.Withdrawn),
        (HouseholdPhase.Enquiry, HouseholdPhase.InAssessment),
        (HouseholdPhase.InAssessment, HouseholdPhase.WaitingForPanel),
        (HouseholdPhase.InAssessment, HouseholdPhase.Withdrawn),
        (HouseholdPhase.WaitingForPanel, HouseholdPhase.Active),
        (HouseholdPhase.Active, HouseholdPhase.OnHold),
        (HouseholdPhase.Active, HouseholdPhase.Inactive),
        (HouseholdPhase.OnHold, HouseholdPhase.Active),
        (HouseholdPhase.Inactive, HouseholdPhase.Active),
        (HouseholdPhase.OnHold, HouseholdPhase.Inactive), // A year's break may begin before the last year's has ended.
        (HouseholdPhase.Inactive, HouseholdPhase.OnHold),
        (HouseholdPhase.Active, HouseholdPhase.Leaving),
        (HouseholdPhase.OnHold, HouseholdPhase.Leaving),
        (HouseholdPhase.Inactive, HouseholdPhase.Leaving),
        (HouseholdPhase.Leaving, HouseholdPhase.Resigned),
        (HouseholdPhase.Leaving, HouseholdPhase.Deregistered),
    ];

    private static readonly CountyRates _rates = new TestRates().Build();
    private static readonly CountyRates _manyLeaves = new TestRates { Tenure = Laws.Exponential(400), LeaveWithRespite = 1 }.Build();

    [Fact]
    public void Every_step_of_every_life_is_one_that_the_service_knows() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), n =>
        {
            var steps = Steps(n).ToList();
            return steps.All(_steps.Contains)
                && steps[^1].To is HouseholdPhase.Withdrawn or HouseholdPhase.Resigned or HouseholdPhase.Deregistered;
        }).QuickCheckThrowOnFailure();

    /// <summary>The test above would prove little if some steps were never taken.</summary>
    [Fact]
    public void Every_step_is_taken_by_somebody() =>
        Assert.Superset(_steps, Enumerable.Range(0, 3000).SelectMany(Steps).ToHashSet());

    [Fact]
    public void Every_leave_ends_before_the_next_begins_and_before_notice_is_given()
    {
        for (int n = 0; n < 1000; n++)
        {
            bool onLeave = false;
            foreach (HouseholdChange change in Changes(n))
            {
                Assert.True(change != HouseholdChange.LeaveWithRespite || !onLeave, "A leave began within another.");
                Assert.True(change != HouseholdChange.EndLeave || onLeave, "A leave ended that had not begun.");
                Assert.False(onLeave && change == HouseholdChange.GiveNotice, "Carers on leave gave notice and keep the beds lent.");
                onLeave = change == HouseholdChange.LeaveWithRespite || (onLeave && change != HouseholdChange.EndLeave);
            }
        }
    }

    private static IEnumerable<(HouseholdPhase From, HouseholdPhase To)> Steps(int n)
    {
        HouseholdPhase last = HouseholdPhase.None;
        foreach (HouseholdState household in Live(n, new RuleBench { Shared = _rates }))
        {
            if (household.Phase != last)
            {
                yield return (last, household.Phase);
                last = household.Phase;
            }
        }
    }

    private static IEnumerable<HouseholdChange> Changes(int n)
    {
        var bench = new RuleBench { Shared = _manyLeaves };
        foreach (HouseholdState _ in Live(n, bench))
        {
            bench.Effects.Wanted.Sort();
            List<HouseholdChange> today = bench.Changes();
            bench.Effects.ClearDay();
            foreach (HouseholdChange change in today)
            {
                yield return change;
            }
        }
    }

    /// <summary>The states of a household after each of its wakes; panel sits the day after it is asked.</summary>
    private static IEnumerable<HouseholdState> Live(int n, RuleBench bench)
    {
        HouseholdState household = bench.Enquire(n);
        yield return household;
        for (int wakes = 0; household.NextDay != ChildState.Never || household.Phase == HouseholdPhase.WaitingForPanel; wakes++)
        {
            Assert.InRange(wakes, 0, 10_000);
            if (household.Phase == HouseholdPhase.WaitingForPanel)
            {
                HouseholdRules.Approve(ref household, HouseholdBench.DrawsOf(household), bench.On(household.PhaseDay + 1), bench.Effects);
            }
            else
            {
                bench.Wake(ref household);
            }

            yield return household;
        }
    }
}
