using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Measures;

/// <summary>Children made by hand, counted on day 1,000.</summary>
public class CareMeasuresTests
{
    private const int Today = 1000;

    [Theory]
    [InlineData(HomeKind.InHouseFoster, 1, 1)]
    [InlineData(HomeKind.InHouseLongTerm, 1, 1)]
    [InlineData(HomeKind.ConnectedPerson, 1, 1)]
    [InlineData(HomeKind.AgencyFoster, 0, 1)]
    [InlineData(HomeKind.AgencyLongTerm, 0, 1)]
    [InlineData(HomeKind.ChildrensHome, 0, 0)]
    [InlineData(HomeKind.Adoption, 0, 0)]
    [InlineData(HomeKind.WithParents, 0, 0)]
    public void Scs19_is_the_share_of_the_fostered_with_in_house_carers_or_connected_persons(HomeKind place, long inHouse, long fostered) =>
        Assert.Equal((inHouse, fostered), Of(Child(place))["scs19"]);

    [Fact]
    public void Scs19_leaves_unaccompanied_children_out() =>
        Assert.Equal((0, 0), Of(Child(HomeKind.InHouseFoster) with { Facts = ChildFacts.Unaccompanied })["scs19"]);

    [Fact]
    public void Scs19_of_a_few_children() => Assert.Equal(
        (2, 3),
        Of(Child(HomeKind.InHouseFoster), Child(HomeKind.ConnectedPerson), Child(HomeKind.AgencyFoster), Child(HomeKind.ChildrensHome))["scs19"]);

    /// <summary>2.5 years are 913 days, 2 years 730; days since care, since the present and since the last placement began.</summary>
    [Theory]
    [InlineData(912, 912, HomeKind.AgencyFoster, 8, 0, 0)]  // Not looked after for long enough.
    [InlineData(913, 913, HomeKind.AgencyFoster, 8, 1, 1)]
    [InlineData(913, 730, HomeKind.AgencyFoster, 8, 1, 1)]
    [InlineData(913, 729, HomeKind.AgencyFoster, 8, 0, 1)]  // Moved less than two years ago.
    [InlineData(2000, 1000, HomeKind.InHouseFoster, 16.1, 0, 0)] // 16 and over are left out.
    [InlineData(2000, 100, HomeKind.Adoption, 4, 1, 1)]     // With adopters and the carers before together for two years.
    public void Scs18_by_hand(int inCare, int inPlacement, HomeKind place, double age, long same, long longTerm)
    {
        ChildState child = Child(place, age) with
        {
            PhaseDay = Today - inCare,
            PlacementDay = Today - inPlacement,
            PreviousPlacementDay = Today - inCare,
        };

        var measured = Of(child);

        Assert.Equal((same, longTerm), measured["scs18"]);
        Assert.Equal((same, 1), measured["same-placement-2-years-count"]);
        Assert.Equal((longTerm, 1), measured["cla-2.5-years-count"]);
    }

    [Fact]
    public void Scs18_of_an_adopted_child_asks_for_two_years_with_adopters_and_the_carers_before()
    {
        ChildState child = Child(HomeKind.Adoption, 4) with { PhaseDay = Today - 1200, PlacementDay = Today - 100, PreviousPlacementDay = Today - 700 };

        Assert.Equal((0, 1), Of(child)["scs18"]);
    }

    [Theory]
    [InlineData(2000, 300, 3, true)]    // Three in the year with the one that the year began in.
    [InlineData(2000, 365, 3, false)]   // The last but one began a year ago.
    [InlineData(200, 100, 3, true)]
    [InlineData(200, 100, 2, false)]    // Two since entering care.
    public void Three_placements_in_a_year(int inCare, int sincePrevious, ushort placements, bool three)
    {
        ChildState child = Child(HomeKind.AgencyFoster) with
        {
            PhaseDay = Today - inCare,
            PlacementDay = Today - 50,
            PreviousPlacementDay = Today - sincePrevious,
            PlacementsThisEpisode = placements,
        };

        Assert.Equal((three ? 1 : 0, 1), Of(child)["cla-3-placements"]);
    }

    [Fact]
    public void Distance_is_a_share_of_those_whose_distance_is_known()
    {
        var measured = Of(
            Child(HomeKind.AgencyFoster) with { Facts = ChildFacts.DistanceKnown | ChildFacts.Over20Miles | ChildFacts.OutOfCounty, Miles = 2500 },
            Child(HomeKind.AgencyFoster) with { Facts = ChildFacts.DistanceKnown, Miles = 350 },
            Child(HomeKind.AgencyFoster) with { Facts = ChildFacts.Unaccompanied });

        Assert.Equal((1, 2), measured["placed-over-20-miles"]);
        Assert.Equal((1, 3), measured["placed-out-of-county"]);
        Assert.Equal((2850, 200), measured["miles-from-home"]);
        Assert.Equal((1, 1), measured["cla-uasc"]);
    }

    [Fact]
    public void Every_kind_of_home_has_a_code_a_provider_and_a_group()
    {
        foreach (HomeKind kind in Enum.GetValues<HomeKind>().Except([HomeKind.None]))
        {
            var measured = Of(Child(kind));
            foreach (string group in new[] { "cla-by-place/", "cla-by-provider/", "cla-by-group/", "cla-by-age/" })
            {
                Assert.Equal(1, measured.Where(pair => pair.Key.StartsWith(group, StringComparison.Ordinal)).Sum(pair => pair.Value.Numerator));
            }
        }
    }

    [Theory]
    [InlineData(0.9, "under-1")]
    [InlineData(1.1, "1-4")]
    [InlineData(4.9, "1-4")]
    [InlineData(5.1, "5-9")]
    [InlineData(10.1, "10-15")]
    [InlineData(15.9, "10-15")]
    [InlineData(16.1, "16-over")]
    public void Ages_fall_into_the_bands_of_the_DfE(double age, string band) =>
        Assert.Equal((1, 1), Of(Child(HomeKind.AgencyFoster, age))[$"cla-by-age/{band}"]);

    private static ChildState Child(HomeKind place, double age = 8) => RuleBench.LookedAfter(1, place, 7) with
    {
        BirthDay = Today - (int)(age * Age.Year),
        PhaseDay = Today - 100,
        PlacementDay = Today - 100,
    };

    private static Dictionary<string, (long Numerator, long Denominator)> Of(params ChildState[] children) => Measured.By(sink =>
    {
        var measures = new CareMeasures();
        var table = new ChildTable();
        foreach (ChildState child in children)
        {
            table[table.Add(child.Id, child.District)] = child;
        }

        measures.Clear();
        measures.Add([.. Enumerable.Range(0, children.Length)], table, Today);
        measures.Put(sink);
    });
}
