using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>How the schooling of children in care fares, and what it does to the rolls; on census dates.</summary>
internal sealed class CareSchoolMeasures
{
    private readonly SchoolMeasure _kept =
        SchoolMeasure.WholePercentage("cla-school-kept-pct", "Placements started in 12 months by children at a mainstream school of Kent who kept it");
    private readonly SchoolMeasure _moves = SchoolMeasure.Whole("cla-school-moves", "moves", "Changes of school with a placement in 12 months");
    private readonly SchoolMeasure _withPlan =
        SchoolMeasure.WholePercentage("cla-with-plan-pct", "Looked-after children of Years R-11 with an education, health and care plan");
    private readonly SchoolMeasure _unlinked =
        SchoolMeasure.Whole("cla-unlinked", "children", "Looked-after children of Kent of whom the school side knows nothing");

    private readonly SchoolMeasure[] _all;
    private readonly MeasureSink _sink = new();
    private readonly RollOverlay _overlay;
    private readonly CareSchoolCounts[] _notes;
    private readonly int _windowRecords;
    private readonly int _width;

    private CareSchoolMeasures(CountyParameters parameters, IReadOnlyList<MeasureDefinition> ofSchools)
    {
        _all = [_kept, _moves, _withPlan, _unlinked];
        _overlay = new RollOverlay(parameters.Schools!.Estate, ofSchools);
        _notes = new CareSchoolCounts[parameters.RecordDays.Length];
        _windowRecords = parameters.WindowRecords;
        _width = 2 * ofSchools.Count;
        PutAll();
    }

    /// <summary>The measures, or null where children in care are not linked with residents.</summary>
    public static CareSchoolMeasures? Of(CountyParameters parameters, IReadOnlyList<MeasureDefinition> ofSchools) =>
        parameters.Regimes[0].Rates.Schools?.CareSchools is null ? null : new CareSchoolMeasures(parameters, ofSchools);

    /// <summary>The measures in their order.</summary>
    public IReadOnlyList<MeasureDefinition> Definitions => _sink.Definitions;

    /// <summary>Begins a replication.</summary>
    public void Reset() => Array.Clear(_notes);

    /// <summary>Adds what the measures need of days that have passed.</summary>
    public CareSchoolState Save(CareSchoolState state, int records) =>
        state with { Notes = [.. _notes.Take(records).Select(note => note.ToMoves())], AtStart = _overlay.Save() };

    /// <summary>Goes on from there.</summary>
    public void Restore(CareSchoolState kept)
    {
        Reset();
        for (int record = 0; record < Math.Min(kept.Notes.Length, _notes.Length); record++)
        {
            _notes[record] = CareSchoolCounts.Of(kept.Notes[record]);
        }

        _overlay.Restore(kept.AtStart);
    }

    /// <summary>Counts who is where on the first day.</summary>
    public void Start(CountyState county, int day)
    {
        Count(county, day);
        _overlay.Start();
    }

    /// <summary>Notes what has happened until a record date.</summary>
    public void Note(CountyState county, int record) => _notes[record] = county.CareSchools.Counts;

    /// <summary>Measures a census date: changes what the school years recorded, and adds its own.</summary>
    /// <param name="county">The county.</param>
    /// <param name="day">The day.</param>
    /// <param name="record">The number of the record date.</param>
    /// <param name="values">What the school years recorded, and room for the measures after it.</param>
    /// <param name="target">The surplus of places that is enough, a share.</param>
    public void Record(CountyState county, int day, int record, Span<long> values, double target)
    {
        Count(county, day);
        if (county.CareSchools.IsOn)
        {
            _overlay.Apply(values[.._width], target);
        }

        CareSchoolCounts year = _notes[record].Since(_notes[Math.Max(0, record - _windowRecords)]);
        _kept.Add(0, year.Kept, year.Started);
        _moves.Add(0, year.Moves);
        PutAll();
        _sink.Values.CopyTo(values[_width..]);
        _sink.End();
    }

    private void Count(CountyState county, int day)
    {
        Array.ForEach(_all, static measure => measure.Clear());
        _overlay.Clear();
        CareSchoolBook book = county.CareSchools;
        if (!book.IsOn)
        {
            return;
        }

        foreach (int slot in county.LookedAfter.Members)
        {
            ref readonly ChildState child = ref county.Children[slot];
            ref readonly PupilInCare pupil = ref book[slot, child.Id];
            Schooling at = book.SchoolingOf(slot, child, day);
            _overlay.Add(at);
            if (pupil.Known != KnownResidents.None)
            {
                int ofAge = at.IsOfSchoolAge ? 1 : 0;
                _withPlan.Add(0, book.OwnOf(pupil, day).HasPlan ? ofAge : 0, ofAge);
            }
            else if (!child.Is(ChildFacts.Unaccompanied))
            {
                _unlinked.Add(0, 1);
            }
        }
    }

    private void PutAll()
    {
        foreach (SchoolMeasure measure in _all)
        {
            measure.Put(_sink);
        }

        if (_sink.IsDefining)
        {
            _sink.End();
        }
    }
}
