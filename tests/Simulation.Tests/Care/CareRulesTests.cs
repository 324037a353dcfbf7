using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Care;

public class CareRulesTests
{
    private const int Home = 7;

    [Fact]
    public void A_child_who_enters_has_a_course_and_asks_for_a_home_tonight()
    {
        var bench = new RuleBench { Rates = { GroupSize = [1] } };
        ChildState child = RuleBench.Child(1);

        CareRules.Enter(ref child, RuleBench.DrawsOf(child), bench.On(100), bench.Effects);

        Assert.Equal(Phase.LookedAfter, child.Phase);
        Assert.Equal((1, 100, 100), (child.Episodes, child.PhaseDay, child.RequestDay));
        Assert.InRange(child.NextDay, 101, child.BirthDay + Age.Days18);
        Assert.Equal((1, 1), (bench[Flow.CareStarted], bench[Flow.Requests]));
        Assert.Equal([EventKind.CareStarted, EventKind.HomeRequested], bench.Told);
        Effect request = Assert.Single(bench.Effects.Wanted.ToArray());
        Assert.Equal((EffectClass.PlacementRequest, (byte)0), (request.Class, request.Priority));
    }

    [Fact]
    public void Brothers_and_sisters_enter_with_the_lead_and_share_its_course()
    {
        var bench = new RuleBench { Rates = { GroupSize = [0, 0, 0, 1], CareLength = Laws.Exponential(200), LongTermRevised = 1 } };
        ChildState lead = RuleBench.Child(1);
        CareRules.Enter(ref lead, RuleBench.DrawsOf(lead), bench.On(0), bench.Effects);
        Assert.Equal(3, bench.Wanted(EffectClass.SiblingEnters));
        foreach (Effect entry in bench.Effects.Wanted.ToArray().Where(effect => effect.Class == EffectClass.SiblingEnters))
        {
            ChildState child = RuleBench.Child(99) with { Id = entry.Entity };
            CareRules.EnterWith(ref child, lead, RuleBench.DrawsOf(child), bench.On(0), bench.Effects);

            Assert.Equal((lead.District, lead.Need, lead.East, lead.North, lead.GroupSize), (child.District, child.Need, child.East, child.North, child.GroupSize));
            Assert.Equal((lead.Plan, lead.Legal, lead.LegalDay), (child.Plan, child.Legal, child.LegalDay));
            Assert.Equal(Math.Min(lead.PhaseEndDay, child.BirthDay + Age.Days18), child.PhaseEndDay);
            Assert.InRange(child.AgeOn(0), 0, Age.Days18 - 1);
            Assert.NotEqual(lead.BirthDay, child.BirthDay);
        }

        Assert.Equal(4, bench[Flow.CareStarted]);
        Assert.Single(bench.Effects.Wanted.ToArray().Where(e => e.Class == EffectClass.PlacementRequest).Select(e => e.Lot).Distinct());
    }

    [Fact]
    public void The_group_comes_once_and_not_with_a_later_episode()
    {
        var bench = new RuleBench { Rates = { GroupSize = [0, 1] } };
        ChildState lead = RuleBench.Child(1);
        CareRules.Enter(ref lead, RuleBench.DrawsOf(lead), bench.On(0), bench.Effects);
        CareRules.Enter(ref lead, RuleBench.DrawsOf(lead), bench.On(900), bench.Effects);

        Assert.Equal(1, bench.Wanted(EffectClass.SiblingEnters));
        Assert.Equal(2, lead.Episodes);
    }

    /// <summary>All three clocks ring on one day: the end of care stops the others.</summary>
    [Fact]
    public void The_end_of_care_comes_before_legal_status_and_placement()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.InHouseFoster, Home, plan: CarePlan.ReturnHome) with
        {
            PhaseEndDay = 50,
            LegalDay = 50,
            PlacementEndDay = 50,
        };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.NotEqual(Phase.LookedAfter, child.Phase);
        Assert.Equal((1, 0), (bench[Flow.CareCeased], bench[Flow.Requests]));
        Assert.DoesNotContain(EventKind.LegalStatusChanged, bench.Told);
        Effect release = Assert.Single(bench.Effects.Wanted.ToArray());
        Assert.Equal((EffectClass.Release, Home), (release.Class, release.Detail));
    }

    [Fact]
    public void Legal_status_changes_before_the_placement_ends()
    {
        var bench = new RuleBench { Rates = { ConvertedInPlace = 0 } };
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home) with { LegalDay = 50, PlacementEndDay = 50 };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.Equal(LegalStatus.C2, child.Legal);
        Assert.Equal(ChildState.Never, child.LegalDay);
        Assert.Equal([EventKind.LegalStatusChanged, EventKind.HomeRequested], bench.Told);
        Assert.Equal(Home, child.Home);
    }

    [Fact]
    public void A_child_moves_to_adopters_on_the_day_and_needs_no_home()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.LookedAfter(1, HomeKind.InHouseFoster, Home, years: 1, CarePlan.Adoption) with
        {
            LegalDay = 300,
            PlacementEndDay = 300,
            PhaseEndDay = 450,
            RequestDay = 290,
            Facts = ChildFacts.OutOfCounty | ChildFacts.Over20Miles | ChildFacts.DistanceKnown,
        };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(300), bench.Effects);

        Assert.Equal((LegalStatus.E1, HomeKind.Adoption, ChildState.NoHome), (child.Legal, child.Place, child.Home));
        Assert.Equal((300, 0, 450), (child.PlacementDay, child.PreviousPlacementDay, child.NextDay));
        Assert.Equal(ChildState.Never, child.RequestDay);
        Assert.False(child.Is(ChildFacts.OutOfCounty | ChildFacts.Over20Miles | ChildFacts.DistanceKnown));
        Assert.Equal((1, 0), (bench.Wanted(EffectClass.Release), bench.Wanted(EffectClass.PlacementRequest)));

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(450), bench.Effects);
        Assert.Equal((1, 300), (bench[Flow.Adopted], bench[Flow.AdoptedDays]));
        Assert.Equal(Phase.Gone, child.Phase);
        Assert.Equal(1, bench.Wanted(EffectClass.Release));
    }

    [Theory]
    [InlineData(CarePlan.ReturnHome, 1, EndReason.E4A)]
    [InlineData(CarePlan.ReturnHome, 0, EndReason.E4B)]
    [InlineData(CarePlan.OtherHome, 1, EndReason.E13)]
    [InlineData(CarePlan.ChildArrangements, 1, EndReason.E41)]
    [InlineData(CarePlan.SpecialGuardianship, 1, EndReason.E45)]
    [InlineData(CarePlan.Transfer, 1, EndReason.E3)]
    [InlineData(CarePlan.FoundAdult, 1, EndReason.E15)]
    public void Care_ends_for_the_reason_of_its_plan(CarePlan plan, double plannedReturn, EndReason expected)
    {
        var bench = new RuleBench { Rates = { PlannedReturn = plannedReturn } };
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home, plan: plan) with { PhaseEndDay = 50 };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.Equal(1, bench.Effects.Flows[(int)Flow.CareCeasedByReason + (int)expected]);
        Assert.Equal(1, bench.Effects.Flows[(int)Flow.CareCeasedByAge + (int)AgeBand.From5To9]);
    }

    [Theory]
    [InlineData(1.0, Phase.AtHome, true)]
    [InlineData(0.0, Phase.Gone, false)]
    public void Who_went_home_may_return_to_care(double share, Phase expected, bool returns)
    {
        var bench = new RuleBench { Rates = { AfterReturnHome = new(share, DurationLaw.Fixed(90)) } };
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home, plan: CarePlan.ReturnHome) with { PhaseEndDay = 50 };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.Equal((expected, returns), (child.Phase, child.Is(ChildFacts.ReturnsToCare)));
        Assert.Equal((ChildState.NoHome, HomeKind.None), (child.Home, child.Place));
    }

    /// <summary>A stop-gap left behind would keep the placement service from looking for a home when the child comes back.</summary>
    [Fact]
    public void Nothing_of_the_last_placement_follows_a_child_home()
    {
        var bench = new RuleBench { Rates = { AfterReturnHome = new(1, DurationLaw.Fixed(90)) } };
        ChildState child = RuleBench.LookedAfter(1, HomeKind.SpotPurchase, Home, plan: CarePlan.ReturnHome) with
        {
            PhaseEndDay = 50,
            Facts = ChildFacts.StopGap | ChildFacts.OutOfCounty | ChildFacts.DistanceKnown | ChildFacts.Over20Miles,
        };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(50), bench.Effects);

        Assert.Equal(ChildFacts.ReturnsToCare, child.Facts & ~ChildFacts.Female);
        Assert.Equal(50, bench[Flow.EmergencyNights]);
    }

    [Fact]
    public void Care_before_the_14th_birthday_takes_nothing_off_the_days_since()
    {
        var bench = new RuleBench();
        ChildState infant = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, Home, years: 2, CarePlan.ReturnHome) with { PhaseEndDay = 50 };
        ChildState teenager = RuleBench.LookedAfter(2, HomeKind.AgencyFoster, Home, years: 15, CarePlan.ReturnHome) with { PhaseEndDay = 50 };
        ChildState between = RuleBench.LookedAfter(3, HomeKind.AgencyFoster, Home, years: 0, CarePlan.ReturnHome) with
        {
            BirthDay = -Age.Days14 + 20,
            PhaseEndDay = 50,
        };

        CareRules.Wake(ref infant, RuleBench.DrawsOf(infant), bench.On(50), bench.Effects);
        CareRules.Wake(ref teenager, RuleBench.DrawsOf(teenager), bench.On(50), bench.Effects);
        CareRules.Wake(ref between, RuleBench.DrawsOf(between), bench.On(50), bench.Effects);

        Assert.Equal((0, 50, 30), (infant.EarlierCareSince14, teenager.EarlierCareSince14, between.EarlierCareSince14));
    }

    [Fact]
    public void No_course_goes_beyond_18()
    {
        var bench = new RuleBench { Rates = { CareLength = DurationLaw.Fixed(20_000), LongTermRevised = 0 } };
        for (int n = 0; n < 500; n++)
        {
            ChildState child = RuleBench.Child(n, years: n % 18);
            CareRules.Enter(ref child, RuleBench.DrawsOf(child), bench.On(0), bench.Effects);
            Assert.Equal(child.BirthDay + Age.Days18, child.PhaseEndDay);
        }
    }
}
