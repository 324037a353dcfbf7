using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Runs one county over flat arrays: wake, resolve, record, every day. Owns its memory and uses it again for the next replication.
/// Not thread-safe; one kernel a thread.
/// </summary>
public sealed class CountyKernel : IReplicationEngine
{
    private readonly Func<DrawKey, CountyParameters>? _draw;
    private readonly CountyParameters _shape;
    private readonly Arrivals[] _arrivals;
    private readonly ArrivingToday _arriving = new();
    private readonly DayWheel _childWheel = new(0, 12);
    private readonly DayWheel _householdWheel = new(0, 12);
    private readonly Recorder _recorder;
    private readonly InitialState _initial;
    private readonly WakingChildren _waking = new();
    private int[] _due = new int[1024];
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
        _arrivals = [.. ArrivalKinds(parameters)];
        _recorder = new Recorder(parameters);
        Pools = new PoolIndex();
        Service = new PlacementService(new HomeRegister(), Pools);
        Resolver = new DayResolver(this);
        _initial = new InitialState(this);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureDefinition> Measures => _recorder.Measures;

    /// <inheritdoc/>
    public IReadOnlyList<DateOnly> Dates => [.. _parameters.RecordDays.Select(day => _parameters.Start.AddDays(day))];

    /// <summary>Entities that woke since the replication began.</summary>
    public long Wakes { get; private set; }

    internal ChildTable Children { get; } = new();

    internal HouseholdTable Households { get; } = new();

    internal PlacementService Service { get; }

    internal PoolIndex Pools { get; }

    internal Panel Panel { get; } = new();

    internal Effects Effects { get; } = new();

    internal SlotSet LookedAfter { get; } = new();

    internal DayResolver Resolver { get; }

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
                Wake(today);
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
            _recorder.Note(this, day);
            if (next < _parameters.RecordDays.Length && day == _parameters.RecordDays[next])
            {
                int width = 2 * Measures.Count;
                _recorder.Record(this, day, next, results.Slice(next++ * width, width));
            }
        }
    }

    /// <summary>Puts an entity that changed back on the wheel.</summary>
    internal void ScheduleChild(int slot, int today)
    {
        ref ChildState child = ref Children[slot];
        if (child.Phase == Phase.LookedAfter)
        {
            LookedAfter.Put(slot, member: true);
        }

        if (child.Phase == Phase.Gone)
        {
            Resolver.NoteGone(slot);
            return;
        }

        if (child.NextDay != ChildState.Never)
        {
            child.NextDay = Math.Max(child.NextDay, today + 1);
            if (child.NextDay <= _parameters.Horizon)
            {
                _childWheel.Schedule(slot, child.NextDay);
            }
        }
    }

    /// <summary>Puts a household that changed back on the wheel.</summary>
    internal void ScheduleHousehold(int slot, int today)
    {
        ref HouseholdState household = ref Households[slot];
        if (household.NextDay != ChildState.Never)
        {
            household.NextDay = Math.Max(household.NextDay, today + 1);
            if (household.NextDay <= _parameters.Horizon)
            {
                _householdWheel.Schedule(slot, household.NextDay);
            }
        }
    }

    /// <summary>Takes a slot for a child who comes into the model.</summary>
    internal int AddChild(ulong id, int district)
    {
        Effects.Count(Flow.ChildrenIn);
        Effects.Stocks[(int)Phase.Gone]++;
        return Effects.Slot = Children.Add(id, district);
    }

    private static IEnumerable<Arrivals> ArrivalKinds(CountyParameters parameters)
    {
        ArrivalReference reference = parameters.Reference;
        for (int district = 0; district < KentMap.Districts; district++)
        {
            yield return new Arrivals(EntityKind.ReferredChild, district, reference.Referrals[district]);
            yield return new Arrivals(EntityKind.EarlyHelpChild, district, reference.EarlyHelp[district]);
            yield return new Arrivals(EntityKind.OtherAuthorityChild, district, reference.OtherAuthorities[district]);
            yield return new Arrivals(EntityKind.EnquiringHousehold, district, reference.Enquiries[district]);
        }

        yield return new Arrivals(EntityKind.UnaccompaniedChild, KentMap.Districts, reference.Unaccompanied);
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
        Wakes = 0;
        int first = -_parameters.LeadInDays;
        Children.Reset();
        Households.Reset();
        Service.Reset();
        Service.Register.Reset();
        Panel.Reset();
        Resolver.Reset();
        LookedAfter.Reset();
        Effects.Reset(telling);
        _childWheel.Reset(first + 1);
        _householdWheel.Reset(first + 1);
        _recorder.Reset(_parameters);
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

    private void Wake(in Today today)
    {
        WakeChildren(today);
        WakeHouseholds(today);
        Arrive(today);
    }

    private void WakeChildren(in Today today)
    {
        int count = _childWheel.Drain(today.Day, ref _due);
        _waking.Gather(_due.AsSpan(0, count), Children, Key, today.Day, WakeBackwards);
        Wakes += _waking.Count;
        for (int i = 0; i < _waking.Count; i++)
        {
            int slot = _waking.Slot(i);
            ref ChildState child = ref Children[slot];
            if (child.NextDay != today.Day || child.Id == 0)
            {
                continue; // On the wheel twice for today: the first time was enough.
            }

            Effects.Slot = slot;
            WakeChild(ref child, _waking.Luck(i), today);
            ScheduleChild(slot, today.Day);
        }
    }

    private void WakeChild(ref ChildState child, in RandomBlock frontDoorLuck, in Today today)
    {
        var draws = new Draws(Key, child.Id);
        switch (child.Phase)
        {
            case Phase.LookedAfter:
                CareRules.Wake(ref child, draws, today, Effects);
                LookedAfter.Put(Effects.Slot, child.Phase == Phase.LookedAfter);
                break;
            case Phase.CareLeaver:
                CareLeaverRules.Wake(ref child, today, Effects);
                break;
            case Phase.OtherAuthority:
                OtherAuthorityRules.Wake(ref child, Effects);
                break;
            default:
                FrontDoorRules.Wake(ref child, frontDoorLuck, draws, today, Effects);
                break;
        }
    }

    private void WakeHouseholds(in Today today)
    {
        int count = _householdWheel.Drain(today.Day, ref _due);
        for (int i = 0; i < count; i++)
        {
            int slot = _due[WakeBackwards ? count - 1 - i : i];
            ref HouseholdState household = ref Households[slot];
            if (household.NextDay != today.Day)
            {
                continue;
            }

            Wakes++;
            Effects.Slot = slot;
            HouseholdRules.Wake(ref household, new Draws(Key, household.Id), today, Effects);
            ScheduleHousehold(slot, today.Day);
        }
    }

    private void Arrive(in Today today)
    {
        Advise(today);
        _arriving.Draw(Key, today, _arrivals);
        for (int i = 0; i < _arriving.Count; i++)
        {
            Wakes++;
            ArriveOne(_arriving.Id(i), _arriving.Luck(i), today);
        }
    }

    /// <summary>Contacts that end in advice leave no history, so they are counted and not made into children (Poisson splitting).</summary>
    private void Advise(in Today today)
    {
        double rate = today.Rates.FrontDoor.AdvicePerDay;
        if (rate > 0)
        {
            var county = new Draws(Key, EntityId.Of(EntityKind.District, KentMap.Districts, 0, 0));
            Effects.Count(Flow.ContactsAdvised, new Poisson(rate).Sample(county, (ushort)Process.Advice, (ulong)(today.Day + (1 << 22))));
        }
    }

    private void ArriveOne(ulong id, in RandomBlock frontDoorLuck, in Today today)
    {
        var draws = new Draws(Key, id);
        EntityKind kind = EntityId.Kind(id);
        int district = EntityId.District(id);
        if (kind == EntityKind.EnquiringHousehold)
        {
            int household = Effects.Slot = Households.Add(id, district);
            HouseholdRules.Enquire(ref Households[household], draws, today, Effects);
            ScheduleHousehold(household, today.Day);
            return;
        }

        int slot = AddChild(id, district);
        ref ChildState child = ref Children[slot];
        switch (kind)
        {
            case EntityKind.ReferredChild:
                FrontDoorRules.ArriveAtReferral(ref child, frontDoorLuck, today, Effects);
                break;
            case EntityKind.EarlyHelpChild:
                FrontDoorRules.ArriveAtEarlyHelp(ref child, frontDoorLuck, today, Effects);
                break;
            case EntityKind.UnaccompaniedChild:
                UnaccompaniedRules.Arrive(ref child, draws, today, Effects);
                break;
            default:
                OtherAuthorityRules.Arrive(ref child, draws, today, Effects);
                break;
        }

        ScheduleChild(slot, today.Day);
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
    private ulong OtherOf(in LoggedEvent happened) => happened.Kind == EventKind.PlacementStarted && happened.Other != 0
        ? Service.Register[(int)happened.Other - 1].Id
        : happened.Other;
}
