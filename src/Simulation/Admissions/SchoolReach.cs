using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Which schools families of a planning area have in view, by the year group in which a school begins: the nearest ones, grammar schools
/// apart, since they are fewer and looked for farther away. Within it a family's liking of a school is
/// <c>Pull - miles x rate + grade and other terms + a Gumbel draw</c>, so that shares of first preferences are those of a logit. Immutable.
/// </summary>
public sealed class SchoolReach
{
    /// <summary>Schools in view for Reception and Year 3.</summary>
    public const int MostPrimary = 16;

    /// <summary>Schools in view for Year 7 that are not selective.</summary>
    public const int MostSecondary = 12;

    /// <summary>Grammar schools in view for Year 7 of those who passed the test.</summary>
    public const int MostSelective = 8;

    private static readonly int[] s_entryYears = [0, 3, 7];

    private readonly int[][][] _open;
    private readonly int[][] _selective;

    /// <summary>Finds the schools in view of every area.</summary>
    public SchoolReach(Estate estate)
    {
        _open = [.. s_entryYears.Select(year => Nearest(estate, year, selective: false, year == 7 ? MostSecondary : MostPrimary))];
        _selective = Nearest(estate, 7, selective: true, MostSelective);
        InYear = new InYearSchools(estate, this);
        SixthForms = [.. estate.Areas.Select(area => new InYearSchools.List(
            estate, area.District, YearGroups.SixthForm, Open(area.Index, YearGroups.FirstSecondary).ToArray(), Selective(area.Index).ToArray()))];
    }

    /// <summary>The same schools, laid out for searches outside rounds.</summary>
    internal InYearSchools InYear { get; }

    /// <summary>By area, the sixth forms in view of those who leave Year 11: grammar schools too, since the test does not matter then.</summary>
    internal InYearSchools.List[] SixthForms { get; }

    /// <summary>Schools that are not selective and begin in a year group (0, 3 or 7), nearest first.</summary>
    public ReadOnlySpan<int> Open(int area, int entryYear) => _open[entryYear switch { 0 => 0, 3 => 1, _ => 2 }][area];

    /// <summary>Grammar schools, nearest first.</summary>
    public ReadOnlySpan<int> Selective(int area) => _selective[area];

    private static int[][] Nearest(Estate estate, int year, bool selective, int most) =>
        [.. estate.Areas.Select(area => estate.Schools
            .Where(school => estate.Begins(school.Index, year) && school.Selective == selective)
            .OrderBy(school => Squared(area, school)).ThenBy(school => school.Index)
            .Take(most)
            .Select(school => school.Index)
            .ToArray())];

    private static long Squared(PlanningArea area, School school)
    {
        long east = area.East - school.East;
        long north = area.North - school.North;
        return (east * east) + (north * north);
    }
}
