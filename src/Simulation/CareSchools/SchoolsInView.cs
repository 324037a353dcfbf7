using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>The mainstream schools as those see them who find one for a child in care. Moves forward with the days.</summary>
internal sealed class SchoolsInView
{
    private readonly Estate _estate;
    private readonly SchoolCalendar _calendar;
    private readonly int[][] _byPhase;
    private readonly Grade[] _grades;
    private readonly bool[] _open;
    private readonly int[] _since;
    private SchoolStandings _standings = new();
    private int _next;

    /// <summary>Creates the view of an estate. Grammar schools are left out: nobody is sent there without the test.</summary>
    public SchoolsInView(Estate estate, SchoolCalendar calendar)
    {
        (_estate, _calendar) = (estate, calendar);
        _byPhase =
        [
            [.. estate.Schools.Where(school => school.Kind != SchoolKind.Special && school.FirstYear < YearGroups.FirstSecondary).Select(school => school.Index)],
            [.. estate.Schools.Where(school => school is { Selective: false } && school.Kind != SchoolKind.Special && school.Teaches(YearGroups.FirstSecondary)).Select(school => school.Index)],
        ];
        _grades = new Grade[estate.Schools.Length];
        _open = new bool[estate.Schools.Length];
        _since = new int[estate.Schools.Length];
    }

    /// <summary>The schools.</summary>
    public Estate Estate => _estate;

    /// <summary>Academic years.</summary>
    public SchoolCalendar Calendar => _calendar;

    /// <summary>Begins a replication.</summary>
    public void Begin(SchoolStandings standings)
    {
        _standings = standings;
        _next = 0;
        Array.Clear(_open);
        Array.Clear(_grades);
        Array.Fill(_since, int.MinValue / 2);
    }

    /// <summary>Goes on to a day.</summary>
    public void GoTo(int day)
    {
        ReadOnlySpan<SchoolStandingNote> notes = _standings.Notes;
        for (; _next < notes.Length && notes[_next].Day <= day; _next++)
        {
            SchoolStandingNote note = notes[_next];
            if (note is { IsOpen: true, Day: > 0 } && !_open[note.School])
            {
                _since[note.School] = _calendar.YearOf(note.Day); // A new school fills from its first year group up.
            }

            (_open[note.School], _grades[note.School]) = (note.IsOpen, note.Grade);
        }
    }

    /// <summary>Whether a school is open and has a year group in an academic year.</summary>
    public bool Teaches(int school, int academicYear, int year) =>
        _open[school] && _estate.Schools[school].Teaches(year) && academicYear - _since[school] >= year - _estate.Schools[school].FirstYear;

    /// <summary>Miles from a point to a school.</summary>
    public double Miles(int school, int east, int north) =>
        KentMap.Miles(east, north, _estate.Schools[school].East, _estate.Schools[school].North);

    /// <summary>
    /// The nearest school graded good or outstanding that has a year group, full or not; where there is none the nearest of all, and -1 where
    /// no school has it. Of equally near ones the first.
    /// </summary>
    public int Nearest(int east, int north, int academicYear, int year)
    {
        int nearest = -1;
        (bool Unsuitable, long Squared) least = (true, long.MaxValue);
        foreach (int school in _byPhase[year < YearGroups.FirstSecondary ? 0 : 1])
        {
            School at = _estate.Schools[school];
            long dx = at.East - east;
            long dy = at.North - north;
            (bool Unsuitable, long Squared) here = (_grades[school] is not (Grade.Good or Grade.Outstanding), (dx * dx) + (dy * dy));
            if (here.CompareTo(least) < 0 && Teaches(school, academicYear, year))
            {
                (nearest, least) = (school, here);
            }
        }

        return nearest;
    }
}
