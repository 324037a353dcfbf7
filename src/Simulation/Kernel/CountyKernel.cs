using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Runs one county over flat arrays: wake, resolve, record, every day. Owns its memory and uses it again for the next replication.
/// Not thread-safe; one kernel a thread.
/// </summary>
public sealed class CountyKernel : IReplicationEngine
{
    private readonly Func<DrawKey, CountyParameters>? _draw;
    private readonly CountyParameters _shape;
    private readonly WakePhase _wake;
    private readonly Recorder _recorder;
    private readonly InitialState _initial;
    private CountyParameters _parameters;
    private int _regime;

    /// <summary>Creates a kernel for one scenario.</summary>
    /// <param name="parameters">What every replication starts from, or, where they are drawn, the shape that all draws have.</param>
    /// <param name="draw">
    /// Gives the parameters of a replication, or null where all have the same. Draws have the shape of <paramref name="parameters"/>.
    /// </param>
    public CountyKernel(CountyParameters parameters, Func<DrawKey, CountyParameters>? draw = null)
    {
        _draw = draw;
        _shape = parameters;
        _parameters = parameters;
        _recorder = new Recorder(parameters);
        Ledger = new Ledger(parameters);
        Pools = new PoolIndex();
        Service = new PlacementService(new HomeRegister(), Pools);
        Resolver = new DayResolver(this);
        _wake = new WakePhase(this, parameters.Reference);
        _initial = new InitialState(this);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureDefinition> Measures => _recorder.Measures;

    /// <inheritdoc/>
    public IReadOnlyList<DateOnly> Dates => [.. _parameters.RecordDays.Select(day => _parameters.Start.AddDays(day))];

    /// <summary>Entities that woke since the replication began.</summary>
    public long Wakes => _wake.Wakes;

    internal ChildTable Children { get; } = new();

    internal HouseholdTable Households { get; } = new();

    internal PlacementService Service { get; }

    internal PoolIndex Pools { get; }

    internal Panel Panel { get; } = new();

    internal Effects Effects { get; } = new();

    internal SlotSet LookedAfter { get; } = new();

    internal DayResolver Resolver { get; }

    internal Ledger Ledger { get; }

    internal DrawKey Key { get; private set; }

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
        Begin(key, log is not null);
        int next = 0;
        for (int day = -_parameters.LeadInDays; day <= _parameters.Horizon; day++)
        {
            if ((day & 31) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Today today = Conditions(day);
            if (day > -_parameters.LeadInDays)
            {
                _wake.Run(today);
                Resolver.Resolve(today);
            }

            Sabotage?.Invoke(day);
            if (audit)
            {
                Auditor.Check(this, day);
            }

            if (log is not null)
            {
                Tell(log, day);
            }

            Effects.ClearDay();
            Ledger.EndDay(this, today);
            _recorder.Note(this, day);
            if (next < _parameters.RecordDays.Length && day == _parameters.RecordDays[next])
            {
                int width = 2 * Measures.Count;
                _recorder.Record(this, day, next, results.Slice(next++ * width, width));
            }
        }
    }

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

    private void Begin(DrawKey key, bool telling)
    {
        Key = key;
        _regime = 0;
        int first = -_parameters.LeadInDays;
        Children.Reset();
        Households.Reset();
        Service.Reset();
        Service.Register.Reset();
        Panel.Reset();
        Resolver.Reset();
        LookedAfter.Reset();
        Effects.Reset(telling);
        _wake.Reset(first + 1);
        _recorder.Reset(_parameters);
        Ledger.Reset(_parameters);
        Today today = Conditions(first);
        Pools.Build(Service.Register, _parameters.Pools, today.Rates.Placements.Map);
        _initial.Build(today);
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

    private void Tell(IEventLog log, int day)
    {
        DateOnly date = _parameters.Start.AddDays(day);
        Span<LoggedEvent> told = Effects.Told;
        told.Sort();
        foreach (ref readonly LoggedEvent happened in told)
        {
            log.Record(new EventRecord(date, happened.Entity, EventNames.Of(happened.Kind), happened.Code, OtherOf(happened)));
        }
    }

    /// <summary>Rules know a home by its place in the register, which depends on who opened homes before; the log names it by its address.</summary>
    private ulong OtherOf(in LoggedEvent happened) => happened.Kind is EventKind.PlacementStarted or EventKind.PresentAtStart && happened.Other != 0
        ? Service.Register[(int)happened.Other - 1].Id
        : happened.Other;
}
