using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.FrontDoor;

public class FrontDoorRulesTests
{
    private static readonly ReturnLaw _never = new(0, DurationLaw.Fixed(1));

    [Theory]
    [InlineData(364, 1)]
    [InlineData(365, 0)]
    [InlineData(1000, 0)]
    public void A_referral_is_a_re_referral_when_the_last_was_less_than_a_year_ago(int daysApart, int expected)
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1) with { Phase = Phase.AtHome, LastReferralDay = 0 };

        Wake(bench, ref child, daysApart);

        Assert.Equal(1, bench[Flow.Referrals]);
        Assert.Equal(expected, bench[Flow.ReReferrals]);
        Assert.Equal(daysApart, child.LastReferralDay);
    }

    [Fact]
    public void A_first_referral_is_no_re_referral()
    {
        var bench = new RuleBench();
        for (int n = 0; n < 100; n++)
        {
            Arrive(bench, n);
        }

        Assert.Equal(100, bench[Flow.Referrals]);
        Assert.Equal(0, bench[Flow.ReReferrals]);
    }

    [Fact]
    public void A_referral_closed_at_once_without_return_leaves_the_model()
    {
        var bench = new RuleBench { Rates = { ClosedAtReferral = 1, AfterAssessment = _never } };

        ChildState child = Arrive(bench, 1);

        Assert.Equal(Phase.Gone, child.Phase);
        Assert.Equal(ChildState.Never, child.NextDay);
        Assert.Equal(1, bench[Flow.ChildrenOut]);
        Assert.Equal([EventKind.Referred, EventKind.CaseClosed], bench.Told);
    }

    [Fact]
    public void A_closed_case_that_returns_waits_at_home_and_is_referred_again()
    {
        var bench = new RuleBench { Rates = { ClosedAtReferral = 1, AfterAssessment = new ReturnLaw(1, DurationLaw.Fixed(50)) } };

        ChildState child = Arrive(bench, 1);
        Assert.Equal(Phase.AtHome, child.Phase);
        Assert.Equal(50, child.NextDay);

        Wake(bench, ref child, 50);
        Assert.Equal(2, bench[Flow.Referrals]);
        Assert.Equal(1, bench[Flow.ReReferrals]);
        Assert.Equal(0, bench[Flow.ChildrenOut]);
    }

    [Fact]
    public void An_assessment_lasts_as_its_law_says()
    {
        var bench = new RuleBench { Rates = { ClosedAtReferral = 0, Assessment = DurationLaw.Fixed(35) } };

        ChildState child = Arrive(bench, 1);

        Assert.Equal(Phase.Assessment, child.Phase);
        Assert.Equal(35, child.NextDay);
    }

    [Theory]
    [InlineData(1, 0, 0, 0, Phase.LookedAfter)]
    [InlineData(0, 1, 0, 0, Phase.ProtectionPlan)]
    [InlineData(0, 0, 1, 0, Phase.ChildInNeed)]
    [InlineData(0, 0, 0, 1, Phase.EarlyHelp)]
    [InlineData(0, 0, 0, 0, Phase.Gone)]
    public void An_assessment_ends_in_the_way_drawn(double care, double plan, double need, double help, Phase expected)
    {
        var bench = new RuleBench { Rates = { FromAssessment = new WaysOut(care, plan, need, help), AfterAssessment = _never } };
        ChildState child = RuleBench.Child(1) with { Phase = Phase.Assessment };

        Wake(bench, ref child, 10);

        Assert.Equal(expected, child.Phase);
    }

    /// <summary>4,000 children, so that a share is within 0.035 of its value in all but one of 100,000 seeds.</summary>
    [Fact]
    public void The_ways_out_have_their_shares()
    {
        var ways = new WaysOut(0.1, 0.2, 0.3, 0.15);
        var bench = new RuleBench { Rates = { FromAssessment = ways, AfterAssessment = _never } };
        var ends = Enumerable.Range(0, 4000).Select(n =>
        {
            ChildState child = RuleBench.Child(n) with { Phase = Phase.Assessment };
            Wake(bench, ref child, 10);
            return child.Phase;
        }).CountBy(phase => phase).ToDictionary(pair => pair.Key, pair => pair.Value / 4000.0);

        Assert.Equal(ways.Care, ends[Phase.LookedAfter], 0.035);
        Assert.Equal(ways.ProtectionPlan, ends[Phase.ProtectionPlan], 0.035);
        Assert.Equal(ways.ChildInNeed, ends[Phase.ChildInNeed], 0.035);
        Assert.Equal(ways.EarlyHelp, ends[Phase.EarlyHelp], 0.035);
        Assert.Equal(0.25, ends[Phase.Gone], 0.035);
    }

    [Fact]
    public void A_child_planned_for_before_is_likelier_to_be_again_and_never_less_likely_to_enter_care()
    {
        var bench = new RuleBench { Rates = { FromAssessment = new WaysOut(0.4, 0.5, 0, 0.1), PreviousPlanFactor = 10, AfterAssessment = _never } };
        for (int n = 0; n < 200; n++)
        {
            ChildState first = RuleBench.Child(n) with { Phase = Phase.Assessment };
            ChildState again = first with { Facts = ChildFacts.PlannedBefore };
            Wake(bench, ref first, 10);
            Wake(bench, ref again, 10);

            Assert.Equal(first.Phase == Phase.LookedAfter ? Phase.LookedAfter : Phase.ProtectionPlan, again.Phase);
        }

        Assert.True(2 * bench[Flow.RepeatPlansStarted] > bench[Flow.PlansStarted]);
    }

    [Fact]
    public void A_second_plan_counts_as_a_repeat()
    {
        var bench = new RuleBench { Rates = { FromAssessment = new WaysOut(0, 1, 0, 0) } };
        ChildState child = RuleBench.Child(1) with { Phase = Phase.Assessment };

        Wake(bench, ref child, 10);
        Assert.Equal((1, 0), (bench[Flow.PlansStarted], bench[Flow.RepeatPlansStarted]));

        child.Phase = Phase.Assessment;
        Wake(bench, ref child, 400);
        Assert.Equal((2, 1), (bench[Flow.PlansStarted], bench[Flow.RepeatPlansStarted]));
    }

    [Fact]
    public void Early_help_that_is_stepped_up_is_referred()
    {
        var bench = new RuleBench { Rates = { StepUp = 1, ClosedAtReferral = 0 } };
        ChildState child = RuleBench.Child(1) with { Phase = Phase.EarlyHelp };

        Wake(bench, ref child, 20);

        Assert.Equal(Phase.Assessment, child.Phase);
        Assert.Equal(1, bench[Flow.Referrals]);
    }

    /// <summary>One word decides both the step up and the closure at referral: its rest must be as good as new (4 sigma of 4,000).</summary>
    [Fact]
    public void A_stepped_up_case_is_closed_at_referral_as_often_as_any()
    {
        var bench = new RuleBench { Rates = { StepUp = 0.4, ClosedAtReferral = 0.25, AfterAssessment = _never, AfterEarlyHelp = _never } };
        int closed = 0;
        for (int n = 0; n < 4000; n++)
        {
            ChildState child = RuleBench.Child(n) with { Phase = Phase.EarlyHelp };
            long before = bench[Flow.Referrals];
            Wake(bench, ref child, 20);
            closed += bench[Flow.Referrals] > before && child.Phase == Phase.Gone ? 1 : 0;
        }

        Assert.Equal(0.4, bench[Flow.Referrals] / 4000.0, 0.031);
        Assert.Equal(0.25, closed / (double)bench[Flow.Referrals], 0.044);
    }

    [Fact]
    public void Early_help_that_closes_may_return_to_early_help_and_to_nothing_else()
    {
        var bench = new RuleBench { Rates = { StepUp = 0, AfterEarlyHelp = new ReturnLaw(1, DurationLaw.Fixed(30)) } };
        ChildState child = RuleBench.Child(1) with { Phase = Phase.EarlyHelp };

        Wake(bench, ref child, 20);
        Assert.Equal(Phase.AtHome, child.Phase);
        Wake(bench, ref child, 50);

        Assert.Equal(Phase.EarlyHelp, child.Phase);
        Assert.False(child.Is(ChildFacts.ReturnsToEarlyHelp));
        Assert.Equal(0, bench[Flow.Referrals]);
    }

    [Fact]
    public void Who_returns_to_care_enters_it_anew()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1) with { Phase = Phase.AtHome, Facts = ChildFacts.ReturnsToCare, Episodes = 1 };

        Wake(bench, ref child, 100);

        Assert.Equal(Phase.LookedAfter, child.Phase);
        Assert.Equal(2, child.Episodes);
        Assert.Equal(1, bench[Flow.CareReEntries]);
        Assert.Equal(1, bench.Wanted(EffectClass.PlacementRequest));
        Assert.False(child.Is(ChildFacts.ReturnsToCare));
    }

    [Theory]
    [InlineData(Phase.EarlyHelp)]
    [InlineData(Phase.Assessment)]
    [InlineData(Phase.ChildInNeed)]
    [InlineData(Phase.ProtectionPlan)]
    [InlineData(Phase.AtHome)]
    public void At_18_the_front_door_is_left(Phase phase)
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1, years: 17.9) with { Phase = phase };

        Wake(bench, ref child, 60);

        Assert.Equal(Phase.Gone, child.Phase);
        Assert.Equal(1, bench[Flow.ChildrenOut]);
    }

    [Fact]
    public void Every_wake_uses_one_block_of_draws()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1) with { Phase = Phase.AtHome };
        for (int wake = 1; wake <= 3; wake++)
        {
            child.Phase = Phase.AtHome;
            Wake(bench, ref child, 10 * wake);
            Assert.Equal(wake, child.FrontDoorUses);
        }
    }

    [Fact]
    public void Phases_of_care_do_not_wake_here()
    {
        ChildState child = RuleBench.Child(1) with { Phase = Phase.LookedAfter };

        Assert.Throws<InvalidOperationException>(() => Wake(new RuleBench(), ref child, 1));
    }

    private static ChildState Arrive(RuleBench bench, int n)
    {
        ChildState child = RuleBench.Child(n);
        FrontDoorRules.ArriveAtReferral(ref child, FrontDoorRules.Luck(child, RuleBench.DrawsOf(child)), bench.On(0), bench.Effects);
        return child;
    }

    private static void Wake(RuleBench bench, ref ChildState child, int day)
    {
        Draws draws = RuleBench.DrawsOf(child);
        if (FrontDoorRules.Wake(ref child, FrontDoorRules.Luck(child, draws), bench.On(day), bench.Effects))
        {
            CareRules.Enter(ref child, draws, bench.On(day), bench.Effects);
        }
    }
}
