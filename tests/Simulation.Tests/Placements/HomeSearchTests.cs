using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Placements;

public class HomeSearchTests
{
    [Fact]
    public void Pools_are_tried_from_the_childs_area_outwards_and_outside_kent_last()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        for (int area = 0; area < KentMap.Outside; area++)
        {
            int[] order = bench.Index.OrderFrom(area).ToArray();
            Assert.Equal(area, order[0]);
            Assert.Equal(KentMap.Outside, order[^1]);
            Assert.Equal([0, 1, 2, 3, 4], order.Order());
        }

        Assert.Equal(KentMap.Outside, bench.Index.OrderFrom(KentMap.Outside)[0]);
    }

    [Fact]
    public void A_full_pool_hands_on_to_the_next_area()
    {
        PoolSize[] pools = [.. Enumerable.Range(0, 5).Select(area => new PoolSize(HomeKind.AgencyFoster, area, 1))];
        var bench = new ServiceBench(ServiceBench.Certain(), pools);
        int[] homes = [.. Enumerable.Range(0, 5).Select(n =>
        {
            int child = bench.AddChild(n);
            bench.Ask(child, 0);
            bench.Resolve(0);
            return (int)bench.Register[bench.Children[child].Home].Place;
        })];

        Assert.Equal(bench.Index.OrderFrom(0).ToArray(), homes);
        bench.AssertConserved();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Some_searches_turn_outside_kent_at_once(double share, bool outside)
    {
        var rates = ServiceBench.Certain();
        rates.SoughtOutside = share;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.AgencyFoster, 0, 5), new PoolSize(HomeKind.AgencyFoster, KentMap.Outside, 5));
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);

        Assert.Equal(outside, bench.Children[child].Is(ChildFacts.OutOfCounty));
        Assert.True(bench.Children[child].Is(ChildFacts.DistanceKnown));
    }

    [Fact]
    public void A_connected_person_is_a_home_of_its_own_named_after_the_child()
    {
        var rates = ServiceBench.Certain();
        rates.ConnectedShare = 1;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.AgencyFoster, 0, 5));
        int[] children = [bench.AddChild(1), bench.AddChild(2)];
        Array.ForEach(children, child => bench.Ask(child, 0));
        bench.Resolve(0);

        Assert.All(children, child => Assert.Equal(HomeKind.ConnectedPerson, bench.Children[child].Place));
        ulong[] ids = [.. children.Select(child => bench.Register[bench.Children[child].Home].Id)];
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(EntityKind.ConnectedHousehold, EntityId.Kind(id)));
        Assert.Equal(children, bench.Service.ConnectedToday.ToArray().Select(opened => opened.Child).Order());
        bench.AssertConserved();
    }

    [Fact]
    public void In_house_carers_are_asked_before_connected_persons_and_those_before_agencies()
    {
        var rates = ServiceBench.Certain();
        rates.ConnectedShare = 1;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.AgencyFoster, 0, 5));
        bench.AddHome(1);
        int[] children = [bench.AddChild(1), bench.AddChild(2)];
        Array.ForEach(children, child => bench.Ask(child, 0));
        bench.Resolve(0);

        Assert.Equal([HomeKind.InHouseFoster, HomeKind.ConnectedPerson], children.Select(child => bench.Children[child].Place).Order());
    }

    /// <summary>A baby for whom a family centre is sought, and a child too old for a parent and child household.</summary>
    [Theory]
    [InlineData(0.5, HomeKind.InHouseFoster)]
    [InlineData(3, HomeKind.FamilyCentre)]
    public void A_baby_with_a_parent_goes_to_a_parent_and_child_household_before_a_family_centre(double years, HomeKind expected)
    {
        var rates = ServiceBench.Certain();
        rates.Sought = Laws.EveryoneSeeks(HomeKind.FamilyCentre);
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.FamilyCentre, 0, 5));
        bench.AddHome(1);
        int household = bench.AddHome(2, miles: 5);
        bench.Register[household].Type = FosterType.ParentAndChild;
        bench.Register.Update(household);
        int child = bench.AddChild(1, years);
        bench.Ask(child, 0);
        bench.Resolve(0);

        Assert.Equal(expected, bench.Children[child].Place);
        Assert.Equal(expected == HomeKind.InHouseFoster, bench.Children[child].Home == household);
    }

    [Fact]
    public void A_connected_person_takes_a_whole_sibling_group()
    {
        var rates = ServiceBench.Certain();
        rates.ConnectedShare = 1;
        var bench = new ServiceBench(rates);
        int[] group = bench.AddSiblings(1, 3);
        Array.ForEach(group, child => bench.Ask(child, 0));
        bench.Resolve(0);

        Assert.Single(group.Select(child => bench.Children[child].Home).Distinct());
        Assert.Equal(1, bench.Service.ConnectedToday.Length);
        bench.AssertConserved();
    }

    [Fact]
    public void A_connected_person_offers_a_home_at_entry_only()
    {
        var rates = ServiceBench.Certain();
        rates.ConnectedShare = 1;
        var bench = new ServiceBench(rates);
        int child = bench.AddChild(1);
        bench.Ask(child, 0, MoveReason.Allegation);
        bench.Resolve(0);

        Assert.Equal(HomeKind.SpotPurchase, bench.Children[child].Place);
    }

    [Theory]
    [InlineData(16.5, HomeKind.Reception)]
    [InlineData(15.5, HomeKind.AgencyFoster)]
    public void Unaccompanied_young_people_of_16_go_to_reception_first(double years, HomeKind expected)
    {
        var rates = ServiceBench.Certain();
        rates.ReceptionShare = 1;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.Reception, 0, 5), new PoolSize(HomeKind.AgencyFoster, 0, 5));
        int child = bench.AddChild(1, years, facts: ChildFacts.Unaccompanied);
        bench.Ask(child, 0);
        bench.Resolve(0);

        Assert.Equal(expected, bench.Children[child].Place);
        Assert.False(bench.Children[child].Is(ChildFacts.DistanceKnown));
    }

    [Fact]
    public void A_child_who_enters_care_is_not_placed_with_its_parents_but_may_be_later()
    {
        var rates = ServiceBench.Certain();
        rates.Sought = Laws.EveryoneSeeks(HomeKind.WithParents);
        var bench = new ServiceBench(rates);
        int home = bench.AddHome(1);
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);
        Assert.Equal((HomeKind.InHouseFoster, home), (bench.Children[child].Place, bench.Children[child].Home));

        bench.Ask(child, 30, MoveReason.CarePlan);
        bench.Resolve(30);
        Assert.Equal((HomeKind.WithParents, ChildState.NoHome), (bench.Children[child].Place, bench.Children[child].Home));
        bench.AssertConserved();
    }

    /// <summary>The home that a placement broke down in has a bed free as soon as the child has left it, and may be the nearest.</summary>
    [Theory]
    [InlineData(MoveReason.CarerBehaviour)]
    [InlineData(MoveReason.CarePlan)]
    public void A_child_who_moves_does_not_move_to_where_it_is(MoveReason reason)
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int home = bench.AddHome(1, beds: 2);
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);
        int other = bench.AddHome(2, miles: 9);
        bench.Ask(child, 50, reason);
        bench.Resolve(50);

        Assert.NotEqual(home, bench.Children[child].Home);
        Assert.Equal(other, bench.Children[child].Home);
    }

    [Fact]
    public void A_child_who_must_be_the_only_one_has_the_home_to_itself()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int home = bench.AddHome(1, beds: 3);
        int alone = bench.AddChild(1, facts: ChildFacts.SinglePlacement);
        bench.Ask(alone, 0);
        bench.Resolve(0);
        int next = bench.AddChild(2);
        bench.Ask(next, 1);
        bench.Resolve(1);

        Assert.Equal(home, bench.Children[alone].Home);
        Assert.NotEqual(home, bench.Children[next].Home);
        Assert.Equal(0, bench.Register[home].Free);
    }
}
