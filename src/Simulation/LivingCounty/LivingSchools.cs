using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>
/// The school years of a living county, a day at a time: a view that nobody has to keep. They are nothing but parameters, luck and what was
/// ordered, so whoever lost them lives through them again from day 0, some hundredths of a second a year. Not thread-safe.
/// </summary>
public sealed class LivingSchools
{
    private readonly CountyParameters _parameters;
    private readonly DrawKey _key;
    private readonly SchoolYearsLane _lane;
    private readonly List<SchoolOrder> _orders = [];

    /// <summary>The eve of day 0.</summary>
    /// <param name="parameters">What the county runs on; with schools.</param>
    /// <param name="key">Seed and replication.</param>
    public LivingSchools(CountyParameters parameters, DrawKey key)
    {
        _parameters = parameters;
        _key = key;
        _lane = new SchoolYearsLane(parameters);
        _lane.Start(parameters, telling: false, audit: false, History);
    }

    /// <summary>The day at whose end they stand; -1 before the first.</summary>
    public int Day => _lane.Day;

    /// <summary>What was ordered so far.</summary>
    public IReadOnlyList<SchoolOrder> Orders => _orders;

    /// <summary>Whether events are told.</summary>
    public bool Telling
    {
        get => _lane.County.Events.Telling;
        set => _lane.County.Events.Telling = value;
    }

    /// <summary>What came of them: the events of the present day only.</summary>
    internal SchoolHistory History { get; } = new();

    internal SchoolCounty County => _lane.County;

    internal CountyParameters Parameters => _parameters;

    /// <summary>The academic year of the present day.</summary>
    internal int AcademicYear => _parameters.Schools!.Calendar.Schools.YearOf(Day);

    /// <summary>Lives the next day.</summary>
    /// <param name="orders">What is ordered in its morning, in order.</param>
    public void Live(IEnumerable<SchoolOrder> orders)
    {
        foreach (SchoolOrder order in orders)
        {
            _orders.Add(order);
            _lane.Order(order.ToScheme(_parameters.Schools!.Estate));
        }

        History.Told.Clear();
        _lane.Step(_key);
    }

    /// <summary>Lives through days that have been lived before, and tells nothing.</summary>
    /// <param name="day">The last of them.</param>
    /// <param name="orders">What was ordered on them, by day.</param>
    public void LiveAgain(int day, IReadOnlyList<SchoolOrder> orders)
    {
        bool telling = Telling;
        Telling = false;
        int next = 0;
        for (int at = Day + 1; at <= day; at++)
        {
            for (; next < orders.Count && orders[next].Day == at; next++)
            {
                _orders.Add(orders[next]);
                _lane.Order(orders[next].ToScheme(_parameters.Schools!.Estate));
            }

            _lane.Step(_key);
        }

        Telling = telling;
    }

    /// <summary>
    /// A fingerprint of rolls, places, offers, schemes and counts: days lived again come to the same. The cohorts that are at school or are
    /// offered a place count, so that it does not depend on the horizon.
    /// </summary>
    public ulong Digest()
    {
        var print = new Fingerprint();
        SchoolCounty county = County;
        foreach (long flow in county.Flows)
        {
            print.Add(flow);
        }

        int newest = AcademicYear + 1;
        foreach (School school in county.Estate.Schools)
        {
            for (int cohort = -SchoolRolls.Before; cohort <= newest; cohort++)
            {
                print.Add(county.Rolls.Roll(school.Index, cohort));
                print.Add(county.Rolls.Offered(school.Index, cohort));
                print.Add(county.Rolls.Capacity(school.Index, cohort));
            }
        }

        foreach (SchemeCase scheme in county.Schemes)
        {
            print.Add(((long)scheme.State.Stage << 32) | (uint)scheme.State.StageEnds);
        }

        print.Add(county.Residents.Count);
        return print.Value;
    }
}

/// <summary>FNV-1a over numbers: notices that something differs, and is no protection against anybody.</summary>
internal struct Fingerprint
{
    private const ulong Prime = 1099511628211;

    /// <summary>Begins with nothing.</summary>
    public Fingerprint()
    {
    }

    /// <summary>The fingerprint so far.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Adds a number.</summary>
    public void Add(long number) => Value = (Value ^ (ulong)number) * Prime;
}
