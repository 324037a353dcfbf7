using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Notes flows at the ends of months and measures the county on record dates. Allocates nothing after its creation.</summary>
internal sealed class Recorder
{
    private static readonly MeasureDefinition s_openCases =
        CareMeasures.Count("open-cases", "Open social work cases: assessments, children in need, protection plans, looked after");
    private static readonly MeasureDefinition s_assessments = CareMeasures.Count("assessments", "Children being assessed");
    private static readonly MeasureDefinition s_cin = CareMeasures.Count("cin", "Children in need");
    private static readonly MeasureDefinition s_cpp = CareMeasures.Count("cpp", "Children with a child protection plan");
    private static readonly MeasureDefinition s_earlyHelp = CareMeasures.Count("early-help-open", "Children open to Early Help units");
    private static readonly MeasureDefinition s_leavers = CareMeasures.Count("care-leavers", "Care leavers of 18 and over", "young people");
    private static readonly MeasureDefinition s_stayingPut = CareMeasures.Count("staying-put", "Young people Staying Put", "young people");
    private static readonly MeasureDefinition s_otherAuthorities = CareMeasures.Count("other-la-children-in-kent", "Children of other authorities placed in Kent");
    private static readonly MeasureDefinition s_waiting = CareMeasures.Count("waiting", "Children who wait for a home or a better one");

    private readonly CountyParameters _parameters;
    private readonly MeasureSink _sink = new();
    private readonly CareMeasures _care = new();
    private readonly HomeMeasures _homes = new();
    private readonly FlowMeasures _flows;
    private readonly DistrictMeasures _districts;
    private readonly CareSchoolMeasures? _careSchools;
    private CountyParameters _running;
    private readonly int[] _stocks = new int[Enum.GetValues<Phase>().Length];

    /// <summary>Creates a recorder.</summary>
    /// <param name="parameters">Of the shape of all replications.</param>
    /// <param name="county">Any county of that shape, for the definitions of the measures.</param>
    public Recorder(CountyParameters parameters, CountyState county)
    {
        _parameters = _running = parameters;
        _flows = new FlowMeasures(parameters);
        _districts = new DistrictMeasures(parameters.Districts);
        PutAll(county, default, default);
        _sink.End();
        IReadOnlyList<MeasureDefinition> ofSchools = parameters.Schools is null ? [] : SchoolYearsLane.MeasuresOf(parameters);
        _careSchools = parameters.Schools is null ? null : CareSchoolMeasures.Of(parameters, ofSchools);
        Measures = [.. _sink.Definitions, .. ofSchools, .. _careSchools?.Definitions ?? []];
        Layout = RecordLayout.Of(Measures, parameters.CensusRecords);
    }

    /// <summary>The measures in their order: those of the care side, of the school side, and of where the two meet.</summary>
    public IReadOnlyList<MeasureDefinition> Measures { get; }

    /// <summary>Where their values lie in a record.</summary>
    public RecordLayout Layout { get; }

    /// <summary>Starts a replication.</summary>
    public void Reset(CountyParameters parameters)
    {
        _running = parameters;
        _flows.Begin(parameters);
        _careSchools?.Reset();
    }

    /// <summary>What is known of the schools of children in care; null where nothing is.</summary>
    /// <param name="county">The county between two days.</param>
    /// <param name="records">How many record days there have been.</param>
    public CareSchoolState? Save(CountyState county, int records) =>
        county.CareSchools.IsOn && _careSchools is not null ? _careSchools.Save(county.CareSchools.Save(county), records) : null;

    /// <summary>Goes on from what was known.</summary>
    public void Restore(CareSchoolState kept) => _careSchools?.Restore(kept);

    /// <summary>Notes where children in care are at school at the end of the first day on which that is known.</summary>
    public void EndDay(CountyState county, int day)
    {
        if (county.CareSchools.FirstDay == day)
        {
            _careSchools?.Start(county, day);
        }
    }

    /// <summary>Notes the flows when the day ends a month.</summary>
    public static void Note(CountyState county, FrontDoorHistory frontDoor, int day)
    {
        if (county.Notes.IsDue(day))
        {
            county.Notes.Add(county.Effects.Flows, frontDoor.FlowsAt(county.Notes.Count));
        }
    }

    /// <summary>Measures the county.</summary>
    /// <param name="county">The county at the end of a record day.</param>
    /// <param name="frontDoor">What the front door did.</param>
    /// <param name="day">The day.</param>
    /// <param name="record">The index of the record day.</param>
    /// <param name="into">Receives what <see cref="Layout"/> has of the date.</param>
    /// <param name="schools">What the school years came to; null where they are left out.</param>
    public void Record(CountyState county, FrontDoorHistory frontDoor, int day, int record, Span<long> into, SchoolHistory? schools = null)
    {
        _care.Clear();
        _districts.Clear();
        _care.Add(county.LookedAfter.Members, county.Children, day);
        foreach (int slot in county.LookedAfter.Members)
        {
            ref readonly ChildState child = ref county.Children[slot];
            _districts.Add(child);
        }

        int now = _parameters.LeadInNoteDays.Length + record;
        ReadOnlySpan<int> atFrontDoor = frontDoor.StocksAt(now);
        for (int phase = 0; phase < _stocks.Length; phase++)
        {
            _stocks[phase] = county.Effects.Stocks[phase] + atFrontDoor[phase];
        }

        ReadOnlySpan<long> current = county.Notes.At(now);
        var year = new FlowWindow(current, county.Notes.At(Math.Max(0, now - _parameters.WindowRecords)));
        var month = new FlowWindow(current, county.Notes.At(Math.Max(0, now - 1)));
        PutAll(county, year, month);
        _sink.Values.CopyTo(into);
        _sink.End();
        _careSchools?.Note(county, record);
        int census = Layout.CensusDates.IndexOf(record);
        if (census >= 0 && schools is not null)
        {
            Span<long> ofSchools = into[(2 * Layout.MonthlyMeasures)..];
            schools.At(census).CopyTo(ofSchools);
            _careSchools?.Record(county, day, record, ofSchools, _running.RatesOn(day).Schools!.Supply.Planner.Target);
        }
    }

    private void PutAll(CountyState county, in FlowWindow year, in FlowWindow month)
    {
        int assessments = _stocks[(int)Phase.Assessment];
        int inNeed = _stocks[(int)Phase.ChildInNeed];
        int plans = _stocks[(int)Phase.ProtectionPlan];
        _care.Put(_sink);
        _homes.Put(_sink, county.Service.Register);
        _sink.Put(s_openCases, assessments + inNeed + plans + _stocks[(int)Phase.LookedAfter]);
        _sink.Put(s_assessments, assessments);
        _sink.Put(s_cin, inNeed);
        _sink.Put(s_cpp, plans);
        _sink.Put(s_earlyHelp, _stocks[(int)Phase.EarlyHelp]);
        _sink.Put(s_leavers, _stocks[(int)Phase.CareLeaver]);
        _sink.Put(s_stayingPut, county.Effects.StayingPut);
        _sink.Put(s_otherAuthorities, _stocks[(int)Phase.OtherAuthority]);
        _sink.Put(s_waiting, county.Service.WaitingCount);
        if (_sink.IsDefining)
        {
            var nothing = new long[FlowIndex.Count];
            _flows.Put(_sink, new FlowWindow(nothing, nothing), new FlowWindow(nothing, nothing));
        }
        else
        {
            _flows.Put(_sink, year, month);
        }

        // Last, so that every measure before them keeps its place.
        _districts.Put(_sink);
    }
}
