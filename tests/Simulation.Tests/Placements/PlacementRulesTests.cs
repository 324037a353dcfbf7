using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Placements;

public class PlacementRulesTests
{
    private const int Home = 7;

    [Theory]
    [InlineData(MoveReason.Entry, 0)]
    [InlineData(MoveReason.HomeClosed, 0)]
    [InlineData(MoveReason.Allegation, 0)]
    [InlineData(MoveReason.CarerBehaviour, 0)]
    [InlineData(MoveReason.HomeClosing, 1)]
    [InlineData(MoveReason.CarePlan, 1)]
    public void A_request_is_for_tonight_unless_the_move_can_be_planned(MoveReason reason, byte priority)
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home) with { PlacementEndDay = 90 };

        PlacementRules.Want(ref child, RuleBench.DrawsOf(child), reason, bench.On(50), bench.Effects);

        Effect request = Assert.Single(bench.Effects.Wanted.ToArray());
        Assert.Equal((priority, (int)reason), (request.Priority, request.Detail));
        Assert.Equal((50, ChildState.Never, Home), (child.RequestDay, child.PlacementEndDay, child.Home));
        Assert.Equal(1, bench[Flow.Requests]);
    }

    [Fact]
    public void A_placement_moves_the_last_one_into_the_past()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home) with { PlacementDay = 20 };

        PlacementRules.Begin(ref child, HomeKind.ChildrensHome, 9, 3, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.Equal((50, 20, 2, 9, HomeKind.ChildrensHome), (child.PlacementDay, child.PreviousPlacementDay, child.PlacementsThisEpisode, child.Home, child.Place));
        Assert.Equal((2, 1L), ((int)child.PlacementUses, bench[Flow.PlacementsStarted]));
        Assert.InRange(child.NextDay, 51, ChildState.Never);
    }

    [Fact]
    public void The_earlier_of_the_planned_and_the_unplanned_end_comes()
    {
        var planned = new TestRates { Planned = new PlannedMove(1, DurationLaw.Fixed(30)), UnplannedMean = 1e6, IndependenceShare = 0 };
        var unplanned = new TestRates { Planned = new PlannedMove(1, DurationLaw.Fixed(100_000)), UnplannedMean = 10, IndependenceShare = 0 };
        var none = new TestRates { Planned = new PlannedMove(0, DurationLaw.Fixed(30)), UnplannedMean = 0, IndependenceShare = 0 };
        for (int n = 0; n < 100; n++)
        {
            ChildState child = Begin(planned, n);
            Assert.True(child.PlacementEndDay == 30 != child.Is(ChildFacts.EndsUnplanned));
            child = Begin(unplanned, n);
            Assert.True(child.Is(ChildFacts.EndsUnplanned));
            Assert.InRange(child.PlacementEndDay, 1, 1000);
            child = Begin(none, n);
            Assert.Equal(ChildState.Never, child.PlacementEndDay);
            Assert.False(child.Is(ChildFacts.EndsUnplanned));
        }
    }

    /// <summary>Twice the risk is half the time, draw for draw.</summary>
    [Fact]
    public void Risk_divides_the_time_to_an_unplanned_end()
    {
        var low = new TestRates { Planned = new PlannedMove(0, DurationLaw.Fixed(1)), UnplannedMean = 100_000, RiskByNeed = [1, 1, 1, 1], IndependenceShare = 0 };
        var high = new TestRates { Planned = low.Planned, UnplannedMean = 100_000, RiskByNeed = [2, 2, 2, 2], IndependenceShare = 0 };
        for (int n = 0; n < 100; n++)
        {
            Assert.Equal(Begin(low, n).PlacementEndDay / 2.0, Begin(high, n).PlacementEndDay, 2.0);
        }
    }

    [Fact]
    public void A_stop_gap_has_no_end_of_its_own()
    {
        foreach (HomeKind kind in new[] { HomeKind.EmergencyBed, HomeKind.SpotPurchase })
        {
            ChildState child = Begin(new TestRates { UnplannedMean = 10 }, 1, kind);
            Assert.Equal((true, ChildState.Never), (child.Is(ChildFacts.StopGap), child.PlacementEndDay));
        }
    }

    [Theory]
    [InlineData(HomeKind.InHouseFoster, HomeKind.InHouseLongTerm)]
    [InlineData(HomeKind.AgencyFoster, HomeKind.AgencyLongTerm)]
    public void Carers_keep_a_child_for_the_long_term_in_the_same_home(HomeKind place, HomeKind becomes)
    {
        var bench = new RuleBench { Rates = { ConvertedInPlace = 1 } };
        ChildState child = RuleBench.LookedAfter(1, place, Home);

        PlacementRules.ReachEnd(ref child, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal((becomes, Home, 0, 1), (child.Place, child.Home, child.PlacementDay, child.PlacementsThisEpisode));
        Assert.Equal((0, 0), (bench[Flow.Requests], bench[Flow.PlacementsStarted]));
        Assert.Equal([EventKind.PlacementStarted], bench.Told);
    }

    [Theory]
    [InlineData(HomeKind.InHouseFoster, CarePlan.ReturnHome)]
    [InlineData(HomeKind.InHouseLongTerm, CarePlan.LongTerm)]
    [InlineData(HomeKind.ChildrensHome, CarePlan.LongTerm)]
    public void Only_short_term_foster_homes_convert_and_only_under_a_long_term_plan(HomeKind place, CarePlan plan)
    {
        var bench = new RuleBench { Rates = { ConvertedInPlace = 1 } };
        ChildState child = RuleBench.LookedAfter(1, place, Home, plan: plan);

        PlacementRules.ReachEnd(ref child, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal((place, 100), (child.Place, child.RequestDay));
        Assert.Equal(1, bench.Wanted(EffectClass.PlacementRequest));
    }

    [Theory]
    [InlineData(HomeKind.InHouseFoster, true)]
    [InlineData(HomeKind.InHouseLongTerm, true)]
    [InlineData(HomeKind.AgencyFoster, false)]
    [InlineData(HomeKind.ChildrensHome, false)]
    public void In_house_placements_at_risk_are_offered_to_the_stability_team(HomeKind place, bool offered)
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, place, Home) with { Facts = ChildFacts.EndsUnplanned };

        PlacementRules.ReachEnd(ref child, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal(offered ? 1 : 0, bench.Wanted(EffectClass.Stability));
        Assert.Equal(offered ? 0 : 1, bench[Flow.UnplannedEndings]);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, false, true)]
    public void The_stability_team_keeps_a_placement_or_it_breaks_down(bool taken, bool kept, bool breaksDown)
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.InHouseFoster, Home) with { Facts = ChildFacts.EndsUnplanned };

        PlacementRules.AnswerStability(ref child, taken, kept, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal(breaksDown ? 1 : 0, bench[Flow.UnplannedEndings]);
        Assert.Equal((taken, Home), (child.Is(ChildFacts.Supported), child.Home));
        Assert.Equal(breaksDown, child.RequestDay == 100);
        Assert.Equal(0, child.PlacementDay);
    }

    [Fact]
    public void The_team_helps_a_placement_once()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.InHouseFoster, Home) with { Facts = ChildFacts.EndsUnplanned | ChildFacts.Supported };

        PlacementRules.ReachEnd(ref child, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal((0, 1), (bench.Wanted(EffectClass.Stability), bench[Flow.UnplannedEndings]));
    }

    [Fact]
    public void Nights_in_a_stop_gap_are_counted_when_it_ends()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.EmergencyBed, Home) with { Facts = ChildFacts.StopGap, PlacementDay = 40 };

        PlacementRules.NoteEnd(ref child, MoveReason.Other, bench.On(46), bench.Effects);

        Assert.Equal(6, bench[Flow.EmergencyNights]);
    }

    [Fact]
    public void Nothing_ends_where_nothing_began()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1) with { Facts = ChildFacts.StopGap };

        PlacementRules.NoteEnd(ref child, MoveReason.Other, bench.On(46), bench.Effects);

        Assert.Equal(0, bench[Flow.EmergencyNights]);
        Assert.Empty(bench.Told);
    }

    [Theory]
    [InlineData(0.5, 150)]
    [InlineData(1, 200)]
    [InlineData(1.5, 250)]
    public void The_first_home_may_bring_the_return_home_nearer(double factor, int end)
    {
        var bench = new RuleBench { Rates = { ReturnHomeFactor = factor } };
        ChildState child = RuleBench.Child(1) with { Plan = CarePlan.ReturnHome, Phase = Phase.LookedAfter, PhaseEndDay = 200 };

        PlacementRules.Begin(ref child, HomeKind.ConnectedPerson, Home, 3, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);
        Assert.Equal(end, child.PhaseEndDay);

        PlacementRules.Begin(ref child, HomeKind.ConnectedPerson, Home, 3, RuleBench.DrawsOf(child), bench.On(120), bench.Effects);
        Assert.Equal(end, child.PhaseEndDay);
    }

    [Fact]
    public void A_move_towards_independence_comes_at_16_or_17()
    {
        var rates = new TestRates { Planned = new PlannedMove(0, DurationLaw.Fixed(1)), UnplannedMean = 0, IndependenceShare = 1 };
        for (int n = 0; n < 200; n++)
        {
            ChildState child = Begin(rates, n, HomeKind.AgencyFoster);
            Assert.InRange(child.AgeOn(child.PlacementEndDay), Age.Days16, Age.Days18 - 60);
            Assert.Equal(ChildState.Never, Begin(rates, n, HomeKind.SemiIndependent).PlacementEndDay);
        }
    }

    private static ChildState Begin(TestRates rates, int n, HomeKind kind = HomeKind.AgencyFoster)
    {
        var bench = new RuleBench { Rates = rates };
        ChildState child = RuleBench.Child(n) with { Phase = Phase.LookedAfter, PhaseEndDay = ChildState.Never, MatchQuality = 2 };
        PlacementRules.Begin(ref child, kind, Home, 2, RuleBench.DrawsOf(child), bench.On(0), bench.Effects);
        return child;
    }
}
