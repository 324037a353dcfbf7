using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.SimulationTests.County;
using static KentSufficiency.SimulationTests.Fostering.HouseholdBench;

namespace KentSufficiency.SimulationTests.Fostering;

public class HouseholdRulesTests
{
    [Fact]
    public void An_enquiry_that_does_not_apply_is_over()
    {
        var bench = new RuleBench { Rates = { Apply = 0 } };

        HouseholdState household = bench.Enquire();

        Assert.Equal((HouseholdPhase.Withdrawn, ChildState.Never), (household.Phase, household.NextDay));
        Assert.Equal(1, bench[Flow.Enquiries]);
    }

    [Fact]
    public void The_funnel_takes_the_days_of_its_laws()
    {
        var bench = new RuleBench
        {
            Rates = { Apply = 1, Withdraw = 0, ToApplication = DurationLaw.Fixed(30), HouseholdAssessment = DurationLaw.Fixed(120) },
        };
        HouseholdState household = bench.Enquire();
        Assert.Equal((HouseholdPhase.Enquiry, 30), (household.Phase, household.NextDay));
        bench.Wake(ref household);
        Assert.Equal((HouseholdPhase.InAssessment, 150), (household.Phase, household.NextDay));
        bench.Wake(ref household);
        Assert.Equal((HouseholdPhase.WaitingForPanel, ChildState.Never), (household.Phase, household.NextDay));
        Assert.Equal(1, bench.Wanted(EffectClass.PanelCase));

        HouseholdRules.Approve(ref household, DrawsOf(household), bench.On(160), bench.Effects);
        Assert.Equal((HouseholdPhase.Active, 160, true), (household.Phase, household.ApprovedDay, household.IsApproved));
        Assert.Equal([EventKind.Enquired, EventKind.Applied, EventKind.ReadyForPanel, EventKind.Approved], bench.Told);
        Assert.Equal(1, bench[Flow.HouseholdsApproved]);
    }

    [Fact]
    public void An_application_that_is_withdrawn_never_comes_to_panel()
    {
        var bench = new RuleBench { Rates = { Apply = 1, Withdraw = 1, ToWithdrawal = DurationLaw.Fixed(60) } };
        HouseholdState household = bench.Enquire();
        bench.Wake(ref household);
        Assert.Equal(household.PhaseDay + 60, household.NextDay);
        bench.Wake(ref household);

        Assert.Equal((HouseholdPhase.Withdrawn, ChildState.Never), (household.Phase, household.NextDay));
        Assert.Equal(0, bench.Wanted(EffectClass.PanelCase));
    }

    [Fact]
    public void Leave_lasts_two_weeks_and_needs_other_homes()
    {
        var bench = Calm(rates => rates.LeaveWithRespite = 1);
        HouseholdState household = bench.Approved();
        int leave = household.LeaveDay;
        Assert.InRange(leave, 1, 364 - 14);
        Assert.Equal(leave, household.NextDay);

        bench.Wake(ref household);
        Assert.Equal((HouseholdPhase.Active, leave + 14, leave + 14), (household.Phase, household.LeaveEndDay, household.NextDay));
        Assert.Equal([HouseholdChange.LeaveWithRespite], bench.Changes());
        bench.Wake(ref household);
        Assert.Equal([HouseholdChange.LeaveWithRespite, HouseholdChange.EndLeave], bench.Changes());
        Assert.Equal((ChildState.Never, 365), (household.LeaveEndDay, household.NextDay));
    }

    [Fact]
    public void Leave_with_the_children_changes_nothing()
    {
        var bench = Calm(rates => rates.LeaveWithRespite = 0);
        HouseholdState household = bench.Approved();
        bench.Wake(ref household);

        Assert.Empty(bench.Changes());
        Assert.Equal(365, household.NextDay);
    }

    [Theory]
    [InlineData(1, 0, HouseholdPhase.OnHold, HouseholdChange.Hold)]
    [InlineData(0, 1, HouseholdPhase.Inactive, HouseholdChange.BecomeInactive)]
    public void A_break_or_inactivity_comes_and_goes(double hold, double inactive, HouseholdPhase phase, HouseholdChange change)
    {
        var bench = Calm(rates =>
        {
            rates.LeaveWithRespite = 0;
            rates.HoldPerYear = hold;
            rates.InactivePerYear = inactive;
            rates.Pause = DurationLaw.Fixed(10);
        });
        HouseholdState household = bench.Approved();
        int starts = household.BreakDay;
        Assert.InRange(starts, 1, 364);
        bench.WakeUntil(ref household, starts);
        Assert.Equal((phase, starts + 10), (household.Phase, household.PhaseEndDay));
        bench.WakeUntil(ref household, starts + 10);

        Assert.Equal(HouseholdPhase.Active, household.Phase);
        Assert.Equal([change, HouseholdChange.Resume], bench.Changes());
    }

    [Fact]
    public void A_first_review_goes_to_panel_and_a_year_is_drawn_anew()
    {
        var bench = Calm(rates => rates.LeaveWithRespite = 0);
        HouseholdState household = bench.Approved();
        bench.WakeUntil(ref household, 365);

        Effect effect = Assert.Single(bench.Effects.Wanted.ToArray());
        Assert.Equal((EffectClass.PanelCase, (int)PanelCase.Review), (effect.Class, effect.Detail));
        Assert.Equal((2, 730), (household.Years, household.ReviewDay));
        Assert.InRange(household.LeaveDay, 366, 365 + 350);
    }

    [Fact]
    public void A_household_gives_notice_and_leaves()
    {
        var bench = new RuleBench { Rates = { Tenure = DurationLaw.Fixed(3) } };
        HouseholdState household = bench.Approved();
        bench.WakeUntil(ref household, 3);
        Assert.Equal((HouseholdPhase.Leaving, 3 + 28), (household.Phase, household.NextDay));
        Assert.Contains(HouseholdChange.GiveNotice, bench.Changes());
        bench.Wake(ref household);

        Assert.Contains(household.Phase, new[] { HouseholdPhase.Resigned, HouseholdPhase.Deregistered });
        Assert.Equal((ChildState.Never, 1L), (household.NextDay, bench[Flow.HouseholdsDeregistered]));
        Assert.Equal(HouseholdChange.Close, bench.Changes()[^1]);
        Assert.False(household.CountsAsHousehold);
    }

    [Theory]
    [InlineData(1, HouseholdPhase.Active)]
    [InlineData(0, HouseholdPhase.Leaving)]
    public void Carers_stay_for_a_child_or_wind_down(double stay, HouseholdPhase phase)
    {
        var bench = new RuleBench { Rates = { Tenure = DurationLaw.Fixed(50), StayForChild = stay } };
        HouseholdState household = bench.Approved();
        bench.WakeUntil(ref household, 50);
        ApprovedHouseholdRules.LeaveOrStayForChild(ref household, DrawsOf(household), bench.On(50));

        Assert.Equal(phase, household.Phase);
        Assert.Equal(stay == 1 ? 100 : 50 + 200, stay == 1 ? household.ExitDay : household.NextDay);
    }

    [Fact]
    public void A_connected_person_is_assessed_and_comes_to_panel()
    {
        var bench = new RuleBench { Rates = { ConnectedAssessment = DurationLaw.Fixed(100), ConnectedApproved = 1 } };
        HouseholdState household = bench.Connected();
        Assert.Equal((HouseholdPhase.Temporary, 100), (household.Phase, household.NextDay));
        bench.Wake(ref household);
        Assert.Equal((1, 168), (bench.Wanted(EffectClass.PanelCase), household.NextDay));
        HouseholdRules.Approve(ref household, DrawsOf(household), bench.On(120), bench.Effects);

        Assert.Equal((HouseholdPhase.Active, ChildState.Never), (household.Phase, household.NextDay));
        Assert.Equal((1, 0), (bench[Flow.ConnectedApproved], bench[Flow.HouseholdsApproved]));
    }

    /// <summary>A temporary approval ends on its last day: when panel has not sat, and when the assessment takes too long.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(168)]
    [InlineData(400)]
    public void A_connected_person_lapses_at_the_limit(int assessment)
    {
        var bench = new RuleBench { Rates = { ConnectedAssessment = DurationLaw.Fixed(assessment), ConnectedApproved = 1 } };
        HouseholdState household = bench.Connected();
        bench.WakeUntil(ref household, 168);

        Assert.Equal((HouseholdPhase.Resigned, ChildState.Never), (household.Phase, household.NextDay));
        Assert.Equal([HouseholdChange.Close], bench.Changes());
    }

    [Fact]
    public void A_connected_person_who_is_not_approved_closes()
    {
        var bench = new RuleBench { Rates = { ConnectedAssessment = DurationLaw.Fixed(50), ConnectedApproved = 0 } };
        HouseholdState household = bench.Connected();
        bench.Wake(ref household);

        Assert.Equal(HouseholdPhase.Resigned, household.Phase);
        Assert.Equal([HouseholdChange.Close], bench.Changes());
    }

    [Fact]
    public void A_household_is_what_its_approval_says()
    {
        var bench = new RuleBench();
        for (int n = 0; n < 300; n++)
        {
            HouseholdState household = bench.Approved(n);
            Assert.InRange(household.Approved, 1, 3);
            Assert.InRange(household.Skill, 0, 3);
            Assert.Contains(new AgeRange(household.AgeLow, household.AgeHigh), bench.Rates.AgeRanges);
            Assert.NotEqual(FosterType.ConnectedPerson, household.Type);
            Assert.True(household.Withheld == 0 || household.Approved > 1);
        }
    }

    private static RuleBench Calm(Action<TestRates> change)
    {
        var bench = new RuleBench { Rates = { Tenure = DurationLaw.Fixed(5000), HoldPerYear = 0, InactivePerYear = 0, Withhold = 0 } };
        change(bench.Rates);
        return bench;
    }
}
