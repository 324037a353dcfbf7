using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// What the scenarios of one replication have in common, so that it is simulated once: the front door and the arrivals, for those whose
/// levers leave them alone, and the lead-in, since no lever reaches back before the start. Belongs to one thread; what is shared changes no result.
/// </summary>
public sealed class SharedReplication
{
    private readonly List<Passage> _passages = [];
    private readonly List<ArrivalHistory> _arrivals = [];
    private Arrivals[]? _streams;
    private readonly SharedSchoolYears _schoolYears = new();
    private FrontDoorLane? _lane;
    private CountyParameters? _shape;
    private CountyState? _state;
    private CountyState? _atStart;
    private CountyParameters? _parametersAtStart;
    private DrawKey _key;
    private int _used;
    private int _arrivalsUsed;

    /// <summary>
    /// The memory in which a kernel runs: one for all kernels of the thread, since they run one after the other and each begins anew, so that
    /// it stays in the caches.
    /// </summary>
    internal CountyState StateFor(CountyParameters shape)
    {
        Take(shape);
        return _state ??= new CountyState(shape);
    }

    /// <summary>How often the school years were lived through for the latest replication.</summary>
    internal int SchoolPassages => _schoolYears.Passages;

    /// <summary>Who lived in Kent in the latest replication, as the latest passage of the school years left them.</summary>
    internal ReadOnlySpan<Residents.ResidentState> Residents => _schoolYears.Residents;

    /// <summary>How often the front door was lived through for the latest replication.</summary>
    internal int Passages => _used;

    /// <summary>For tests of the audit: may break a law of the front door.</summary>
    internal Action<Effects[]>? SabotageFrontDoor { get; set; }

    /// <summary>The front door's history in a replication, from its first day or from a snapshot on.</summary>
    internal FrontDoorHistory FrontDoor(
        CountyParameters parameters, DrawKey key, bool telling, bool audit, CancellationToken cancellation, CountySnapshot? from = null)
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
        _lane ??= new FrontDoorLane(parameters);
        _lane.Sabotage = SabotageFrontDoor;
        _lane.Live(parameters, key, telling, audit, passage.History, cancellation, from);
        passage.Parameters = parameters;
        _used++; // Only now: a cancelled passage is none.
        return passage.History;
    }

    /// <summary>The school years of a replication, from day 0 or from the day of a fork on; null where the county has none.</summary>
    internal SchoolHistory? SchoolYears(
        CountyParameters parameters, DrawKey key, bool telling, bool audit, CancellationToken cancellation, SchoolPast? past = null)
    {
        if (parameters.Schools is null)
        {
            return null;
        }

        Turn(parameters, key);
        return _schoolYears.Of(parameters, key, telling, audit, cancellation, past);
    }

    /// <summary>Who comes straight into the county's days in a replication; asked for after the front door.</summary>
    internal ArrivalHistory Arrivals(CountyParameters parameters, DrawKey key)
    {
        for (int i = 0; i < _arrivalsUsed; i++)
        {
            if (_arrivals[i].IsOf(parameters))
            {
                return _arrivals[i];
            }
        }

        if (_arrivalsUsed == _arrivals.Count)
        {
            _arrivals.Add(new ArrivalHistory());
        }

        ArrivalHistory drawn = _arrivals[_arrivalsUsed++];
        _streams ??= [.. ArrivalHistory.Streams(parameters.Reference)];
        drawn.Draw(parameters, key, _streams);
        return drawn;
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

    /// <summary>Forgets all where the replications to come have another shape.</summary>
    private void Take(CountyParameters shape)
    {
        if (_shape is null || !shape.HasShapeOf(_shape))
        {
            _shape = shape;
            _lane = null;
            _streams = null;
            _state = _atStart = null;
            _schoolYears.Clear();
            Forget();
        }
    }

    private void Turn(CountyParameters parameters, DrawKey key)
    {
        Take(parameters);
        if (key != _key)
        {
            _key = key;
            Forget();
        }
    }

    private void Forget()
    {
        _used = _arrivalsUsed = 0;
        _schoolYears.Forget();
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

    private static bool HasSameFrontDoor(CountyParameters one, CountyParameters other) =>
        ReferenceEquals(one.Stock, other.Stock)
        && ReferenceEquals(ReturnToCare(one), ReturnToCare(other))
        && HasSame(one, other, static rates => rates.FrontDoor);

    /// <summary>Whether two scenarios have the same rates of one concept on every day: the very same objects, since equal ones are not compiled twice.</summary>
    internal static bool HasSame(CountyParameters one, CountyParameters other, Func<CountyRates, object?> concept)
    {
        int at = 0;
        int otherAt = 0;
        while (ReferenceEquals(concept(one.Regimes[at].Rates), concept(other.Regimes[otherAt].Rates)))
        {
            int next = NextOther(one.Regimes, at, concept);
            int otherNext = NextOther(other.Regimes, otherAt, concept);
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

    /// <summary>The next regime in which a concept has other rates, or -1.</summary>
    private static int NextOther(Regime[] regimes, int from, Func<CountyRates, object?> concept)
    {
        for (int i = from + 1; i < regimes.Length; i++)
        {
            if (!ReferenceEquals(concept(regimes[i].Rates), concept(regimes[from].Rates)))
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
