using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.CareLeavers;

public class CareLeaverRulesTests
{
    private const int Home = 7;

    /// <summary>Looked after since day 0, 18 on this day.</summary>
    private static readonly int _birthday = Age.Days18 - (int)(17 * Age.Year);

    [Fact]
    public void Who_ages_out_becomes_a_care_leaver_and_gives_up_the_home()
    {
        var bench = new RuleBench { Rates = { StayingPut = 0 } };

        ChildState person = AgeOut(bench, HomeKind.InHouseFoster);

        Assert.Equal((Phase.CareLeaver, ChildState.NoHome, HomeKind.None), (person.Phase, person.Home, person.Place));
        Assert.Equal((EffectClass.Release, (byte)0), (bench.Effects.Wanted[0].Class, bench.Effects.Wanted[0].Priority));
        Assert.Equal([EventKind.CareEnded, EventKind.PlacementEnded, EventKind.CareLeaverStarted], bench.Told);
    }

    [Theory]
    [InlineData(90, Phase.Gone)]
    [InlineData(91, Phase.CareLeaver)]
    public void Thirteen_weeks_since_14_make_a_care_leaver(int days, Phase expected)
    {
        var bench = new RuleBench { Rates = { StayingPut = 0 } };
        ChildState child = Foster(HomeKind.AgencyFoster) with { PhaseDay = _birthday - days };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(_birthday), bench.Effects);

        Assert.Equal(expected, child.Phase);
    }

    [Fact]
    public void Days_of_an_earlier_episode_count()
    {
        var bench = new RuleBench { Rates = { StayingPut = 0 } };
        ChildState child = Foster(HomeKind.AgencyFoster) with { PhaseDay = _birthday - 20, EarlierCareSince14 = 71 };

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(_birthday), bench.Effects);

        Assert.Equal(Phase.CareLeaver, child.Phase);
    }

    [Theory]
    [InlineData(HomeKind.InHouseFoster, true)]
    [InlineData(HomeKind.InHouseLongTerm, true)]
    [InlineData(HomeKind.AgencyFoster, false)]
    [InlineData(HomeKind.ConnectedPerson, false)]
    [InlineData(HomeKind.ChildrensHome, false)]
    public void Only_in_house_carers_keep_a_young_person(HomeKind place, bool staysPut)
    {
        var bench = new RuleBench { Rates = { StayingPut = 1 } };

        ChildState person = AgeOut(bench, place);

        Assert.Equal(staysPut, person.Is(ChildFacts.StayingPut));
        Assert.Equal(staysPut ? 1 : 0, bench.Effects.StayingPut);
        Assert.Equal(staysPut ? 1 : 0, bench.Effects.Flows[(int)Flow.CareCeasedByReason + (int)EndReason.E17]);
    }

    [Fact]
    public void Staying_put_keeps_the_bed_until_it_ends()
    {
        var bench = new RuleBench { Rates = { StayingPut = 1, StayingPutLength = DurationLaw.Fixed(200), To25 = 1 } };
        ChildState person = AgeOut(bench, HomeKind.InHouseFoster);

        Assert.Equal((Home, _birthday + 200), (person.Home, person.NextDay));
        Assert.Equal((EffectClass.Release, (byte)1, Home), Release(bench));

        bench.Effects.ClearDay();
        CareLeaverRules.Wake(ref person, bench.On(_birthday + 200), bench.Effects);
        Assert.Equal((Phase.CareLeaver, ChildState.NoHome, 0), (person.Phase, person.Home, bench.Effects.StayingPut));
        Assert.Equal(person.BirthDay + Age.Days25, person.NextDay);
        Assert.Equal((EffectClass.Release, (byte)2, Home), Release(bench));
        Assert.Equal([EventKind.StayingPutEnded], bench.Told);
    }

    [Fact]
    public void Staying_put_ends_at_21_at_the_latest_and_the_service_at_25()
    {
        var bench = new RuleBench { Rates = { StayingPut = 1, StayingPutLength = DurationLaw.Fixed(9999), To25 = 0, ServiceLength = DurationLaw.Fixed(9999) } };

        ChildState person = AgeOut(bench, HomeKind.InHouseFoster);

        Assert.Equal(person.BirthDay + Age.Days21, person.PlacementEndDay);
        Assert.Equal(person.BirthDay + Age.Days25, person.PhaseEndDay);
    }

    [Fact]
    public void The_bed_is_given_back_when_the_service_ends_first()
    {
        var bench = new RuleBench { Rates = { StayingPut = 1, StayingPutLength = DurationLaw.Fixed(500), To25 = 0, ServiceLength = DurationLaw.Fixed(100) } };
        ChildState person = AgeOut(bench, HomeKind.InHouseFoster);
        bench.Effects.ClearDay();

        CareLeaverRules.Wake(ref person, bench.On(_birthday + 100), bench.Effects);

        Assert.Equal(Phase.Gone, person.Phase);
        Assert.Equal((EffectClass.Release, (byte)2, Home), Release(bench));
        Assert.Equal([EventKind.StayingPutEnded, EventKind.CareLeaverEnded], bench.Told);
        Assert.Equal(1, bench[Flow.ChildrenOut]);
    }

    [Theory]
    [InlineData(1, 0, EndReason.E6)]
    [InlineData(0, 1, EndReason.E7)]
    [InlineData(0, 0, EndReason.E5)]
    public void Care_ends_at_18_for_the_reason_drawn(double withoutSupport, double adultCare, EndReason expected)
    {
        var bench = new RuleBench { Rates = { ReasonsAt18 = (withoutSupport, adultCare) } };

        AgeOut(bench, HomeKind.SemiIndependent);

        Assert.Equal(1, bench.Effects.Flows[(int)Flow.CareCeasedByReason + (int)expected]);
        Assert.Equal(1, bench.Effects.Flows[(int)Flow.CareCeasedByAge + (int)AgeBand.Over16]);
    }

    private static (EffectClass Class, byte Priority, int Home) Release(RuleBench bench)
    {
        Effect effect = Assert.Single(bench.Effects.Wanted.ToArray());
        return (effect.Class, effect.Priority, effect.Detail);
    }

    private static ChildState Foster(HomeKind place) => RuleBench.LookedAfter(1, place, Home, years: 17);

    private static ChildState AgeOut(RuleBench bench, HomeKind place)
    {
        ChildState child = Foster(place);
        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(_birthday), bench.Effects);
        return child;
    }
}
