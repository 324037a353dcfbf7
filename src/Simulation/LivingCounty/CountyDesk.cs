using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>
/// The placement service's desk in a living county: a view of the homes and of those who have to do with them, on which a day is resolved by
/// the kernel's own code. Every entity keeps itself; the desk is told by each what its wake meant, and tells each how the day changed it.
/// Not thread-safe.
/// </summary>
public sealed partial class CountyDesk : ICounty
{
    private readonly CountyParameters _parameters;
    private readonly CountyState _state;
    private readonly DayResolver _resolver;
    private readonly Recorder _recorder;
    private readonly FrontDoorHistory _counted;
    private readonly DeskCommands _commands;
    private readonly Dictionary<ulong, int> _children = [];
    private readonly Dictionary<ulong, int> _households = [];
    private readonly Dictionary<int, ulong> _changedChildren = [];
    private readonly HashSet<int> _changedHouseholds = [];
    private readonly List<HomeRecord> _homes = [];
    private int _regime;

    internal CountyDesk(CountyParameters parameters, uint seed, uint replication)
    {
        _parameters = parameters;
        Key = new DrawKey(seed, replication);
        _state = new CountyState(parameters);
        _state.Reset(-parameters.LeadInDays, telling: false);
        _resolver = new DayResolver(this);
        _recorder = new Recorder(parameters, _state);
        _recorder.Reset(parameters);
        _counted = FrontDoorHistory.Nothing(parameters.NoteDays.Length);
        _commands = new DeskCommands(this);
        Schools = parameters.Schools is null ? null : new LivingSchools(parameters, Key);
    }

    /// <summary>The school years, which the desk sees as it sees the homes; null where the county has none.</summary>
    public LivingSchools? Schools { get; }

    /// <summary>The day at whose end the desk stands.</summary>
    public int Day { get; internal set; }

    /// <summary>Seed and replication.</summary>
    public DrawKey Key { get; }

    /// <summary>What is measured, in the order of the results.</summary>
    public IReadOnlyList<MeasureDefinition> Measures => _recorder.Measures;

    /// <summary>Unaccompanied children looked after: a condition of the next day.</summary>
    public int UnaccompaniedLookedAfter => _state.Effects.UnaccompaniedLookedAfter;

    /// <summary>How often flows have been noted.</summary>
    public int NotesTaken => _state.Notes.Count;

    /// <summary>Whether events are told.</summary>
    public bool Telling
    {
        get => _state.Effects.Telling;
        set
        {
            _state.Effects.Telling = value;
            Schools?.Telling = value;
        }
    }

    CountyParameters ICounty.Parameters => _parameters;

    CountyState ICounty.State => _state;

    internal CountyParameters Parameters => _parameters;

    internal CountyState State => _state;

    internal Recorder Recorder => _recorder;

    internal Dictionary<ulong, int> ChildSlots => _children;

    internal Dictionary<ulong, int> HouseholdSlots => _households;

    internal List<HomeRecord> KnownHomes => _homes;

    /// <summary>Resolves the next day.</summary>
    /// <param name="children">Every child who woke or arrived on it, in any order.</param>
    /// <param name="households">Every household that woke or enquired on it, in any order.</param>
    /// <param name="commands">What was asked of the placement service for this day, in order.</param>
    /// <param name="orders">Schemes that were ordered for this day, in order; none where null.</param>
    public ResolvedDay Resolve(
        IReadOnlyList<ChildNews> children, IReadOnlyList<HouseholdNews> households, IReadOnlyList<DeskCommand> commands, IReadOnlyList<SchoolOrder>? orders = null)
    {
        Today today = Begin(Day + 1);
        Schools?.Live(orders ?? []);
        if (today.Day == 0)
        {
            MeetAtSchool(today);
        }

        foreach (ChildNews news in children)
        {
            Take(news, today);
        }

        foreach (HouseholdNews news in households)
        {
            Take(news, today);
        }

        FrontDoorRules.Advise(Key, today, _state.Effects);
        CommandOutcome[] outcomes = [.. commands.Select(command => _commands.Carry(command, today))];
        _resolver.Resolve(today);
        outcomes = _commands.Conclude(commands, outcomes);
        EventRecord[] events = Tell(today.Day);
        _state.Effects.ClearDay();
        _recorder.EndDay(_state, today.Day);
        _state.Ledger.EndDay(_state, _counted, today);
        Day = today.Day;
        return Conclude(events, outcomes);
    }

    /// <summary>Checks the laws of homes and of those who live in them, at the end of a day.</summary>
    /// <exception cref="AuditException">A law is broken.</exception>
    public void Audit() => Auditor.CheckPlaces(_state, _parameters.Start.AddDays(Day));

    void ICounty.ScheduleChild(int slot, int today)
    {
        ref ChildState child = ref _state.Children[slot];
        _changedChildren[slot] = child.Id;
        _state.Ledger.Follow(slot, child, today);
        _state.LookedAfter.Put(slot, child.Phase == Phase.LookedAfter);
        if (child.Phase == Phase.Gone)
        {
            _resolver.NoteGone(slot);
        }
        else if (child.NextDay != ChildState.Never)
        {
            child.NextDay = Math.Max(child.NextDay, today + 1);
        }
    }

    void ICounty.ScheduleHousehold(int slot, int today)
    {
        ref HouseholdState household = ref _state.Households[slot];
        _households[household.Id] = slot;
        _changedHouseholds.Add(slot);
        if (household.NextDay != ChildState.Never)
        {
            household.NextDay = Math.Max(household.NextDay, today + 1);
        }
    }

    int ICounty.AddChild(ulong id, int district)
    {
        _state.Effects.Count(Flow.ChildrenIn);
        _state.Effects.Stocks[(int)Phase.Gone]++;
        return _state.Effects.Slot = _children[id] = _state.Children.Add(id, district);
    }

    /// <summary>Whether the desk has to do with a child; all others want nothing of it.</summary>
    public static bool Concerns(in ChildState child) => child.Phase is Phase.LookedAfter or Phase.CareLeaver or Phase.OtherAuthority;

    /// <summary>Whether the desk has to do with a household: from the day it is ready for panel.</summary>
    public static bool Concerns(in HouseholdState household) =>
        household.Home != ChildState.NoHome || household.Phase is HouseholdPhase.WaitingForPanel or HouseholdPhase.Temporary;

    private Today Begin(int day)
    {
        while (_regime + 1 < _parameters.Regimes.Length && _parameters.Regimes[_regime + 1].FromDay <= day)
        {
            _regime++;
            if (_parameters.Regimes[_regime].Rates.Pools is PoolSize[] pools)
            {
                _state.Pools.Resize(_state.Service.Register, pools);
            }
        }

        return new Today(day, _parameters.Start.AddDays(day).Month, UnaccompaniedLookedAfter, _parameters.Regimes[_regime].Rates);
    }

    private void Take(in ChildNews news, in Today today)
    {
        bool known = _children.TryGetValue(news.State.Id, out int slot);
        if (!known && !Concerns(news.State))
        {
            if (news.State.Phase == Phase.Gone)
            {
                _state.CareSchools.Forget(news.State.Id);
            }

            _state.Effects.Add(news.Means, ChildState.NoHome);
            return;
        }

        slot = known ? slot : _children[news.State.Id] = _state.Children.Add(news.State.Id, news.State.District);

        // Offers are the desk's to count: a child who waits is offered to homes every day and is not told until one takes it.
        ChildState before = known ? _state.Children[slot] : news.State;
        _state.Children[slot] = news.State with { OfferUses = before.OfferUses };
        if (before.Phase == Phase.LookedAfter && known)
        {
            if (today.Day == _state.CareSchools.FirstDay)
            {
                // The child woke before it was told where it comes from.
                (_state.Children[slot].East, _state.Children[slot].North) = (before.East, before.North);
            }

            if (news.State.Phase != Phase.LookedAfter)
            {
                _state.CareSchools.Leave(slot, news.State);
            }
        }

        _state.Effects.Add(news.Means, slot);
        ((ICounty)this).ScheduleChild(slot, today.Day);
    }

    private void Take(in HouseholdNews news, in Today today)
    {
        bool known = _households.TryGetValue(news.State.Id, out int slot);
        if (!known && !Concerns(news.State))
        {
            _state.Effects.Add(news.Means, ChildState.NoHome);
            return;
        }

        slot = known ? slot : _households[news.State.Id] = _state.Households.Add(news.State.Id, news.State.District);
        _state.Households[slot] = news.State;
        _state.Effects.Add(news.Means, slot);
        ((ICounty)this).ScheduleHousehold(slot, today.Day);
    }

    private EventRecord[] Tell(int day)
    {
        DateOnly date = _parameters.Start.AddDays(day);
        Schools?.History.Told.TellDay(day, _state.Effects);
        Span<LoggedEvent> told = _state.Effects.Told;
        told.Sort();
        var events = new EventRecord[told.Length];
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = EventRecord.Of(told[i], date, _state.Service.Register);
        }

        return events;
    }

    private ResolvedDay Conclude(EventRecord[] events, CommandOutcome[] outcomes)
    {
        NoteChangedHomes();
        ChildState[] children = [.. _changedChildren.Select(changed => _state.Children[changed.Key] with { Id = changed.Value })];
        HouseholdEntry[] households = [.. _changedHouseholds.Select(Entry)];
        foreach (ChildState child in children)
        {
            LeaveView(child);
        }

        ForgetChanges();
        return new ResolvedDay(children, households, events, Record(out long[]? noted), noted, outcomes, UnaccompaniedLookedAfter);
    }

    /// <summary>A child who has nothing more to do with homes; one who has gone gave back the slot already.</summary>
    private void LeaveView(in ChildState child)
    {
        if (!Concerns(child) && _children.Remove(child.Id, out int slot) && child.Phase != Phase.Gone)
        {
            _state.CareSchools.SetApart(slot, child.Id);
            _state.Children.Remove(slot);
        }
    }

    private long[]? Record(out long[]? noted)
    {
        bool due = _state.Notes.IsDue(Day);
        Recorder.Note(_state, _counted, Day);
        noted = due ? _state.Notes.At(_state.Notes.Count - 1).ToArray() : null;
        int record = _parameters.RecordDays.AsSpan().BinarySearch(Day);
        if (record < 0)
        {
            return null;
        }

        var measured = new long[_recorder.Layout.Width(record)];
        _recorder.Record(_state, _counted, Day, record, measured, Schools?.History);
        return measured;
    }
}
