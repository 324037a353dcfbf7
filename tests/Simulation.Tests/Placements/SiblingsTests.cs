using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Placements;

/// <summary>Brothers and sisters are placed together where a home fits, and as near one another as may be where none does.</summary>
public class SiblingsTests
{
    [Fact]
    public void Together_where_a_home_has_room_for_all()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        bench.AddHome(1, beds: 2);
        int large = bench.AddHome(2, beds: 3, miles: 5);
        int[] group = Enter(bench, 3);

        Assert.All(group, child => Assert.Equal(large, bench.Children[child].Home));
        Assert.Equal((1, 1, 3), (bench[Flow.SiblingGroups], bench[Flow.SiblingGroupsTogether], bench[Flow.RequestsMatched]));
        bench.AssertConserved();
    }

    /// <summary>The only home for all lies beyond what the policy allows a group; near ones have room for each.</summary>
    [Fact]
    public void Apart_and_near_where_together_would_be_too_far()
    {
        TestRates rates = ServiceBench.Certain();
        rates.Weights = rates.Weights with { TogetherMiles = 18 };
        var bench = new ServiceBench(rates);
        bench.AddHome(1, beds: 2, miles: 19);
        int[] near = [bench.AddHome(2), bench.AddHome(3)];
        int[] group = Enter(bench, 2);

        Assert.Equal(near, group.Select(child => bench.Children[child].Home).Order());
        Assert.Equal(0, bench[Flow.SiblingGroupsTogether]);
    }

    [Fact]
    public void The_exemption_makes_room_for_one_more()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int home = bench.AddHome(1, beds: 2, exemption: true);
        int[] group = Enter(bench, 3);

        Assert.All(group, child => Assert.Equal(home, bench.Children[child].Home));
        Assert.Equal(0, bench.Register[home].Free);
        bench.AssertConserved();
    }

    [Fact]
    public void Split_where_no_home_has_room_and_then_each_where_a_brother_or_sister_is()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int pair = bench.AddHome(1, beds: 2, miles: 7);
        int single = bench.AddHome(2, beds: 1, miles: 8);
        int[] group = Enter(bench, 3);

        Assert.Equal([pair, pair, single], group.Select(child => bench.Children[child].Home).Order());
        Assert.Equal((1, 0), (bench[Flow.SiblingGroups], bench[Flow.SiblingGroupsTogether]));
        bench.AssertConserved();
    }

    [Fact]
    public void A_group_split_is_not_met_suitably_but_for_those_who_are_together()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        bench.AddHome(1, beds: 1);
        bench.AddHome(2, beds: 1);
        Enter(bench, 2);

        Assert.Equal((2, 0), (bench[Flow.RequestsMatched], bench[Flow.MetSuitablyByDistrict + 2]));
    }

    [Fact]
    public void A_group_met_together_on_the_day_is_met_suitably()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        bench.AddHome(1, beds: 2);
        Enter(bench, 2);

        Assert.Equal((2, 2), (bench[Flow.RequestsByDistrict + 2], bench[Flow.MetSuitablyByDistrict + 2]));
    }

    [Fact]
    public void Ages_of_all_must_be_within_the_approval()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        bench.AddHome(1, beds: 3, ageHigh: 8);
        int wide = bench.AddHome(2, beds: 2, miles: 9);
        int[] group = Enter(bench, 2);

        Assert.All(group, child => Assert.Equal(wide, bench.Children[child].Home));
    }

    [Fact]
    public void An_agency_home_takes_a_whole_group_or_none()
    {
        var bench = new ServiceBench(ServiceBench.Certain(), new PoolSize(HomeKind.AgencyFoster, 0, 2), new PoolSize(HomeKind.AgencyFoster, 1, 3));
        int[] group = Enter(bench, 3);

        Assert.All(group, child => Assert.Equal(bench.Index.Find(HomeKind.AgencyFoster, 1), bench.Children[child].Home));
        bench.AssertConserved();
    }

    [Fact]
    public void Others_of_the_queue_do_not_come_between()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        bench.AddHome(1, beds: 2);
        bench.AddHome(2, beds: 1, miles: 9);
        int[] group = bench.AddSiblings(1, 2);
        int other = bench.AddChild(9);
        bench.Ask(group[0], 0);
        bench.Ask(other, 0);
        bench.Ask(group[1], 0);
        bench.Resolve(0);

        Assert.Equal(1, bench[Flow.SiblingGroups]);
        bench.AssertConserved();
    }

    private static int[] Enter(ServiceBench bench, int size)
    {
        int[] group = bench.AddSiblings(1, size);
        Array.ForEach(group, child => bench.Ask(child, 0));
        bench.Resolve(0);
        return group;
    }
}
