using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Runs one county over flat arrays: wake, resolve, record, every day. Owns its memory and uses it again for the next replication.
/// Not thread-safe; one kernel a thread.
/// </summary>
public sealed class CountyKernel : IReplicationEngine, ICounty
{
    private readonly Func<DrawKey, CountyParameters>? _draw;
    private readonly CountyParameters _shape;
    private readonly SharedReplication _shared;
    private readonly CountySnapshot? _from;
    private readonly WakePhase _wake;
    private readonly Recorder _recorder;
    private readonly InitialState _initial;
    private CountyParameters _parameters;
    private FrontDoorHistory _frontDoor = new();
    private ArrivalHistory _arrivals = new();
    private SchoolHistory? _schools;
    private int _regime;

    /// <summary>Creates a kernel for one scenario.</summary>
    /// <param name="parameters">What every replication starts from, or, where they are drawn, the shape that all draws have.</param>
    /// <param name="draw">
    /// Gives the parameters of a replication, or null where all have the same. Draws have the shape of <paramref name="parameters"/>.
    /// </param>
    /// <param name="shared">What the kernels of other scenarios on the same thread have simulated already, or null for a kernel on its own.</param>
    /// <param name="from">The county that every replication goes on from, the same for all kernels that share; null to begin with the lead-in.</param>
    public CountyKernel(
        CountyParameters parameters, Func<DrawKey, CountyParameters>? draw = null, SharedReplication? shared = null, CountySnapshot? from = null)
    {
        _draw = draw;
        _from = from;
        _shared = shared ?? new SharedReplication();
        IsShared = shared is not null;
        _shape = parameters;
        _parameters = parameters;
        State = _shared.StateFor(parameters);
        _recorder = new Recorder(parameters, State);
        Resolver = new DayResolver(this);
        _wake = new WakePhase(this);
        _initial = new InitialState(this);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureDefinition> Measures => _recorder.Measures;

    /// <inheritdoc/>
    public IReadOnlyList<DateOnly> Dates => [.. _parameters.RecordDays.Select(day => _parameters.Start.AddDays(day))];

    /// <inheritdoc/>
    public RecordLayout Layout => _recorder.Layout;

    /// <summary>Entities that woke since the replication began.</summary>
    public long Wakes => _wake.Wakes + _frontDoor.Wakes;

    internal CountyState State { get; }

    /// <summary>What the front door did in the replication.</summary>
    internal FrontDoorHistory FrontDoor => _frontDoor;

    internal ChildTable Children => State.Children;

    internal HouseholdTable Households => State.Households;

    internal PlacementService Service => State.Service;

    internal PoolIndex Pools => State.Pools;

    internal Panel Panel => State.Panel;

    internal Effects Effects => State.Effects;

    internal SlotSet LookedAfter => State.LookedAfter;

    internal DayResolver Resolver { get; }

    internal Ledger Ledger => State.Ledger;

    internal DrawKey Key { get; private set; }

    private bool IsShared { get; }

    internal CountyParameters Parameters => _parameters;

    /// <summary>For tests of the audit: may break a law at the end of a day.</summary>
    internal Action<int>? Sabotage { get; set; }

    /// <summary>For tests of the tie rule: wake the entities of a day in the opposite order.</summary>
    internal bool WakeBackwards { get; set; }

    /// <inheritdoc/>
    public void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
    {
        var key = new DrawKey(seed, replication);
        _parameters = Draw(key);
        var witness = log as ICountyWitness;
        bool ofSchools = witness is null ? log is not null : witness.WantsSchools;
        _frontDoor = _shared.FrontDoor(_parameters, key, log is not null && witness is null, audit, cancellation, _from);
        _arrivals = _shared.Arrivals(_parameters, key);
        _schools = _shared.SchoolYears(_parameters, key, ofSchools, audit, cancellation, _from?.Schools);
        Live(Begin(key, log is not null, results), _parameters.Horizon, results, audit, log, cancellation);
    }

    /// <summary>Runs the first days of a replication, on a kernel of its own, and takes the county as it stands then.</summary>
    internal CountySnapshot RunTo(int lastDay, uint seed, uint replication, IEventLog? log)
    {
        var key = new DrawKey(seed, replication);
        bool telling = log is not null;
        var staying = new List<ChildState>();
        _frontDoor = new FrontDoorHistory();
        new FrontDoorLane(_parameters, lastDay, staying).Live(_parameters, key, telling, audit: false, _frontDoor, CancellationToken.None);
        _arrivals = _shared.Arrivals(_parameters, key);
        _schools = lastDay < 0 ? null : _shared.SchoolYears(_parameters, key, telling, audit: false, CancellationToken.None);
        var results = new long[Layout.Offset(_parameters.RecordsUntil(lastDay))];
        Live(Begin(key, telling, results), lastDay, results, audit: false, log, CancellationToken.None);
        State.Effects.Add(_frontDoor.FlowsAt(_parameters.NotesUntil(lastDay).Length - 1));
        State.Effects.Count(Flow.ChildrenIn, -staying.Count); // They come in again with the lane that goes on from here.
        SchoolPast? past = _parameters.Schools is null ? null : new SchoolPast(_parameters, key, lastDay, []);
        return new CountySnapshot(lastDay, State, staying, results) { Schools = past, CareSchools = _recorder.Save(State, _parameters.RecordsUntil(lastDay)) };
    }

    private void Live(int firstDay, int lastDay, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
    {
        int next = 0;
        while (next < _parameters.RecordDays.Length && _parameters.RecordDays[next] < firstDay)
        {
            next++;
        }

        for (int day = firstDay; day <= lastDay; day++)
        {
            if ((day & 31) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Today today = Conditions(day);
            if (day == Math.Max(0, firstDay))
            {
                BeginCareSchools(today);
            }

            if (day > -_parameters.LeadInDays)
            {
                _wake.Run(today, _frontDoor, _arrivals);
                Resolver.Resolve(today);
            }

            Sabotage?.Invoke(day);
            if (audit)
            {
                Auditor.Check(this, day);
            }

            if (log is not null)
            {
                _schools?.Told.TellDay(day, Effects);
                DayLog.Tell(log, new CountyGlimpse(_parameters, State, day, _shared.Residents), Effects.Told);
            }

            Effects.ClearDay();
            _recorder.EndDay(State, day);
            Ledger.EndDay(State, _frontDoor, today);
            Recorder.Note(State, _frontDoor, day);
            if (next < _parameters.RecordDays.Length && day == _parameters.RecordDays[next])
            {
                _recorder.Record(State, _frontDoor, day, next, Layout.On(next, results), _schools);
                next++;
            }

            if (day == -1 && IsShared)
            {
                _shared.Keep(State, _parameters);
            }
        }
    }

    DrawKey ICounty.Key => Key;

    CountyParameters ICounty.Parameters => _parameters;

    CountyState ICounty.State => State;

    void ICounty.ScheduleChild(int slot, int today) => ScheduleChild(slot, today);

    void ICounty.ScheduleHousehold(int slot, int today) => ScheduleHousehold(slot, today);

    int ICounty.AddChild(ulong id, int district) => AddChild(id, district);

    /// <summary>Puts a child whose plans changed back on the wheel, or notes that the child has gone.</summary>
    internal void ScheduleChild(int slot, int today) => _wake.ScheduleChild(slot, today);

    /// <summary>Puts a household whose plans changed back on the wheel.</summary>
    internal void ScheduleHousehold(int slot, int today) => _wake.ScheduleHousehold(slot, today);

    /// <summary>Takes a slot for a child who comes into the model.</summary>
    internal int AddChild(ulong id, int district)
    {
        Effects.Count(Flow.ChildrenIn);
        Effects.Stocks[(int)Phase.Gone]++;
        return Effects.Slot = Children.Add(id, district);
    }

    private CountyParameters Draw(DrawKey key)
    {
        CountyParameters parameters = _draw?.Invoke(key) ?? _shape;
        return parameters.HasShapeOf(_shape)
            ? parameters
            : throw new InvalidOperationException("Parameters drawn for a replication must keep the dates, districts and arrival layers.");
    }

    /// <summary>The county on its first evening, or on the eve of day 0 where another scenario has come there before.</summary>
    /// <returns>The first day to run.</returns>
    private int Begin(DrawKey key, bool telling, Span<long> results)
    {
        Key = key;
        _regime = 0;
        _wake.Reset();
        Resolver.Reset();
        _recorder.Reset(_parameters);
        if (_from is not null)
        {
            return GoOn(_from, telling, results);
        }

        if (!telling && IsShared && _shared.AtStart(_parameters, key) is CountyState atStart)
        {
            State.CopyFrom(atStart);
            Ledger.Begin(_parameters, 0);
            return 0;
        }

        int first = -_parameters.LeadInDays;
        State.Reset(first, telling);
        Ledger.Begin(_parameters, first);
        Pools.Build(Service.Register, _parameters.Pools, _parameters.Regimes[0].Rates.Placements.Map); // Before the first day's conditions, which may resize them.
        _initial.Build(Conditions(first));
        return first;
    }

    /// <summary>
    /// The county of a snapshot. What its calendar holds may reach beyond the horizon it was made for. Where the horizon is another, so may be the
    /// census dates: the last day of the snapshot is a census date in a county that ends there, and only then.
    /// </summary>
    /// <returns>The first day to run.</returns>
    private int GoOn(CountySnapshot from, bool telling, Span<long> results)
    {
        int first = from.Day + 1;
        int measured = Math.Min(from.Results.Length, Layout.Offset(_parameters.RecordsUntil(from.Day)));
        from.Results.AsSpan(0, measured).CopyTo(results);
        State.CopyFrom(from.State);
        Effects.Telling = telling;
        State.ChildWheel.Reset(first);
        State.HouseholdWheel.Reset(first);
        for (int slot = 0; slot < Children.Top; slot++)
        {
            if (Children[slot].Id != 0 && Children[slot].NextDay > from.Day && Children[slot].NextDay <= _parameters.Horizon)
            {
                State.ChildWheel.Schedule(slot, Children[slot].NextDay);
            }
        }

        for (int slot = 0; slot < Households.Count; slot++)
        {
            if (Households[slot].NextDay > from.Day && Households[slot].NextDay <= _parameters.Horizon)
            {
                State.HouseholdWheel.Schedule(slot, Households[slot].NextDay);
            }
        }

        Ledger.Begin(_parameters, first);
        return first;
    }

    private void BeginCareSchools(in Today today)
    {
        if (_from?.CareSchools is { } kept && State.CareSchools.Restore(kept, State, _parameters, _schools, Key, today))
        {
            _recorder.Restore(kept);
        }
        else
        {
            State.CareSchools.Begin(State, _parameters, _schools, Key, today);
        }
    }

    private Today Conditions(int day)
    {
        while (_regime + 1 < _parameters.Regimes.Length && _parameters.Regimes[_regime + 1].FromDay <= day)
        {
            _regime++;
            if (_parameters.Regimes[_regime].Rates.Pools is PoolSize[] pools)
            {
                Pools.Resize(Service.Register, pools);
            }
        }

        return new Today(day, _parameters.Start.AddDays(day).Month, Effects.UnaccompaniedLookedAfter, _parameters.Regimes[_regime].Rates);
    }
}
