using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>The histories of one replication until its last day.</summary>
internal sealed class CountyHistory
{
    private readonly ResidentEvents? _events;
    private readonly Dictionary<ulong, int> _numbers;

    public CountyHistory(
        in CountyGlimpse county, DrawKey key, List<CareHistory> care, ResidentEvents? events, List<HouseholdHistory> households, List<FosteringYear> fostering)
    {
        Parameters = county.Parameters;
        Map = county.Parameters.Regimes[0].Rates.Placements.Map;
        Key = key;
        Care = care;
        Households = households;
        Fostering = fostering;
        HasSchools = events is not null;
        Residents = HasSchools ? county.Residents.ToArray() : [];
        _events = events;
        _numbers = events?.Sort(Residents) ?? [];
        LinkedTo = new CareHistory?[Residents.Length];
        foreach (CareHistory child in HasSchools ? care : [])
        {
            foreach (ulong resident in child.FormerResidents.Append(child.Resident).Where(resident => resident != 0))
            {
                LinkedTo[_numbers[resident]] = child;
            }
        }
    }

    /// <summary>Whether life at school was kept.</summary>
    public bool HasSchools { get; }

    /// <summary>Seed and replication.</summary>
    public DrawKey Key { get; }

    /// <summary>What the replication started from.</summary>
    public CountyParameters Parameters { get; }

    /// <summary>Districts and places outside Kent.</summary>
    public KentMap Map { get; }

    /// <summary>Children whom the care side met, in the order in which it met them.</summary>
    public List<CareHistory> Care { get; }

    /// <summary>Fostering households that are or were approved, by address.</summary>
    public List<HouseholdHistory> Households { get; }

    /// <summary>Kent's own fostering, year by year, in order of time.</summary>
    public List<FosteringYear> Fostering { get; }

    /// <summary>All who lived in Kent from the start on, as they stand on the last day; a resident's number is its place.</summary>
    public ResidentState[] Residents { get; }

    /// <summary>For each resident the child in care who it is, or null.</summary>
    public CareHistory?[] LinkedTo { get; }

    /// <summary>Schools; null where the county has none.</summary>
    public Estate? Estate => Parameters.Schools?.Estate;

    /// <summary>The last day.</summary>
    public int LastDay => Parameters.Horizon;

    /// <summary>The draws of an entity.</summary>
    public Draws DrawsOf(ulong id) => new(Key, id);

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => Parameters.Start.AddDays(day);

    /// <summary>The day of a date.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - Parameters.Start.DayNumber;

    /// <summary>The number of a resident.</summary>
    public int NumberOf(ulong resident) => _numbers[resident];

    /// <summary>What happened to a resident, in order of time.</summary>
    public ReadOnlySpan<ResidentEvent> EventsOf(int number) => _events!.Of(number);

    /// <summary>How a resident of the start stood then; the number must be below that of the start's residents.</summary>
    public ResidentState AtStart(int number) => Parameters.Schools!.Residents[number];

    /// <summary>How many of the residents lived in Kent on the start.</summary>
    public int StockCount => Parameters.Schools?.Residents.Length ?? 0;
}
