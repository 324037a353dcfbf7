using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Lives through the front door ahead of the days. A child there wants nothing of anybody until care begins, so each goes its whole way
/// through its wakes at once, many abreast: no calendar, no table, and every draw is made in a block. The rules and their luck are those of any
/// other order of visits; who has been looked after before belongs to the days, since homes decide when care ended.
/// </summary>
internal sealed class FrontDoorLane
{
    private const int Abreast = 512;

    private readonly ChildState[] _children = new ChildState[Abreast];
    private readonly ulong[] _ids = new ulong[Abreast];
    private readonly ulong[] _ordinals = new ulong[Abreast];
    private readonly RandomBlock[] _luck = new RandomBlock[Abreast];
    private readonly Arrivals[] _streams;
    private readonly ArrivingToday _arriving = new();
    private readonly List<ulong> _arrived = new(256);
    private readonly InitialCases _cases;
    private readonly Effects[] _between;
    private readonly int[] _noteOf;
    private readonly byte[] _months;
    private readonly int _firstDay;
    private readonly int _horizon;
    private readonly int[] _notes;
    private readonly List<ChildState>? _staying;
    private CountyParameters _parameters;
    private FrontDoorHistory _history = new();
    private DrawKey _key;
    private int _count;

    /// <summary>Creates a lane for replications of one shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="lastDay">The last day to live through; the horizon where none is given.</param>
    /// <param name="staying">Receives those who are at the front door at the end of the last day; null where nobody asks.</param>
    public FrontDoorLane(CountyParameters shape, int? lastDay = null, List<ChildState>? staying = null)
    {
        _parameters = shape;
        _cases = new InitialCases(this);
        _streams = [.. Streams(shape.Reference)];
        _firstDay = -shape.LeadInDays;
        _horizon = lastDay ?? shape.Horizon;
        _staying = staying;
        int[] notes = _notes = shape.NotesUntil(_horizon);
        _between = [.. notes.Select(_ => new Effects())];
        _noteOf = new int[_horizon - _firstDay + 1];
        _months = new byte[_noteOf.Length];
        for (int day = _firstDay, note = 0; day <= _horizon; day++)
        {
            note += day > notes[note] ? 1 : 0;
            _noteOf[day - _firstDay] = note;
            _months[day - _firstDay] = (byte)shape.Start.AddDays(day).Month;
        }
    }

    /// <summary>For tests of the audit: may break a law before the history is complete.</summary>
    internal Action<Effects[]>? Sabotage { get; set; }

    /// <summary>Lives through one replication.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="key">Its key.</param>
    /// <param name="telling">Whether events are kept.</param>
    /// <param name="audit">Checks that nobody was lost.</param>
    /// <param name="into">Receives the history.</param>
    /// <param name="cancellation">Observed once a simulated month.</param>
    /// <param name="from">Where the replication begins on a later day than the first: who is at the front door then.</param>
    public void Live(
        CountyParameters parameters, DrawKey key, bool telling, bool audit, FrontDoorHistory into, CancellationToken cancellation, CountySnapshot? from = null)
    {
        _parameters = parameters;
        _key = key;
        _history = into;
        _count = 0;
        into.Begin(_firstDay, _horizon, telling);
        foreach (Effects effects in _between)
        {
            effects.Reset(telling);
        }

        int first = from?.Day ?? _firstDay;
        if (from is null)
        {
            _cases.Build(parameters.Stock, key, On(_firstDay));
        }
        else
        {
            foreach (ChildState child in from.FrontDoor)
            {
                Take(child, first);
            }
        }

        for (int day = first + 1; day <= _horizon; day++)
        {
            if ((day & 31) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Arrive(On(day));
        }

        while (_count > 0)
        {
            Step();
        }

        Sabotage?.Invoke(_between);
        into.Complete(_between);
        if (audit)
        {
            Check(into);
        }
    }

    /// <summary>A child comes to the front door, or was there on the first day.</summary>
    /// <param name="child">The child, whose next day is that of the first wake.</param>
    /// <param name="day">The day of coming.</param>
    public void Take(in ChildState child, int day)
    {
        Effects effects = _between[_noteOf[day - _firstDay]];
        effects.Count(Flow.ChildrenIn);
        effects.Stocks[(int)child.Phase]++;
        if (child.NextDay > _horizon)
        {
            _staying?.Add(child);
            return;
        }

        while (_count == Abreast)
        {
            Step();
        }

        _children[_count++] = child;
    }

    private void Arrive(in Today today)
    {
        FrontDoorRules.Advise(_key, today, _between[_noteOf[today.Day - _firstDay]]);
        _arrived.Clear();
        _arriving.Draw(_key, today, _streams, _arrived);
        foreach (ulong id in _arrived)
        {
            ChildState child = ChildTable.Unknown(id, EntityId.District(id));
            child.NextDay = today.Day;
            Take(child, today.Day);
        }
    }

    /// <summary>Each of those abreast wakes once. From the last to the first, so that the last may take the place of one who goes.</summary>
    private void Step()
    {
        for (int i = 0; i < _count; i++)
        {
            _ids[i] = _children[i].Id;
            _ordinals[i] = _children[i].FrontDoorUses;
        }

        Philox4x32.Fill(_key, _ids.AsSpan(0, _count), (ushort)Process.FrontDoor, _ordinals.AsSpan(0, _count), _luck.AsSpan(0, _count));
        _history.Wakes += _count;
        for (int i = _count - 1; i >= 0; i--)
        {
            if (!Wake(ref _children[i], _luck[i]))
            {
                _children[i] = _children[--_count];
            }
        }
    }

    /// <summary>One wake of one child.</summary>
    /// <returns>Whether the child wakes again.</returns>
    private bool Wake(ref ChildState child, in RandomBlock luck)
    {
        Today today = On(child.NextDay);
        Effects effects = _between[_noteOf[today.Day - _firstDay]];
        bool entersCare = false;
        if (child.Phase != Phase.Gone)
        {
            entersCare = FrontDoorRules.Wake(ref child, luck, today, effects);
        }
        else if (EntityId.Kind(child.Id) == EntityKind.ReferredChild)
        {
            FrontDoorRules.ArriveAtReferral(ref child, luck, today, effects);
        }
        else
        {
            FrontDoorRules.ArriveAtEarlyHelp(ref child, luck, today, effects);
        }

        if (effects.Telling)
        {
            _history.Tell(today.Day, effects.Told);
            effects.ClearDay();
        }

        if (entersCare)
        {
            effects.Count(Flow.ChildrenOut);
            effects.Stocks[(int)child.Phase]--;
            _history.Enters(today.Day, child);
            return false;
        }

        if (child.Phase == Phase.Gone)
        {
            return false;
        }

        child.NextDay = Math.Max(child.NextDay, today.Day + 1);
        if (child.NextDay > _horizon)
        {
            _staying?.Add(child);
            return false;
        }

        return true;
    }

    /// <summary>The conditions of a day, as far as the front door looks at them: not at how many are looked after.</summary>
    private Today On(int day) => new(day, _months[day - _firstDay], 0, _parameters.RatesOn(day));

    /// <summary>Children in = children out, into care included, + children present, at every note.</summary>
    private void Check(FrontDoorHistory history)
    {
        int[] notes = _notes;
        for (int note = 0; note < notes.Length; note++)
        {
            ReadOnlySpan<long> flows = history.FlowsAt(note);
            long should = flows[(int)Flow.ChildrenIn] - flows[(int)Flow.ChildrenOut];
            long present = 0;
            bool negative = false;
            for (int phase = (int)Phase.Gone + 1; phase < history.StocksAt(note).Length; phase++)
            {
                present += history.StocksAt(note)[phase];
                negative |= history.StocksAt(note)[phase] < 0;
            }

            if (present != should || negative)
            {
                throw new AuditException(
                    _parameters.Start.AddDays(notes[note]), $"{should} children should be at the front door, {present} are counted.");
            }
        }
    }

    private static IEnumerable<Arrivals> Streams(ArrivalReference reference)
    {
        for (int district = 0; district < KentMap.Districts; district++)
        {
            yield return new Arrivals(EntityKind.ReferredChild, district, reference.Referrals[district]);
            yield return new Arrivals(EntityKind.EarlyHelpChild, district, reference.EarlyHelp[district]);
        }
    }
}
