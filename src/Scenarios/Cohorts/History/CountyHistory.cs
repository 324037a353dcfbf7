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
    private readonly Estate? _estate;
    private readonly KentMap? _map;
    private readonly ResidentState[] _stock;

    public CountyHistory(
        in CountyGlimpse county, DrawKey key, List<CareHistory> care, ResidentEvents? events, List<HouseholdHistory> households, List<FosteringYear> fostering)
    {
        Start = county.Parameters.Start;
        LastDay = county.Parameters.Horizon;
        _estate = county.Parameters.Schools?.Estate;
        _stock = county.Parameters.Schools?.Residents ?? [];
        _map = county.Parameters.Regimes[0].Rates.Placements.Map;
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

    /// <summary>A history of children in care alone, made by hand.</summary>
    public CountyHistory(DateOnly start, DateOnly last, DrawKey key, List<CareHistory> care)
    {
        (Start, LastDay, Key, Care) = (start, last.DayNumber - start.DayNumber, key, care);
        (Households, Fostering, Residents, LinkedTo, _numbers, _stock) = ([], [], [], [], [], []);
    }

    /// <summary>Day 0.</summary>
    public DateOnly Start { get; }

    /// <summary>Whether life at school was kept.</summary>
    public bool HasSchools { get; }

    /// <summary>Seed and replication.</summary>
    public DrawKey Key { get; }

    /// <summary>Districts and places outside Kent.</summary>
    /// <exception cref="InvalidOperationException">The history was made by hand.</exception>
    public KentMap Map => _map ?? throw new InvalidOperationException("This county has no map.");

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

    /// <summary>Schools.</summary>
    /// <exception cref="InvalidOperationException">The county has none.</exception>
    public Estate Estate => _estate ?? throw new InvalidOperationException("This county has no schools.");

    /// <summary>The last day.</summary>
    public int LastDay { get; }

    /// <summary>The draws of an entity.</summary>
    public Draws DrawsOf(ulong id) => new(Key, id);

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => Start.AddDays(day);

    /// <summary>The day of a date.</summary>
    public int DayOf(DateOnly date) => date.DayNumber - Start.DayNumber;

    /// <summary>The number of a resident.</summary>
    public int NumberOf(ulong resident) => _numbers[resident];

    /// <summary>What happened to a resident, in order of time.</summary>
    public ReadOnlySpan<ResidentEvent> EventsOf(int number) => _events!.Of(number);

    /// <summary>How a resident of the start stood then; the number must be below that of the start's residents.</summary>
    public ResidentState AtStart(int number) => _stock[number];

    /// <summary>How many of the residents lived in Kent on the start.</summary>
    public int StockCount => _stock.Length;
}
