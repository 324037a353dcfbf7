using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>From a day on a school is open or not, and has a grade.</summary>
/// <param name="Day">The day.</param>
/// <param name="School">The school.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="IsOpen">Whether it admits.</param>
internal readonly record struct SchoolStandingNote(int Day, int School, Grade Grade, bool IsOpen);

/// <summary>Which schools were open, with which grade, on each day of one passage.</summary>
internal sealed class SchoolStandings
{
    private readonly List<SchoolStandingNote> _notes = new(1024);
    private SchoolStandingNote[] _now = [];

    /// <summary>The changes in the order of days.</summary>
    public ReadOnlySpan<SchoolStandingNote> Notes => CollectionsMarshal.AsSpan(_notes);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _notes.Clear();
        Array.Clear(_now);
    }

    /// <summary>Notes which schools stand otherwise than before.</summary>
    public void Note(int day, SchoolCounty county)
    {
        if (_now.Length != county.Grades.Length)
        {
            _now = new SchoolStandingNote[county.Grades.Length];
        }

        for (int school = 0; school < _now.Length; school++)
        {
            bool isOpen = county.Statuses[school].Standing == SchoolStanding.Open;
            ref SchoolStandingNote before = ref _now[school];
            if (before.IsOpen != isOpen || before.Grade != county.Grades[school])
            {
                before = new SchoolStandingNote(day, school, county.Grades[school], isOpen);
                _notes.Add(before);
            }
        }
    }
}
