using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Lives through the school years of a replication ahead of the days: every child of Kent, every school, from day 0 to the horizon. A day
/// begins with what falls on its date (1 September), then residents wake, then places, plans and rounds are resolved, then it is recorded.
/// Nothing here depends on the care side: in law a looked-after child is admitted in-year above the number, so that such a move displaces nobody.
/// Owns its memory and uses it again; not thread-safe.
/// </summary>
internal sealed class SchoolYearsLane
{
    private readonly CountyParameters _shape;
    private readonly SchoolParameters _parameters;
    private readonly SchoolCounty _county;
    private readonly InYearDesk _inYear;
    private readonly PlanDesk _plans;
    private readonly ResidentWakes _wakes;
    private readonly RoundDesk _rounds;
    private readonly NewSchoolYear _newYear;
    private readonly SupplyDesk _supply;
    private readonly SchoolRecorder _recorder;
    private readonly int[] _censusOf;
    private readonly int _censuses;
    private SchoolAuditor? _auditor;
    private SchoolHistory _into = new();
    private CountyParameters _running;
    private SchoolPast? _past;
    private int _record;
    private int _regime;
    private bool _audit;

    /// <summary>Creates a lane for replications of one shape and one estate.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="memory">Room for the children, which lanes of other estates may use in turn; null for a lane on its own.</param>
    public SchoolYearsLane(CountyParameters shape, SchoolMemory? memory = null)
    {
        _shape = _running = shape;
        _parameters = shape.Schools ?? throw new ArgumentException("The county has no schools.", nameof(shape));
        var reach = new SchoolReach(_parameters.Estate);
        _county = new SchoolCounty(_parameters, memory ?? new SchoolMemory(_parameters.Residents), shape.Horizon);
        _inYear = new InYearDesk(_county, reach);
        _plans = new PlanDesk(_county, reach);
        _wakes = new ResidentWakes(_county, _parameters.Reference, _inYear, _plans);
        _rounds = new RoundDesk(_county, _plans, reach);
        _newYear = new NewSchoolYear(_county, _inYear, _plans, reach);
        _supply = new SupplyDesk(_county, _parameters, _inYear, _plans, _rounds.Book, reach);
        _recorder = new SchoolRecorder(_parameters, shape.Districts, shape.RecordDays.Length, shape.WindowRecords);
        _censusOf = Numbered(shape.CensusRecords, out _censuses);
    }

    /// <summary>The measures in their order.</summary>
    public IReadOnlyList<MeasureDefinition> Measures => _recorder.Measures;

    /// <summary>For tests of the audit: may break a law at the end of a day.</summary>
    internal Action<SchoolCounty, int>? Sabotage { get; set; }

    /// <summary>The measures of a county's school side.</summary>
    public static IReadOnlyList<MeasureDefinition> MeasuresOf(CountyParameters shape) =>
        new SchoolRecorder(shape.Schools!, shape.Districts, shape.RecordDays.Length, shape.WindowRecords).Measures;

    /// <summary>The residents, schools and plans as they stand at the end of the latest day.</summary>
    public SchoolCounty County => _county;

    /// <summary>The latest day lived through; -1 before the first.</summary>
    public int Day { get; private set; } = -1;

    /// <summary>Lives through one replication.</summary>
    /// <param name="parameters">Its parameters, of the lane's shape and estate.</param>
    /// <param name="key">Its key.</param>
    /// <param name="telling">Whether events are kept.</param>
    /// <param name="audit">Checks the conservation laws at the end of every day.</param>
    /// <param name="into">Receives the history.</param>
    /// <param name="cancellation">Observed once a simulated month.</param>
    /// <param name="past">The days of the county that is forked, lived through again and not told; null to begin with day 0.</param>
    public void Live(
        CountyParameters parameters, DrawKey key, bool telling, bool audit, SchoolHistory into, CancellationToken cancellation, SchoolPast? past = null)
    {
        Start(past?.Parameters ?? parameters, telling, audit, into);
        if (past is not null)
        {
            LiveAgain(past);
            _county.Events.Telling = telling;
            (_running, _regime) = (parameters, 0);
            _supply.GoOn(key, _parameters, past, Conditions(Day + 1, RatesOn(Day + 1)));
        }

        while (Day < _shape.Horizon)
        {
            if (((Day + 1) & 31) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Step(key);
        }
    }

    /// <summary>Goes back to the eve of day 0.</summary>
    public void Start(CountyParameters parameters, bool telling, bool audit, SchoolHistory into)
    {
        (_running, _audit, _into) = (parameters, audit, into);
        _county.Events.Telling = telling;
        Day = -1;
        _record = _regime = 0;
        _supply.Reset();
        _past = null;
        into.Begin(_censuses, 2 * Measures.Count, telling);
    }

    /// <summary>Orders a scheme, which begins on the next day.</summary>
    public void Order(in Supply.Scheme scheme) => _supply.Order(scheme);

    /// <summary>Lives through one day more.</summary>
    /// <param name="key">Seed and replication; a county that is forked goes on with another key than it began with.</param>
    public void Step(DrawKey key)
    {
        Day++;
        SchoolToday today = Conditions(Day, RatesOn(Day));
        _county.Care.BeginDay(key, _into);
        if (Day == 0)
        {
            Begin(key, today);
        }
        else
        {
            Live(key, today);
        }

        Sabotage?.Invoke(_county, Day);
        if (_audit)
        {
            (_auditor ??= new SchoolAuditor(_county)).Check(today);
        }

        _county.Care.EndDay(Day, _county);
        _into.Tell(Day, _county.Events.Told);
        _county.Events.ClearDay();
        _into.Wakes = _wakes.Wakes;
        if (Day == _shape.RecordDays[_record])
        {
            Record(_record, today, _into);
            _record = Math.Min(_record + 1, _shape.RecordDays.Length - 1);
        }
    }

    /// <summary>What the past did not plan is not begun in it.</summary>
    private void LiveAgain(SchoolPast past)
    {
        _past = past;
        _county.Events.Telling = false;
        int next = 0;
        while (Day < past.Day)
        {
            for (; next < past.Orders.Count && past.Orders[next].Day == Day + 1; next++)
            {
                Order(past.Orders[next].ToScheme(_parameters.Estate));
            }

            Step(past.Key);
        }
    }

    private SchoolRates RatesOn(int day)
    {
        while (_regime + 1 < _running.Regimes.Length && _running.Regimes[_regime + 1].FromDay <= day)
        {
            _regime++;
        }

        return _running.Regimes[_regime].Rates.Schools!;
    }

    private SchoolToday Conditions(int day, SchoolRates rates) =>
        new(day, _shape.Start.AddDays(day), _parameters.Calendar.Schools.YearOf(day), rates);

    private void Begin(DrawKey key, in SchoolToday today)
    {
        _county.Reset();
        _county.Care.Begin(today.Rates.CareSchools);
        _inYear.Reset();
        _supply.Begin(key, _parameters, _past, today);
        _plans.Begin(key, today);
        _county.Care.MeetStock();
        _wakes.Begin(key, _shape.Horizon);
        _plans.BeginDay(today);
        _rounds.Begin(key, today);
    }

    private void Live(DrawKey key, in SchoolToday today)
    {
        _plans.BeginDay(today);
        if (today.Day == _parameters.Calendar.Schools.FirstDayOf(today.Year))
        {
            _newYear.Begin(key, today);
        }

        _wakes.Run(key, today, _shape.Horizon);
        _supply.Run(key, today);
        _plans.Run();
        _inYear.Run(_plans, key, today);
        _rounds.Run(key, today);
    }

    private void Record(int record, in SchoolToday today, SchoolHistory into)
    {
        _recorder.Note(_county, record);
        if (_censusOf[record] >= 0)
        {
            _recorder.Record(_county, _rounds.Book, today, record, into.At(_censusOf[record]));
        }
    }

    private static int[] Numbered(bool[] census, out int count)
    {
        int number = 0;
        int[] numbers = [.. census.Select(isCensus => isCensus ? number++ : -1)];
        count = number;
        return numbers;
    }
}
