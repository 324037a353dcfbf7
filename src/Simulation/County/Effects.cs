using System.Runtime.CompilerServices;

namespace KentSufficiency.Simulation.County;

/// <summary>
/// What an entity wants of others, in the order in which the day resolves it: homes are given up before anyone asks for them,
/// households change before requests meet them.
/// </summary>
public enum EffectClass : byte
{
    /// <summary>A child gives up its home.</summary>
    Release,

    /// <summary>A foster household opens, pauses, resumes or closes.</summary>
    HouseholdChange,

    /// <summary>A household's case goes to the fostering panel.</summary>
    PanelCase,

    /// <summary>A placement at risk is offered to the stability team.</summary>
    Stability,

    /// <summary>A brother or sister enters care with the lead child.</summary>
    SiblingEnters,

    /// <summary>A child needs a home.</summary>
    PlacementRequest,
}

/// <summary>One wish of one entity, to be resolved today.</summary>
/// <param name="Class">What is wanted.</param>
/// <param name="Priority">Lower is answered first within the class.</param>
/// <param name="Lot">An addressed lot that orders equals.</param>
/// <param name="Entity">The entity's address, the last key of the order.</param>
/// <param name="Slot">Where the engine keeps the entity's state.</param>
/// <param name="Detail">A number whose meaning belongs to the class (a home's index, a case kind, a member's number).</param>
public readonly record struct Effect(EffectClass Class, byte Priority, uint Lot, ulong Entity, int Slot, int Detail) : IComparable<Effect>
{
    /// <summary>
    /// The tie rule of a day: class, then priority, then lot, then address. Two effects never compare equal unless the same entity
    /// wants the same thing twice, which no rule does.
    /// </summary>
    public int CompareTo(Effect other) => ComesBefore(other) ? -1 : other.ComesBefore(this) ? 1 : 0;

    /// <summary>Whether this effect is resolved before another.</summary>
    internal bool ComesBefore(in Effect other) => Order != other.Order ? Order < other.Order : Entity < other.Entity;

    /// <summary>Class, priority and lot as one number, so that most comparisons are one.</summary>
    private ulong Order => ((ulong)Class << 40) | ((ulong)Priority << 32) | Lot;
}

/// <summary>One line of the event log before it is dressed for reading.</summary>
/// <param name="Entity">Whose event.</param>
/// <param name="Sequence">Order among the entity's events of the day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Code">A code of the field; its meaning belongs to the kind.</param>
/// <param name="Other">The other entity; of a placement the home's index in the register, plus one; or zero.</param>
public readonly record struct LoggedEvent(ulong Entity, int Sequence, EventKind Kind, string Code, ulong Other) : IComparable<LoggedEvent>
{
    /// <summary>Orders by entity, then by sequence.</summary>
    public int CompareTo(LoggedEvent other)
    {
        int byEntity = Entity.CompareTo(other.Entity);
        return byEntity != 0 ? byEntity : Sequence.CompareTo(other.Sequence);
    }
}

/// <summary>
/// Collects what the rules of one day want, count and tell. Belongs to one engine and one thread; cleared every day, never freed.
/// </summary>
public sealed class Effects
{
    private const int Few = 64;
    private Effect[] _wanted = [];
    private LoggedEvent[] _told = [];

    /// <summary>Counts of happenings since the start of the run, by <see cref="Flow"/>.</summary>
    public long[] Flows { get; } = new long[FlowIndex.Count];

    /// <summary>Children by <see cref="Phase"/>.</summary>
    public int[] Stocks { get; } = new int[Enum.GetValues<Phase>().Length];

    /// <summary>Unaccompanied children looked after.</summary>
    public int UnaccompaniedLookedAfter { get; private set; }

    /// <summary>Young people Staying Put.</summary>
    public int StayingPut { get; private set; }

    /// <summary>Whether events are to be told; telling costs time and memory.</summary>
    public bool Telling { get; set; }

    /// <summary>The slot of the entity whose rule is running.</summary>
    public int Slot { get; set; }

    /// <summary>Number of effects collected.</summary>
    public int WantedCount { get; private set; }

    /// <summary>Number of events told.</summary>
    public int ToldCount { get; private set; }

    /// <summary>The effects collected so far.</summary>
    public Span<Effect> Wanted => _wanted.AsSpan(0, WantedCount);

    /// <summary>The events told so far.</summary>
    public Span<LoggedEvent> Told => _told.AsSpan(0, ToldCount);

    /// <summary>Wants something of others.</summary>
    public void Want(EffectClass wanted, byte priority, uint lot, ulong entity, int detail)
    {
        if (WantedCount == _wanted.Length)
        {
            Array.Resize(ref _wanted, Math.Max(64, 2 * _wanted.Length));
        }

        _wanted[WantedCount++] = new Effect(wanted, priority, lot, entity, Slot, detail);
    }

    /// <summary>Puts the effects into the order of the tie rule.</summary>
    public void OrderWanted()
    {
        Span<Effect> wanted = Wanted;
        if (wanted.Length > Few)
        {
            wanted.Sort();
            return;
        }

        // The effects of a day are few and half in order already: each moves forward to where it belongs.
        for (int i = 1; i < wanted.Length; i++)
        {
            if (!wanted[i].ComesBefore(wanted[i - 1]))
            {
                continue;
            }

            Effect moving = wanted[i];
            int at = i;
            for (; at > 0 && moving.ComesBefore(wanted[at - 1]); at--)
            {
                wanted[at] = wanted[at - 1];
            }

            wanted[at] = moving;
        }
    }

    /// <summary>Counts a happening.</summary>
    public void Count(Flow flow, int amount = 1) => Flows[(int)flow] += amount;

    /// <summary>Counts a happening of a group that follows <paramref name="flow"/> in the table.</summary>
    public void Count(Flow flow, int offset, int amount) => Flows[(int)flow + offset] += amount;

    /// <summary>Moves a child from one phase to another and keeps the stocks.</summary>
    public void Enter(ref ChildState child, Phase next)
    {
        Stocks[(int)child.Phase]--;
        Stocks[(int)next]++;
        if (child.Is(ChildFacts.Unaccompanied))
        {
            UnaccompaniedLookedAfter += (next == Phase.LookedAfter ? 1 : 0) - (child.Phase == Phase.LookedAfter ? 1 : 0);
        }

        child.Phase = next;
    }

    /// <summary>Starts or ends a stay beyond 18 and keeps the stock; only a stay with former foster carers is Staying Put.</summary>
    public void SetStayingPut(ref ChildState child, bool on)
    {
        StayingPut += child.Place == HomeKind.SupportedLodgings ? 0 : (on ? 1 : 0) - (child.Is(ChildFacts.StayingPut) ? 1 : 0);
        child.Set(ChildFacts.StayingPut, on);
    }

    /// <summary>Tells an event, when events are told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tell(ulong entity, EventKind kind, string code = "", ulong other = 0)
    {
        // Almost every run tells nothing: the test is inlined, the telling is not.
        if (Telling)
        {
            TellNow(entity, kind, code, other);
        }
    }

    /// <summary>Forgets the effects and events of the day, not the counts.</summary>
    public void ClearDay() => WantedCount = ToldCount = 0;

    /// <summary>Forgets everything.</summary>
    public void Reset(bool telling)
    {
        ClearDay();
        Array.Clear(Flows);
        Array.Clear(Stocks);
        UnaccompaniedLookedAfter = StayingPut = 0;
        Telling = telling;
    }

    /// <summary>Adds what the wake of one entity meant, as if its rule had been run here.</summary>
    /// <param name="consequences">What it meant.</param>
    /// <param name="slot">Where this engine keeps the entity; where it keeps it nowhere, the entity wants nothing.</param>
    internal void Add(LivingCounty.Consequences consequences, int slot)
    {
        Slot = slot;
        foreach (ref readonly Effect wanted in consequences.Wanted.AsSpan())
        {
            Want(wanted.Class, wanted.Priority, wanted.Lot, wanted.Entity, wanted.Detail);
        }

        foreach (ref readonly LoggedEvent told in consequences.Told.AsSpan())
        {
            Tell(told.Entity, told.Kind, told.Code, told.Other);
        }

        foreach (LivingCounty.CountChange change in consequences.Flows)
        {
            Flows[change.Of] += change.By;
        }

        foreach (LivingCounty.CountChange change in consequences.Stocks)
        {
            Stocks[change.Of] += (int)change.By;
        }

        UnaccompaniedLookedAfter += consequences.UnaccompaniedLookedAfter;
        StayingPut += consequences.StayingPut;
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    internal void Add(ReadOnlySpan<long> flows)
    {
        for (int i = 0; i < flows.Length; i++)
        {
            Flows[i] += flows[i];
        }
    }

    /// <summary>Goes on from counts that were kept.</summary>
    internal void Restore(ReadOnlySpan<long> flows, ReadOnlySpan<int> stocks, int unaccompaniedLookedAfter, int stayingPut)
    {
        flows.CopyTo(Flows);
        stocks.CopyTo(Stocks);
        UnaccompaniedLookedAfter = unaccompaniedLookedAfter;
        StayingPut = stayingPut;
    }

    /// <summary>Becomes a copy of the counts of another; nothing is wanted or told.</summary>
    public void CopyFrom(Effects other)
    {
        ClearDay();
        other.Flows.CopyTo(Flows);
        other.Stocks.CopyTo(Stocks);
        UnaccompaniedLookedAfter = other.UnaccompaniedLookedAfter;
        StayingPut = other.StayingPut;
        Telling = other.Telling;
    }

    private void TellNow(ulong entity, EventKind kind, string code, ulong other)
    {
        if (ToldCount == _told.Length)
        {
            Array.Resize(ref _told, Math.Max(64, 2 * _told.Length));
        }

        _told[ToldCount] = new LoggedEvent(entity, ToldCount, kind, code, other);
        ToldCount++;
    }
}
