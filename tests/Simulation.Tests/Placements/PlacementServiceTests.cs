using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.Placements;

public class PlacementServiceTests
{
    private static readonly PoolSize _agency = new(HomeKind.AgencyFoster, 0, 10);

    [Fact]
    public void In_house_comes_before_agency_and_the_best_home_first()
    {
        var bench = new ServiceBench(ServiceBench.Certain(), _agency);
        int far = bench.AddHome(1, miles: 3);
        int near = bench.AddHome(2, miles: 1);
        int[] children = [.. Enumerable.Range(0, 3).Select(n => bench.AddChild(n))];
        foreach (int child in children)
        {
            bench.Ask(child, 0);
            bench.Resolve(0);
        }

        Assert.Equal([near, far, bench.Index.Find(HomeKind.AgencyFoster, 0)], children.Select(child => bench.Children[child].Home));
        Assert.Equal((3, 0, 3), (bench[Flow.RequestsMatched], bench[Flow.DaysToMatch], bench[Flow.PlacementsStarted]));
        bench.AssertConserved();
    }

    [Fact]
    public void Among_equals_the_lower_address_is_asked_first_whatever_the_order_of_the_register()
    {
        foreach (int[] order in new[] { new[] { 5, 6, 7 }, [7, 6, 5], [6, 7, 5] })
        {
            var bench = new ServiceBench(ServiceBench.Certain());
            int[] homes = [.. order.Select(n => bench.AddHome(n))];
            int child = bench.AddChild(1);
            bench.Ask(child, 0);
            bench.Resolve(0);

            Assert.Equal(homes[Array.IndexOf(order, 5)], bench.Children[child].Home);
        }
    }

    [Fact]
    public void Carers_who_decline_are_passed_over_for_the_day()
    {
        var rates = ServiceBench.Certain();
        rates.CarersAccept = 0;
        var bench = new ServiceBench(rates, _agency);
        bench.AddHome(1);
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);

        Assert.Equal(HomeKind.AgencyFoster, bench.Children[child].Place);
    }

    [Fact]
    public void No_home_means_a_stop_gap_tonight_and_another_search_tomorrow()
    {
        var bench = new ServiceBench(ServiceBench.Certain(), new PoolSize(HomeKind.EmergencyBed, 0, 1));
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);
        Assert.Equal((HomeKind.EmergencyBed, 0), (bench.Children[child].Place, bench.Children[child].RequestDay));
        Assert.True(bench.Children[child].Is(ChildFacts.StopGap));
        Assert.Equal((1, 0), (bench[Flow.RequestsUnmet], bench[Flow.RequestsMatched]));

        bench.Resolve(1);
        int home = bench.AddHome(1);
        bench.Resolve(2);
        Assert.Equal((home, ChildState.Never), (bench.Children[child].Home, bench.Children[child].RequestDay));
        Assert.Equal((1, 2, 2), (bench[Flow.RequestsUnmet], bench[Flow.DaysToMatch], bench[Flow.EmergencyNights]));
        Assert.Equal(0, bench.Service.WaitingCount);
        bench.AssertConserved();
    }

    [Fact]
    public void An_emergency_bed_gives_way_to_a_spot_purchase_at_its_limit_and_that_to_a_placement()
    {
        var rates = ServiceBench.Certain();
        rates.PoolAccepts = 0;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.EmergencyBed, 0, 1), new PoolSize(HomeKind.AgencyFoster, KentMap.Outside, 1));
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        var places = Enumerable.Range(0, 50).Select(day =>
        {
            bench.Resolve(day);
            return bench.Children[child].Place;
        }).ToList();

        Assert.All(places[..8], place => Assert.Equal(HomeKind.EmergencyBed, place));
        Assert.All(places[8..38], place => Assert.Equal(HomeKind.SpotPurchase, place));
        Assert.All(places[38..], place => Assert.Equal(HomeKind.AgencyFoster, place));
        Assert.Equal((1, 1, 38), (bench[Flow.RequestsUnmet], bench[Flow.RequestsMatched], bench[Flow.EmergencyNights]));
        bench.AssertConserved();
    }

    [Fact]
    public void A_spot_purchase_goes_on_where_its_kind_has_no_room()
    {
        var rates = ServiceBench.Certain();
        rates.PoolAccepts = 0;
        var bench = new ServiceBench(rates, new PoolSize(HomeKind.AgencyFoster, KentMap.Outside, 1));
        int[] children = [bench.AddChild(1), bench.AddChild(2)];
        Array.ForEach(children, child => bench.Ask(child, 0));
        for (int day = 0; day < 60; day++)
        {
            bench.Resolve(day);
            bench.AssertConserved();
        }

        Assert.Equal([HomeKind.AgencyFoster, HomeKind.SpotPurchase], children.Select(child => bench.Children[child].Place).Order());
    }

    [Theory]
    [InlineData(16.5, HomeKind.EmergencyBed)]
    [InlineData(15.5, HomeKind.AssessmentBed)]
    public void An_assessment_bed_comes_first_for_those_under_16(double years, HomeKind expected)
    {
        var bench = new ServiceBench(
            ServiceBench.Certain(), new PoolSize(HomeKind.EmergencyBed, 0, 1), new PoolSize(HomeKind.AssessmentBed, 0, 1));
        int child = bench.AddChild(1, years);
        bench.Ask(child, 0);
        bench.Resolve(0);

        Assert.Equal(expected, bench.Children[child].Place);
        Assert.True(bench.Children[child].Is(ChildFacts.StopGap));
        Assert.Equal(0, bench[Flow.SpotPurchases]);
    }

    /// <summary>Weeks instead of days, then tonight's other homes.</summary>
    [Fact]
    public void An_assessment_bed_is_for_entry_and_has_a_limit()
    {
        var bench = new ServiceBench(
            ServiceBench.Certain(), new PoolSize(HomeKind.EmergencyBed, 0, 1), new PoolSize(HomeKind.AssessmentBed, 0, 1));
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        var places = Enumerable.Range(0, 95).Select(day =>
        {
            bench.Resolve(day);
            return bench.Children[child].Place;
        }).ToList();

        Assert.All(places[..84], place => Assert.Equal(HomeKind.AssessmentBed, place));
        Assert.All(places[84..92], place => Assert.Equal(HomeKind.EmergencyBed, place));
        Assert.Equal((HomeKind.SpotPurchase, 1), (places[^1], bench[Flow.SpotPurchases]));
        bench.AssertConserved();
    }

    [Fact]
    public void Tonight_comes_before_planned_and_then_the_longest_waiting()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int first = bench.AddHome(1);
        int planned = bench.AddChild(1);
        bench.Ask(planned, 0);
        bench.Resolve(0);
        bench.Ask(planned, 1, MoveReason.CarePlan);
        bench.Register[first].Status = HomeStatus.Leaving;
        bench.Register.Update(first);
        int early = bench.AddChild(2);
        int late = bench.AddChild(3);
        bench.Resolve(1);
        bench.Ask(early, 2);
        bench.Resolve(2);
        bench.Ask(late, 3);
        int[] homes = [.. Enumerable.Range(0, 3).Select(day =>
        {
            int home = bench.AddHome(10 + day);
            bench.Resolve(3 + day);
            return home;
        })];

        Assert.Equal(homes, new[] { early, late, planned }.Select(child => bench.Children[child].Home));
    }

    [Fact]
    public void A_planned_move_waits_where_the_child_is_and_is_given_up_in_the_end()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int home = bench.AddHome(1);
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);
        bench.Ask(child, 10, MoveReason.CarePlan);
        for (int day = 10; day < 70; day++)
        {
            bench.Resolve(day);
            Assert.Equal((home, 10, 1), (bench.Children[child].Home, bench.Children[child].RequestDay, bench.Service.WaitingCount));
        }

        bench.Resolve(70);
        Assert.Equal((home, ChildState.Never, 0), (bench.Children[child].Home, bench.Children[child].RequestDay, bench.Service.WaitingCount));
        Assert.Equal((1, 1), (bench[Flow.PlacementsStarted], bench[Flow.RequestsUnmet]));
        Assert.Contains(child, bench.Service.Touched.ToArray());
    }

    /// <summary>A request counts once among those of its district: when it is met, or on the day it was needed (a planned move: a week on).</summary>
    [Theory]
    [InlineData(MoveReason.Entry, 0, 1, 1)]
    [InlineData(MoveReason.Entry, 2, 1, 0)]
    [InlineData(MoveReason.CarePlan, 5, 1, 1)]
    [InlineData(MoveReason.CarePlan, 7, 1, 1)]
    [InlineData(MoveReason.CarePlan, 8, 1, 0)]
    public void A_request_is_met_suitably_on_the_day_needed_or_not(MoveReason reason, int homeComesAfter, long requests, long metSuitably)
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int child = bench.AddChild(1);
        bench.Ask(child, 20, reason);
        for (int day = 20; day < 40; day++)
        {
            if (day == 20 + homeComesAfter)
            {
                bench.AddHome(1);
            }

            bench.Resolve(day);
        }

        Assert.Equal((1, 0), (bench[Flow.RequestsMatched], bench.Service.WaitingCount));
        Assert.Equal((requests, metSuitably), (bench[Flow.RequestsByDistrict + 2], bench[Flow.MetSuitablyByDistrict + 2]));
    }

    [Fact]
    public void A_child_who_asks_again_has_one_place_in_the_queue()
    {
        var bench = new ServiceBench(ServiceBench.Certain(), _agency);
        bench.AddHome(1);
        int child = bench.AddChild(1);
        bench.Ask(child, 0, MoveReason.CarePlan);
        bench.Ask(child, 0, MoveReason.HomeClosed);
        Assert.Equal(1, bench.Service.WaitingCount);
        bench.Resolve(0);

        Assert.Equal((0, 1), (bench.Service.WaitingCount, bench[Flow.PlacementsStarted]));
    }

    [Fact]
    public void Who_left_care_leaves_the_queue()
    {
        var bench = new ServiceBench(ServiceBench.Certain());
        int child = bench.AddChild(1);
        bench.Ask(child, 0);
        bench.Resolve(0);
        Assert.Equal(1, bench.Service.WaitingCount);
        bench.Children[child].RequestDay = ChildState.Never;
        bench.Resolve(1);

        Assert.Equal(0, bench.Service.WaitingCount);
    }

    [Fact]
    public void The_stability_team_takes_what_a_month_allows()
    {
        var rates = ServiceBench.Certain();
        rates.StabilityPerMonth = 2;
        var bench = new ServiceBench(rates);
        int taken = 0;
        for (int day = 0; day < 365; day++)
        {
            bench.Resolve(day);
            while (bench.Service.TakeStabilityCase())
            {
                taken++;
            }
        }

        Assert.InRange(taken, 23, 24);
    }

    [Fact]
    public void A_stability_team_of_nobody_takes_nothing()
    {
        var rates = ServiceBench.Certain();
        rates.StabilityPerMonth = 0;
        var bench = new ServiceBench(rates);
        for (int day = 0; day < 100; day++)
        {
            bench.Resolve(day);
            Assert.False(bench.Service.TakeStabilityCase());
        }
    }
}
