using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// What the scenarios of one replication have in common, so that it is simulated once: the front door, for those whose levers leave it
/// alone, and the lead-in, since no lever reaches back before the start. Belongs to one thread; what is shared changes no result.
/// </summary>
public sealed class SharedReplication
{
    private readonly List<Passage> _passages = [];
    private FrontDoorLane? _lane;
    private CountyParameters? _shape;
    private CountyState? _atStart;
    private CountyParameters? _parametersAtStart;
    private DrawKey _key;
    private int _used;

    /// <summary>How often the front door was lived through for the latest replication.</summary>
    internal int Passages => _used;

    /// <summary>For tests of the audit: may break a law of the front door.</summary>
    internal Action<Effects[]>? SabotageFrontDoor { get; set; }

    /// <summary>The front door's history in a replication.</summary>
    internal FrontDoorHistory FrontDoor(
        CountyParameters parameters, DrawKey key, bool telling, bool audit, CancellationToken cancellation)
    {
        Turn(parameters, key);
        for (int i = 0; i < _used; i++)
        {
            if (_passages[i].History.Telling == telling && HasSameFrontDoor(_passages[i].Parameters!, parameters))
            {
                return _passages[i].History;
            }
        }

        if (_used == _passages.Count)
        {
            _passages.Add(new Passage());
        }

        Passage passage = _passages[_used];
        _lane!.Sabotage = SabotageFrontDoor;
        _lane.Live(parameters, key, telling, audit, passage.History, cancellation);
        passage.Parameters = parameters;
        _used++; // Only now: a cancelled passage is none.
        return passage.History;
    }

    /// <summary>The county on the eve of day 0, if a scenario of the same replication has come there with the same parameters.</summary>
    internal CountyState? AtStart(CountyParameters parameters, DrawKey key) =>
        key == _key && _parametersAtStart is CountyParameters kept && HasSameLeadIn(kept, parameters) ? _atStart : null;

    /// <summary>Keeps the county on the eve of day 0 for the scenarios to come.</summary>
    internal void Keep(CountyState state, CountyParameters parameters)
    {
        _atStart ??= new CountyState(parameters);
        _atStart.CopyFrom(state);
        _parametersAtStart = parameters;
    }

    private void Turn(CountyParameters parameters, DrawKey key)
    {
        if (_shape is null || !parameters.HasShapeOf(_shape))
        {
            _shape = parameters;
            _lane = new FrontDoorLane(parameters);
            _atStart = null;
        }
        else if (key == _key)
        {
            return;
        }

        _key = key;
        _used = 0;
        _parametersAtStart = null;
    }

    private static bool HasSameLeadIn(CountyParameters one, CountyParameters other) =>
        ReferenceEquals(one.Stock, other.Stock)
        && ReferenceEquals(one.Pools, other.Pools)
        && ReferenceEquals(one.Regimes[0].Rates, other.Regimes[0].Rates)
        && StartsWithLever(one)
        && StartsWithLever(other);

    /// <summary>Whether one regime covers the whole lead-in.</summary>
    private static bool StartsWithLever(CountyParameters parameters) => parameters.Regimes.Length == 1 || parameters.Regimes[1].FromDay >= 0;

    private static bool HasSameFrontDoor(CountyParameters one, CountyParameters other)
    {
        if (!ReferenceEquals(one.Stock, other.Stock) || !ReferenceEquals(ReturnToCare(one), ReturnToCare(other)))
        {
            return false;
        }

        int at = 0;
        int otherAt = 0;
        while (ReferenceEquals(one.Regimes[at].Rates.FrontDoor, other.Regimes[otherAt].Rates.FrontDoor))
        {
            int next = NextFrontDoor(one.Regimes, at);
            int otherNext = NextFrontDoor(other.Regimes, otherAt);
            if (next < 0 || otherNext < 0)
            {
                return next == otherNext;
            }

            if (one.Regimes[next].FromDay != other.Regimes[otherNext].FromDay)
            {
                return false;
            }

            (at, otherAt) = (next, otherNext);
        }

        return false;
    }

    /// <summary>The next regime whose front door is another, or -1.</summary>
    private static int NextFrontDoor(Regime[] regimes, int from)
    {
        for (int i = from + 1; i < regimes.Length; i++)
        {
            if (!ReferenceEquals(regimes[i].Rates.FrontDoor, regimes[from].Rates.FrontDoor))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The one law outside the front door that its initial stock is drawn from.</summary>
    private static DurationLaw ReturnToCare(CountyParameters parameters) => parameters.Regimes[0].Rates.Care.AfterReturnHome.Delay;

    private sealed class Passage
    {
        public FrontDoorHistory History { get; } = new();

        public CountyParameters? Parameters { get; set; }
    }
}
