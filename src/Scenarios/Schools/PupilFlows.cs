using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>From which planning area to which school the pupils of each year group go. Pupils from outside Kent are few and are not modelled.</summary>
internal sealed class PupilFlows
{
    private const double Hundredths = 100;

    /// <summary>Families look farther for a grammar school: a mile counts for this much of one.</summary>
    private const double SelectiveMile = 0.6;

    /// <summary>Not the scheduler of whoever asks, which may have one thread and wait on it.</summary>
    private static readonly ParallelOptions s_anyThread = new() { TaskScheduler = TaskScheduler.Default };

    private readonly SchoolFiles _files;
    private readonly AreaLayout _layout;
    private readonly SchoolDraft[] _schools;

    /// <summary>No flows yet.</summary>
    public PupilFlows(SchoolFiles files, AreaLayout layout, EstateDraft draft)
    {
        (_files, _layout, _schools) = (files, layout, [.. draft.Schools]);
        ByYear = new (SchoolDraft[], int[])[Estate.Years];
        Special = ([], []);
    }

    /// <summary>By year group: the schools that have it, and children by area and school (area x schools + school).</summary>
    public (SchoolDraft[] Schools, int[] Children)[] ByYear { get; }

    /// <summary>Special schools, and children of all year groups by area and school.</summary>
    public (SchoolDraft[] Schools, int[] Children) Special { get; private set; }

    /// <summary>Children of a year group on the rolls of mainstream schools, by area of the home.</summary>
    public int[] Residents(int year) => RowSums(ByYear[year].Children, ByYear[year].Schools.Length);

    /// <summary>Children of a year group by area of the home who are at schools that a test picks.</summary>
    public int At(int year, int district, Func<SchoolDraft, bool> picks)
    {
        (SchoolDraft[] schools, int[] children) = ByYear[year];
        return _layout.Of(district).Sum(area => Enumerable.Range(0, schools.Length).Where(s => picks(schools[s])).Sum(s => children[(area.Index * schools.Length) + s]));
    }

    /// <summary>Years R to 6: each district's schools are filled by as many children as live there.</summary>
    public void Primary(RollTargets targets)
    {
        double perMile = _files.Assumption("schools/per-mile/primary");
        Parallel.For(0, YearGroups.FirstSecondary, s_anyThread, year => Fit(year, [.. targets.Rolls.Select(row => row[year])], perMile, null));
    }

    /// <summary>Years 7 to 13. Where children live follows the weights; the south of Sevenoaks sends the printed share away.</summary>
    /// <param name="weights">Children by district and year group, to scale.</param>
    public void Secondary(double[][] weights)
    {
        bool[] south = [.. _layout.Areas.Select(area => _files.Districts[area.District].Id == "sevenoaks" && !_layout.IsNorth(area))];
        double perMile = _files.Assumption("schools/per-mile/secondary");
        double leave = _files["sevenoaks-south-leave"];
        Parallel.For(YearGroups.FirstSecondary, Estate.Years, s_anyThread, year =>
        {
            int total = _schools.Sum(school => school.Has(year) ? school.Roll[year] : 0);
            Fit(year, Apportion.Share(total, [.. weights.Select(row => row[year])]), perMile, (south, leave));
        });
    }

    /// <summary>Special schools.</summary>
    /// <param name="byDistrict">Pupils of special schools by district of the home.</param>
    public void Specials(int[] byDistrict)
    {
        SchoolDraft[] schools = [.. _schools.Where(school => school.Kind == SchoolKind.Special)];
        Gravity gravity = Between(schools, _files.Assumption("schools/per-mile/secondary"));
        Special = (schools, gravity.Fit(ToAreas(byDistrict), [.. schools.Select(school => school.Roll[0])]));
    }

    /// <summary>Children by district shared among its areas.</summary>
    public int[] ToAreas(IReadOnlyList<int> byDistrict)
    {
        int[] result = new int[_layout.Areas.Length];
        for (int district = 0; district < byDistrict.Count; district++)
        {
            PlanningArea[] areas = [.. _layout.Of(district)];
            Apportion.Share(byDistrict[district], [.. areas.Select(area => area.Share)]).CopyTo(result, areas[0].Index);
        }

        return result;
    }

    // Year groups do not know of one another, so they are fitted side by side.
    private void Fit(int year, int[] byDistrict, double perMile, (bool[] Areas, double Leave)? south)
    {
        SchoolDraft[] schools = [.. _schools.Where(school => school.Kind != SchoolKind.Special && school.Has(year))];
        bool[] away = [.. schools.Select(school => _files.Districts[school.Area.District].Id is "tonbridge-and-malling" or "tunbridge-wells")];
        int[] children = Between(schools, perMile).Fit(
            ToAreas(byDistrict), [.. schools.Select(school => school.Roll[year])],
            south is { } sending ? (sending.Areas, away, sending.Leave) : null);
        ByYear[year] = (schools, children);
    }

    private Gravity Between(SchoolDraft[] schools, double perMile) => new(_layout.Areas.Length, schools.Length, (row, column) =>
    {
        PlanningArea area = _layout.Areas[row];
        double east = area.East - schools[column].East;
        double north = area.North - schools[column].North;
        double inside = area.HalfWidth / 2.0;
        double miles = Math.Sqrt((east * east) + (north * north) + (inside * inside)) / Hundredths;
        return -perMile * miles * (schools[column].Selective ? SelectiveMile : 1);
    });

    private int[] RowSums(int[] children, int columns) =>
        [.. Enumerable.Range(0, _layout.Areas.Length).Select(area => columns == 0 ? 0 : children.AsSpan(area * columns, columns).ToArray().Sum())];
}
