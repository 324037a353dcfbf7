using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Lives through the front door ahead of the days. A child there wants nothing of anybody until care begins, so each goes its whole way
/// through its wakes at once, many abreast, and every draw is made in a block: by the chain made of the rules, or by the rules themselves. Rules
/// and luck are those of any other order of visits; who has been looked after before belongs to the days, since homes decide when care ended.
/// </summary>
internal sealed class FrontDoorLane
{
    private readonly Arrivals[] _streams;
    private readonly ArrivalsAhead _arriving = new();
    private readonly InitialCases _cases;
    private readonly Effects[] _between;
    private readonly int[] _noteOf;
    private readonly byte[] _months;
    private readonly int _firstDay;
    private readonly int[] _notes;
    private readonly FrontDoorByRule _byRule;
    private readonly FrontDoorCalendar _calendar;
    private readonly FrontDoorAbreast _abreast;
    private readonly bool _asked;
    private CountyParameters _parameters;
    private DrawKey _key;
    private bool _allByRule;

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
        LastDay = lastDay ?? shape.Horizon;
        int[] notes = _notes = shape.NotesUntil(LastDay);
        _between = [.. notes.Select(_ => new Effects())];
        _noteOf = new int[LastDay - _firstDay + 1];
        _months = new byte[_noteOf.Length];
        for (int day = _firstDay, note = 0; day <= LastDay; day++)
        {
            note += day > notes[note] ? 1 : 0;
            _noteOf[day - _firstDay] = note;
            _months[day - _firstDay] = (byte)shape.Start.AddDays(day).Month;
        }

        _byRule = new FrontDoorByRule(this, staying);
        _calendar = new FrontDoorCalendar(_firstDay, LastDay);
        _abreast = new FrontDoorAbreast(_calendar);
        _asked = staying is not null;
    }

    /// <summary>The last day.</summary>
    public int LastDay { get; }

    /// <summary>For tests: goes through all wakes by the rules themselves.</summary>
    internal bool ByRuleOnly { get; set; }

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
        _allByRule = telling || _asked || ByRuleOnly || !Vector128.IsHardwareAccelerated;
        into.Begin(_firstDay, LastDay, telling);
        _byRule.Begin(key, into);
        _abreast.Begin(key, into);
        foreach (Effects effects in _between)
        {
            effects.Reset(telling);
        }

        if (!_allByRule)
        {
            _calendar.Begin(parameters, _noteOf);
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
                Count(child.Phase, first);
                _byRule.Take(child);
            }
        }

        for (int day = first + 1, last; day <= LastDay; day = last + 1)
        {
            cancellation.ThrowIfCancellationRequested();
            last = LastLike(day);
            Arrive(day, last);
        }

        _byRule.Finish();
        _abreast.Finish();
        if (!_allByRule)
        {
            _calendar.AddTo(_between);
        }

        Sabotage?.Invoke(_between);
        into.Complete(_between);
        if (audit)
        {
            Check(into);
        }
    }

    /// <summary>A child was at the front door on the first day.</summary>
    /// <param name="child">The child, whose next day is that of the first wake.</param>
    public void Take(in ChildState child)
    {
        Count(child.Phase, _firstDay);
        if (_allByRule)
        {
            _byRule.Take(child);
        }
        else if (child.NextDay <= LastDay)
        {
            _abreast.Take(child);
        }
    }

    private void Count(Phase phase, int day)
    {
        Effects effects = EffectsOn(day);
        effects.Count(Flow.ChildrenIn);
        effects.Stocks[(int)phase]++;
    }

    /// <summary>The last of the days from a given one on that are noted together and have the same rates.</summary>
    private int LastLike(int day)
    {
        int last = day;
        while (last < LastDay
            && _noteOf[last + 1 - _firstDay] == _noteOf[day - _firstDay]
            && _parameters.RegimeOn(last + 1) == _parameters.RegimeOn(day))
        {
            last++;
        }

        return last;
    }

    private void Arrive(int firstDay, int lastDay)
    {
        Effects effects = EffectsOn(firstDay);
        for (int day = firstDay; day <= lastDay; day++)
        {
            FrontDoorRules.Advise(_key, On(day), effects);
        }

        _arriving.Clear();
        Today first = On(firstDay);
        foreach (Arrivals stream in _streams)
        {
            _arriving.Draw(stream, _key, firstDay, lastDay, ArrivingToday.Rate(stream, first));
        }

        ReadOnlySpan<ulong> arrived = _arriving.Ids;
        effects.Count(Flow.ChildrenIn, arrived.Length);
        effects.Stocks[(int)Phase.Gone] += arrived.Length; // As whoever has come and is not yet anywhere.
        if (!_allByRule)
        {
            _abreast.Arrive(arrived, first.Rates.FrontDoor);
            return;
        }

        foreach (ulong id in arrived)
        {
            ChildState child = ChildTable.Unknown(id, EntityId.District(id));
            child.NextDay = EntityId.Day(id);
            _byRule.Take(child);
        }
    }

    /// <summary>What is counted on a day.</summary>
    public Effects EffectsOn(int day) => _between[_noteOf[day - _firstDay]];

    /// <summary>The conditions of a day, as far as the front door looks at them: not at how many are looked after.</summary>
    public Today On(int day) => new(day, _months[day - _firstDay], 0, _parameters.RatesOn(day));

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
