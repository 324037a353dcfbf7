using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// Compiles data and a scenario into what the kernel runs on. Each date on which a lever moves starts a new regime; the widths of
/// arrival layers, the initial stock and the map come from the data alone, so every scenario starts from one county. A validation
/// scenario is a county of its own: there they come from the data as its levers leave them on the first day.
/// </summary>
public sealed class CountyBuilder
{
    private const int LeadInMonths = 12;
    private readonly AssumptionCatalogue _catalogue;
    private readonly IReadOnlyList<District> _districts;
    private readonly KentMap _map;
    private readonly double[] _population;

    /// <summary>Reads the data folder.</summary>
    /// <param name="dataDirectory">The folder that holds assumptions and geography.</param>
    /// <exception cref="EvidenceException">A row breaks a rule of the data.</exception>
    public CountyBuilder(string dataDirectory)
    {
        _catalogue = AssumptionCatalogue.Load(dataDirectory);
        KentDistricts districts = KentDistricts.Load(dataDirectory);
        _districts = districts.All;
        _map = MapBuilder.Build(districts);
        _population = [.. _districts.Select(d => d.PopulationShare)];
    }

    /// <summary>Ids of the assumptions, each of which a scenario may move.</summary>
    public IReadOnlyCollection<string> Assumptions => [.. _catalogue.All.Select(a => a.Id)];

    /// <summary>Compiles a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years to run.</param>
    /// <param name="read">Receives the ids of the assumptions that were read, or null.</param>
    /// <exception cref="NotSupportedException">A strategy's lever moves what is read at the start only.</exception>
    /// <exception cref="ArgumentException">A lever gives a value that no law allows.</exception>
    public CountyParameters Build(Scenario scenario, int years, ISet<string>? read = null)
    {
        var central = new Assumed(id => _catalogue[id].Value, read);
        AssumptionValues atStart = scenario.Resolve(id => _catalogue[id].Value, scenario.Start);
        var initial = new Assumed(id => scenario.IsValidation ? atStart[id] : _catalogue[id].Value, read);
        CountyRates reference = Rates(initial);
        var moving = new HashSet<string>();
        Regime[] regimes = Regimes(scenario, moving);
        read?.UnionWith(moving);
        RefuseIdleLevers(scenario, moving);
        RunDays days = RunDays.Of(scenario, years, LeadInMonths);
        return new CountyParameters
        {
            Start = scenario.Start,
            LeadInDays = days.LeadIn,
            RecordDays = days.Records,
            LeadInNoteDays = days.Notes,
            WindowRecords = days.Window,
            Regimes = regimes,
            Reference = new ArrivalReference(
                reference.FrontDoor.ReferralsPerDay,
                reference.FrontDoor.EarlyHelpPerDay,
                reference.OtherAuthorities.RequestsPerDay,
                reference.Fostering.EnquiriesPerDay,
                reference.Unaccompanied.ArrivalsPerDay),
            Pools = PlacementBuilder.Pools(initial, id => _catalogue.TryGet(id, out _)),
            Stock = Stock(initial),
            Under18 = central.Whole("front-door/under-18s"),
            SufficientShare = central["placement/sufficient-share"],
            Districts = [.. _districts.Select(d => d.Name)],
        };
    }

    /// <summary>
    /// The initial stock and the pools of homes are those of the data in every scenario: a lever on them would silently do nothing.
    /// </summary>
    private static void RefuseIdleLevers(Scenario scenario, HashSet<string> moving)
    {
        if (!scenario.IsValidation && scenario.Levers.FirstOrDefault(setting => !moving.Contains(setting.Lever)) is LeverSetting idle)
        {
            throw new NotSupportedException($"'{idle.Lever}' is read at the start only, so a strategy cannot move it.");
        }
    }

    /// <summary>One regime for the lead-in, and one from each date on which a lever moves. A lever never reaches back before the start.</summary>
    private Regime[] Regimes(Scenario scenario, ISet<string>? read)
    {
        var regimes = new List<Regime>();
        if (!scenario.IsValidation)
        {
            regimes.Add(new Regime(int.MinValue, Rates(new Assumed(id => _catalogue[id].Value, read))));
        }

        foreach (DateOnly date in scenario.ChangeDates.Prepend(scenario.Start))
        {
            AssumptionValues values = scenario.Resolve(id => _catalogue[id].Value, date);
            int from = regimes.Count == 0 ? int.MinValue : date.DayNumber - scenario.Start.DayNumber;
            regimes.Add(new Regime(from, Rates(new Assumed(id => values[id], read))));
        }

        return [.. regimes];
    }

    private CountyRates Rates(Assumed assumed)
    {
        double[] households = HouseholdShares(assumed);
        return new CountyRates
        {
            FrontDoor = FrontDoorBuilder.Build(assumed, _population),
            Care = CareBuilder.Build(assumed),
            Unaccompanied = CareBuilder.BuildUnaccompanied(assumed),
            CareLeavers = CareBuilder.BuildCareLeavers(assumed),
            Fostering = FosteringBuilder.Build(assumed, households),
            Placements = PlacementBuilder.Build(assumed, _map),
            OtherAuthorities = FosteringBuilder.BuildOtherAuthorities(assumed, _population),
        };
    }

    private InitialStock Stock(Assumed assumed) => new()
    {
        LookedAfter = assumed.Whole("initial/looked-after"),
        Unaccompanied = assumed.Whole("initial/unaccompanied"),
        EntryAge = new AliasTable(assumed.ByBand("initial/entry-age")),
        CareLeavers = assumed.Whole("initial/care-leavers"),
        StayingPut = assumed.Whole("initial/staying-put"),
        Assessments = assumed.Whole("initial/assessments"),
        ChildrenInNeed = assumed.Whole("initial/cin"),
        ProtectionPlans = assumed.Whole("initial/cpp"),
        PlannedBefore = assumed["initial/planned-before"],
        EarlyHelp = assumed.Whole("initial/early-help"),
        ReturningToReferral = assumed.Whole("initial/returning-to-referral"),
        ReturningToEarlyHelp = assumed.Whole("initial/returning-to-early-help"),
        ReturningToCare = assumed.Whole("initial/returning-to-care"),
        Households = assumed.Whole("initial/households"),
        HouseholdShares = HouseholdShares(assumed),
        ChildShares = _population,
        WindingDown = assumed["initial/winding-down"],
        Enquirers = assumed.Whole("initial/enquirers"),
        Applications = assumed.Whole("initial/applications"),
        Withdrawing = assumed.Whole("initial/withdrawing"),
        OnHold = assumed["initial/on-hold"],
        Inactive = assumed["initial/inactive"],
        OtherAuthorities = assumed.Whole("initial/other-authorities"),
    };

    private double[] HouseholdShares(Assumed assumed)
    {
        double[] weights = [.. _districts.Select(d => d.PopulationShare * assumed[$"fostering/area-weight/{d.Area.ToString().ToLowerInvariant()}"])];
        double total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }
}
