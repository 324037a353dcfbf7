using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.SimulationTests.Schools;

/// <summary>Made-up schools: a few by hand, or a county on a grid.</summary>
internal static class TestEstate
{
    /// <summary>Side of a district's square in <see cref="County"/>, hundredths of a mile.</summary>
    public const int DistrictSide = 1000;

    private const int DistrictsInRow = 4;
    private const int AreasInRow = 3;

    /// <summary>A school at a point, community run and graded good unless the test says otherwise.</summary>
    public static School School(int index, SchoolKind kind, int east = 0, int north = 0, int pan = 30, int area = 0, int district = 0) => new()
    {
        Index = index,
        Id = $"school-{index}",
        Name = $"School {index} (synthetic)",
        Kind = kind,
        District = district,
        Area = area,
        East = (short)east,
        North = (short)north,
        Authority = SchoolAuthority.Council,
        Grade = Grade.Good,
        Pull = 0,
        Pan = kind == SchoolKind.Special ? 0 : pan,
        Synthetic = true,
    };

    /// <summary>A planning area around a point.</summary>
    public static PlanningArea Area(int index, int east = 0, int north = 0, int district = 0, int halfWidth = 0) =>
        new(index, $"Area {index} (synthetic)", district, (short)east, (short)north, halfWidth, 1, Synthetic: true);

    /// <summary>Schools with their admission number in each of their year groups; one area at the origin unless others are given.</summary>
    public static Estate Of(School[] schools, params PlanningArea[] areas) => new()
    {
        Schools = schools,
        Areas = areas.Length > 0 ? areas : [Area(0)],
        Groups = [],
        Capacity = [.. schools.SelectMany(school => Enumerable.Range(0, Estate.Years).Select(year => school.Teaches(year) ? school.Pan : 0))],
    };

    /// <summary>
    /// Twelve districts in a grid of four by three, each with nine areas; schools are scattered by a fixed rule: every sixth primary is an
    /// infant school and the next its junior school, every fifth has faith criteria, every third secondary selects.
    /// </summary>
    public static Estate County(int primaryInDistrict = 38, int secondaryInDistrict = 8)
    {
        var schools = new List<School>();
        for (int district = 0; district < 12; district++)
        {
            for (int n = 0; n < primaryInDistrict; n++)
            {
                SchoolKind kind = (n % 6) switch { 0 => SchoolKind.Infant, 1 => SchoolKind.Junior, _ => SchoolKind.Primary };
                schools.Add(Scattered(schools.Count, kind, district, 15 * (1 + (n % 4))) with { Faith = n % 5 == 4 });
            }

            for (int n = 0; n < secondaryInDistrict; n++)
            {
                schools.Add(Scattered(schools.Count, SchoolKind.Secondary, district, 150 + (30 * (n % 3))) with
                {
                    Selective = n % 3 == 2,
                    Faith = n == 1,
                    SixthForm = n % 4 != 0,
                    OverOffer = 10,
                });
            }
        }

        return Of([.. schools], [.. Enumerable.Range(0, 12 * AreasInRow * AreasInRow).Select(AreaOnGrid)]);
    }

    private static PlanningArea AreaOnGrid(int index)
    {
        const int side = DistrictSide / AreasInRow;
        (int district, int within) = (index / (AreasInRow * AreasInRow), index % (AreasInRow * AreasInRow));
        (int east, int north) = Corner(district);
        return Area(
            index, east + (side * (within % AreasInRow)) + (side / 2), north + (side * (within / AreasInRow)) + (side / 2), district, side / 2);
    }

    private static (int East, int North) Corner(int district) =>
        (DistrictSide * (district % DistrictsInRow), DistrictSide * (district / DistrictsInRow));

    private static School Scattered(int index, SchoolKind kind, int district, int pan)
    {
        (int east, int north) = Corner(district);
        int within = index * 7919 % DistrictSide;
        int up = index * 104729 % DistrictSide;
        int area = (district * AreasInRow * AreasInRow) + (up * AreasInRow / DistrictSide * AreasInRow) + (within * AreasInRow / DistrictSide);
        SchoolAuthority authority = (index % 3) switch
        {
            0 => SchoolAuthority.Academy,
            1 => SchoolAuthority.Council,
            _ => SchoolAuthority.GoverningBody,
        };
        return School(index, kind, east + within, north + up, pan, area, district) with { Authority = authority };
    }
}
