using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.OtherAuthorities;

public class OtherAuthorityRulesTests
{
    [Fact]
    public void A_request_waits_for_a_home_without_an_event_of_its_own()
    {
        var bench = new RuleBench();
        ChildState child = RuleBench.Child(1);

        OtherAuthorityRules.Arrive(ref child, RuleBench.DrawsOf(child), bench.On(10), bench.Effects);

        Assert.Equal((Phase.OtherAuthority, 10, ChildState.Never), (child.Phase, child.RequestDay, child.NextDay));
        Assert.InRange(child.AgeOn(10), 0, (int)(16 * Age.Year));
        Assert.Equal((1, 0), (bench[Flow.OtherAuthorityRequests], bench[Flow.Requests]));
    }

    [Theory]
    [InlineData(0, HomeKind.AgencyFoster)]
    [InlineData(1, HomeKind.ChildrensHome)]
    public void They_seek_an_agency_or_a_childrens_home(double residential, HomeKind kind)
    {
        var bench = new RuleBench { Rates = { ResidentialShare = residential } };

        Assert.Equal(kind, OtherAuthorityRules.KindSought(RuleBench.DrawsOf(RuleBench.Child(1)), bench.On(0)));
    }

    [Fact]
    public void A_stay_lasts_as_its_law_says_and_gives_the_home_back()
    {
        var bench = new RuleBench { Rates = { OtherAuthorityStay = DurationLaw.Fixed(120) } };
        ChildState child = RuleBench.Child(1) with { Phase = Phase.OtherAuthority, RequestDay = 10 };

        OtherAuthorityRules.Begin(ref child, HomeKind.AgencyFoster, 7, RuleBench.DrawsOf(child), bench.On(12));
        Assert.Equal((132, 7, ChildState.Never), (child.NextDay, child.Home, child.RequestDay));

        OtherAuthorityRules.Wake(ref child, bench.Effects);
        Effect release = Assert.Single(bench.Effects.Wanted.ToArray());
        Assert.Equal((EffectClass.Release, 7), (release.Class, release.Detail));
        Assert.Equal((Phase.Gone, 1L), (child.Phase, bench[Flow.ChildrenOut]));
    }

    [Fact]
    public void Without_a_home_in_kent_they_go_elsewhere_when_patience_ends()
    {
        TestCounty county = TestCounty.Quiet();
        county.Pools = (kind, area) => kind == HomeKind.AgencyFoster && area == KentMap.Outside ? 50 : 0;
        county.Rates.OtherAuthorityRequests = 0.01;
        county.Rates.Patience = 5;
        CountyKernel kernel = county.Kernel();
        kernel.Sabotage = day =>
        {
            for (int slot = 0; slot < kernel.Children.Top; slot++)
            {
                ref ChildState child = ref kernel.Children[slot];
                Assert.True(child.Id == 0 || day - child.RequestDay < 5);
                Assert.True(child.Id == 0 || child.Home == ChildState.NoHome);
            }
        };
        RecordedRun.Of(kernel);

        Assert.True(kernel.Effects.Flows[(int)Flow.OtherAuthorityLost] > 20);
        Assert.Equal(
            kernel.Effects.Flows[(int)Flow.OtherAuthorityRequests],
            kernel.Effects.Flows[(int)Flow.OtherAuthorityLost] + kernel.Children.Present);
    }
}
