using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Notes flows at the ends of months, and measures the school side on census dates. Allocates nothing after its creation.</summary>
internal sealed class SchoolRecorder
{
    private readonly MeasureSink _sink = new();
    private readonly RollMeasures _rolls;
    private readonly RoundMeasures _rounds;
    private readonly PopulationMeasures _population;
    private readonly SendMeasures _send;
    private readonly SupplyMeasures _supply;
    private readonly long[] _notes;
    private readonly int _windowNotes;

    public SchoolRecorder(SchoolParameters parameters, IReadOnlyList<string> districts, int records, int windowRecords)
    {
        _rolls = new RollMeasures(parameters.Estate, districts);
        _rounds = new RoundMeasures(parameters.Estate, districts);
        _population = new PopulationMeasures(districts);
        _send = new SendMeasures(districts);
        _supply = new SupplyMeasures(parameters, districts);
        _notes = new long[records * (int)SchoolFlow.Count];
        _windowNotes = windowRecords;
        PutAll(null, null, default, default);
        _sink.End();
    }

    /// <summary>The measures in their order.</summary>
    public IReadOnlyList<MeasureDefinition> Measures => _sink.Definitions;

    /// <summary>Notes what has happened until a record date.</summary>
    public void Note(SchoolCounty county, int record)
    {
        county.Flows[(int)SchoolFlow.SpecialPlaces] = county.Send.Costs.Local;
        county.Flows[(int)SchoolFlow.ExternalPlaces] = county.Send.Costs.External;
        county.Flows[(int)SchoolFlow.Transport] = county.Send.Costs.Transport;
        county.Flows[(int)SchoolFlow.PlanRequests] = county.Send.Counts.Total(Send.SendCount.Asked);
        county.Flows.CopyTo(NoteOf(record));
    }

    /// <summary>Measures a census date whose flows have been noted.</summary>
    public void Record(SchoolCounty county, RoundBook book, in SchoolToday today, int record, Span<long> into)
    {
        PutAll(county, book, today, new SchoolWindow(NoteOf(record), NoteOf(Math.Max(0, record - _windowNotes))));
        _sink.Values.CopyTo(into);
        _sink.End();
    }

    private Span<long> NoteOf(int record) => _notes.AsSpan(record * (int)SchoolFlow.Count, (int)SchoolFlow.Count);

    private void PutAll(SchoolCounty? county, RoundBook? book, in SchoolToday today, in SchoolWindow year)
    {
        _rolls.Put(_sink, county, today.Year, county is null ? 0 : today.Rates.Supply.Planner.Target);
        _rounds.Put(_sink, book);
        _population.Put(_sink, county, today, year);
        _send.Put(_sink, county, year);
        _supply.Put(_sink, county, today.Year, year);
    }
}
