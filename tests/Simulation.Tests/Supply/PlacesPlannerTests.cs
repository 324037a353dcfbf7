using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.SimulationTests.Supply;

/// <summary>The plan commissions where the forecast surplus falls below the target, and no more than brings it back.</summary>
public sealed class PlacesPlannerTests
{
    private static PlannedHost Host(int school, int unit = 0, Grade grade = Grade.Good, double popularity = 1, int intake = 60, bool busy = false) =>
        new(school, unit, District: 0, grade, popularity, intake, Secondary: false, busy);

    private static Commission[] Plan(PlannedUnit[] units, PlannedHost[] hosts, bool on = true)
    {
        var commissions = new Commission[50];
        int count = PlacesPlanner.Plan(units, hosts, SupplyBench.Planner(on), new bool[hosts.Length], commissions);
        return commissions[..count];
    }

    private static PlannedUnit Unit(int demand, int places) => new(0, demand, places, SoonDemand: 0, SoonPlaces: places);

    [Fact]
    public void It_commissions_nothing_at_a_high_surplus_or_when_it_is_off()
    {
        Assert.Empty(Plan([Unit(570, 600)], [Host(0)]));
        Assert.Empty(Plan([Unit(600, 600)], [Host(0)], on: false));
    }

    [Theory]
    [InlineData(571, 15)]
    [InlineData(584, 15)]
    [InlineData(590, 30)]
    [InlineData(610, 45)]
    public void It_restores_the_target_with_half_or_whole_forms_of_entry(int demand, int given)
    {
        Commission[] plan = Plan([Unit(demand, 600)], [Host(0), Host(1), Host(2)]);
        Assert.Equal(given, plan.Sum(one => one.Places));
        Assert.True(600 + given - demand >= 0.05 * (600 + given));
        Assert.True(600 + given - 15 - demand < 0.05 * (600 + given - 15));
    }

    [Fact]
    public void It_stops_at_the_most_of_one_plan() =>
        Assert.Equal(60, Plan([Unit(900, 600)], [Host(0), Host(1), Host(2), Host(3)]).Sum(one => one.Places));

    [Fact]
    public void It_prefers_the_area_then_the_better_grade_then_the_popular_and_no_weak_full_or_busy_school()
    {
        PlannedHost[] hosts =
        [
            Host(0, popularity: 3, grade: Grade.RequiresImprovement), Host(1, popularity: 3, busy: true), Host(2, popularity: 3, intake: 110),
            Host(3, unit: 1, grade: Grade.Outstanding), Host(4, popularity: 1.2), Host(5, popularity: 1.4),
        ];
        Assert.Equal(5, Plan([Unit(590, 600)], hosts)[0].School);
        Assert.Equal(6, Plan([Unit(590, 600)], [.. hosts, Host(6, grade: Grade.Outstanding, popularity: 0.5)])[0].School);
        Assert.Equal(3, Plan([Unit(590, 600)], hosts[..4])[0].School);
        Assert.Empty(Plan([Unit(590, 600)], hosts[..3]));
    }

    [Fact]
    public void The_order_of_the_hosts_does_not_matter_and_none_is_used_twice()
    {
        PlannedHost[] hosts = [.. Enumerable.Range(0, 8).Select(n => Host(n, unit: n % 2, popularity: n % 3))];
        PlannedUnit[] units = [Unit(620, 600), Unit(620, 600)];
        Commission[] plan = Plan(units, hosts);
        Assert.Equal(plan, Plan(units, [.. hosts.Reverse()]));
        Assert.Equal(plan.Length, plan.DistinctBy(one => one.School).Count());
    }

    [Fact]
    public void A_bulge_class_covers_the_coming_September()
    {
        Commission[] plan = Plan([new PlannedUnit(0, Demand: 500, Places: 600, SoonDemand: 599, SoonPlaces: 600)], [Host(0), Host(1)]);
        Commission bulge = Assert.Single(plan);
        Assert.True(bulge.Bulge);

        var bench = new SupplyBench();
        SupplyDay today = bench.On(bench.Calendar.PlanDay(1));
        Assert.Equal(2, PlacesPlanner.SchemeOf(bulge, SupplyBench.Primary, today).FromYear);
        Assert.Equal(3, PlacesPlanner.SchemeOf(bulge with { Bulge = false }, SupplyBench.Primary, today).FromYear);
        Assert.Equal(4, PlacesPlanner.SchemeOf(bulge with { Bulge = false }, SupplyBench.Secondary, today).FromYear);
    }

    /// <summary>Ten years of demand that grows: with the real lead times and no failures the target is kept once the first schemes are open.</summary>
    [Fact]
    public void Year_after_year_it_keeps_the_target()
    {
        const int years = 10;
        int[] demand = [.. Enumerable.Range(0, years + 3).Select(year => 560 + (12 * year))];
        int[] places = new int[years + 3];
        Array.Fill(places, 600);
        for (int year = 0; year < years; year++)
        {
            PlannedHost[] hosts = [.. Enumerable.Range(0, 10).Select(n => Host(n))];
            foreach (Commission one in Plan([Unit(demand[year + 2], places[year + 2])], hosts))
            {
                for (int later = year + 2; later < places.Length; later++)
                {
                    places[later] += one.Places;
                }
            }
        }

        Assert.All(Enumerable.Range(2, years), year => Assert.True(places[year] - demand[year] >= 0.05 * places[year]));
        Assert.True(places[years] - demand[years] < 0.09 * places[years]);
    }
}
