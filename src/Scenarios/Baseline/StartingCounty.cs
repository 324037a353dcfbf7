using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// What all scenarios that start on one day have in common: the central values and the drawn ones, what is compiled from them, and the schools
/// and children of that day. Safe to share between threads.
/// </summary>
internal sealed class StartingCounty
{
    private readonly IReadOnlyList<District> _districts;
    private readonly KnownStock? _known;
    private readonly Lazy<ArrivalReference> _arrivals;
    private readonly Task<SchoolsAtStart>? _schools;
    private readonly Lazy<SchoolPlans>? _plans;

    /// <summary>Prepares a start. The schools are built on another thread, while the caller compiles what does not need them.</summary>
    /// <param name="tables">The tables of the data folder.</param>
    /// <param name="catalogue">The assumptions.</param>
    /// <param name="draws">Their draws.</param>
    /// <param name="start">The first day.</param>
    /// <param name="schools">Whether the school side is there.</param>
    /// <param name="known">Those looked after on the first day; null where only their number is an assumption.</param>
    public StartingCounty(
        DataTables tables,
        AssumptionCatalogue catalogue,
        AssumptionDraws draws,
        DateOnly start,
        bool schools,
        KnownStock? known)
    {
        _known = known;
        _districts = tables.Districts.All;
        _schools = schools ? Task.Run(() => new SchoolsAtStart(tables, _districts, start)) : null;
        Rates = new RatesBuilder(catalogue, _districts, MapBuilder.Build(tables.Districts), _schools is null ? null : () => Schools!);
        AssumptionVector Vector(double[] values) => new(catalogue, values, Rates, Stock);
        Central = Vector([.. draws.Central]);
        _arrivals = new Lazy<ArrivalReference>(() => ArrivalsOf(Central.Rates.Rates));
        Drawn = new DrawnVectors(draws, Vector);
        _plans = _schools is null ? null : new Lazy<SchoolPlans>(
            () => new SchoolPlans(tables.Directory, _districts, Schools!, () => SchoolsAtStart.ReferenceOf(Central.Rates.Rates)));
    }

    /// <summary>Compiles assumptions into rates.</summary>
    public RatesBuilder Rates { get; }

    /// <summary>The values of the data.</summary>
    public AssumptionVector Central { get; }

    /// <summary>The values drawn for each replication.</summary>
    public DrawnVectors Drawn { get; }

    /// <summary>Refuses rates of the values of the data, as a scenario changes them, that the school side would have to cut.</summary>
    /// <exception cref="ArgumentException">Residents would move more often than the model allows.</exception>
    public void RefuseCut(CountyRates rates)
    {
        if (_schools is not null)
        {
            ResidentRatesBuilder.RefuseCut(rates.Schools!.Residents, _districts);
        }
    }

    /// <summary>Ids of the assumptions that the schools and children of the first day are made from.</summary>
    public IReadOnlyCollection<string> ReadForSchools => Schools?.Schools.Read ?? [];

    /// <summary>The widths of the layers of arrivals of the care side.</summary>
    public ArrivalReference Arrivals => _arrivals.Value;

    /// <summary>The school side of a scenario; null where it is left out. The same object for all with the same plans for schools.</summary>
    public SchoolParameters? SchoolsOf(Scenario scenario) => _plans?.Value.Of(scenario);

    /// <summary>The school side, as soon as it is built; what is wrong with the data is told here.</summary>
    private SchoolsAtStart? Schools => _schools?.GetAwaiter().GetResult();

    /// <summary>The widths of the layers that rates give.</summary>
    public static ArrivalReference ArrivalsOf(CountyRates rates) => new(
        rates.FrontDoor.ReferralsPerDay,
        rates.FrontDoor.EarlyHelpPerDay,
        rates.OtherAuthorities.RequestsPerDay,
        rates.Fostering.EnquiriesPerDay,
        rates.Unaccompanied.ArrivalsPerDay);

    /// <summary>The initial stock of the care side.</summary>
    public InitialStock Stock(Assumed assumed) => new()
    {
        LookedAfter = _known is null ? assumed.Whole("initial/looked-after") : _known.Total - assumed.Whole("initial/unaccompanied"),
        Unaccompanied = assumed.Whole("initial/unaccompanied"),
        Known = _known,
        EntryAge = new AliasTable(assumed.ByBand("initial/entry-age")),
        CareLeavers = assumed.Whole("initial/care-leavers"),
        StayingPut = assumed.Whole("initial/staying-put"),
        Assessments = assumed.Whole("initial/assessments"),
        ChildrenInNeed = assumed.Whole("initial/cin"),
        ProtectionPlans = assumed.Whole("initial/cpp"),
        PlannedBefore = assumed["initial/planned-before"],
        EarlyHelp = assumed.Whole("initial/early-help"),
        ReturningToReferral = assumed.Whole("initial/returning-to-referral"),
        ReturningAfterPlan = assumed["initial/returning-after-plan"],
        ReturningToEarlyHelp = assumed.Whole("initial/returning-to-early-help"),
        ReturningToCare = assumed.Whole("initial/returning-to-care"),
        Households = assumed.Whole("initial/households"),
        HouseholdShares = Rates.HouseholdShares(assumed),
        ChildShares = [.. _districts.Select(d => d.PopulationShare)],
        WindingDown = assumed["initial/winding-down"],
        Enquirers = assumed.Whole("initial/enquirers"),
        Applications = assumed.Whole("initial/applications"),
        Withdrawing = assumed.Whole("initial/withdrawing"),
        OnHold = assumed["initial/on-hold"],
        Inactive = assumed["initial/inactive"],
        OtherAuthorities = assumed.Whole("initial/other-authorities"),
    };
}
