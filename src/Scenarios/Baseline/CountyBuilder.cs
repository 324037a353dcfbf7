using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

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
    private readonly AssumptionDraws _draws;
    private readonly AssumptionVector _central;
    private readonly DrawnVectors _drawn;
    private readonly IReadOnlyList<District> _districts;
    private readonly RatesBuilder _rates;
    private readonly Lazy<ArrivalReference> _arrivals;

    /// <summary>Reads the data folder.</summary>
    /// <param name="dataDirectory">The folder that holds assumptions and geography.</param>
    /// <exception cref="EvidenceException">A row breaks a rule of the data.</exception>
    public CountyBuilder(string dataDirectory)
    {
        _catalogue = AssumptionCatalogue.Load(dataDirectory);
        _draws = new AssumptionDraws(_catalogue);
        KentDistricts districts = KentDistricts.Load(dataDirectory);
        _districts = districts.All;
        _rates = new RatesBuilder(_catalogue, _districts, MapBuilder.Build(districts));
        AssumptionVector Vector(double[] values) => new(_catalogue, values, _rates, Stock);
        _central = Vector([.. _draws.Central]);
        _arrivals = new Lazy<ArrivalReference>(() => ArrivalsOf(_central.Rates.Rates));
        _drawn = new DrawnVectors(_draws, Vector);
    }

    /// <summary>Ids of the assumptions, each of which a scenario may move.</summary>
    public IReadOnlyCollection<string> Assumptions => [.. _catalogue.All.Select(a => a.Id)];

    /// <summary>How many assumptions have a range, and are drawn where parameters are.</summary>
    public int RangedAssumptions => _draws.RangedCount;

    /// <summary>Compiles a scenario with the values of the data.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years to run.</param>
    /// <param name="read">Receives the ids of the assumptions that were read, or null.</param>
    /// <exception cref="NotSupportedException">A strategy's lever moves what is read at the start only.</exception>
    /// <exception cref="ArgumentException">A lever gives a value that no law allows.</exception>
    public CountyParameters Build(Scenario scenario, int years, ISet<string>? read = null)
    {
        RunDays days = RunDays.Of(scenario, years, LeadInMonths);
        var moving = new HashSet<string>();
        CountyRates reference = _rates.Build(AtFirst(scenario, _central, moving)).Rates;
        read?.UnionWith(moving);
        RefuseIdleLevers(scenario, moving);
        ArrivalReference arrivals = scenario.IsValidation ? ArrivalsOf(reference) : _arrivals.Value;
        return Compile(scenario, days, arrivals, _central, read);
    }

    /// <summary>
    /// Compiles a scenario anew for each replication, with its own draw of the ranged assumptions, on which the levers act. All scenarios
    /// of a replication get the same draw and share what is compiled from it. What decides on the memory and the layers of an engine stays
    /// as in <paramref name="central"/>. The result may be called from any number of threads.
    /// </summary>
    /// <param name="scenario">The scenario; not a validation scenario, which is held against a known number.</param>
    /// <param name="years">Years to run.</param>
    /// <param name="central">The same scenario, compiled with the values of the data.</param>
    public Func<DrawKey, CountyParameters> Drawn(Scenario scenario, int years, CountyParameters central)
    {
        if (scenario.IsValidation)
        {
            throw new ArgumentException($"{scenario.Name} is a validation scenario: its parameters are fixed.", nameof(scenario));
        }

        RunDays days = RunDays.Of(scenario, years, LeadInMonths);
        return key => Compile(scenario, days, central.Reference, _drawn.Of(key), read: null);
    }

    private static ArrivalReference ArrivalsOf(CountyRates rates) => new(
        rates.FrontDoor.ReferralsPerDay,
        rates.FrontDoor.EarlyHelpPerDay,
        rates.OtherAuthorities.RequestsPerDay,
        rates.Fostering.EnquiriesPerDay,
        rates.Unaccompanied.ArrivalsPerDay);

    private CountyParameters Compile(
        Scenario scenario, in RunDays days, ArrivalReference arrivals, AssumptionVector vector, ISet<string>? read)
    {
        var usual = new Assumed(id => vector[id], vector.Laws, read);
        Assumed initial = AtFirst(scenario, vector, read);
        bool own = scenario.IsValidation || read is not null;
        return new CountyParameters
        {
            Start = scenario.Start,
            LeadInDays = days.LeadIn,
            RecordDays = days.Records,
            LeadInNoteDays = days.Notes,
            WindowRecords = days.Window,
            Regimes = Regimes(scenario, vector, read),
            Reference = arrivals,
            Pools = own ? _rates.Pools(initial) : vector.Pools,
            Stock = own ? Stock(initial) : vector.Stock,
            Under18 = usual.Whole("front-door/under-18s"),
            SufficientShare = usual["placement/sufficient-share"],
            Charges = MoneyBuilder.Charges(scenario),
            Districts = [.. _districts.Select(d => d.Name)],
        };
    }

    /// <summary>
    /// The initial stock is that of the data in every scenario: a lever on it would silently do nothing.
    /// </summary>
    private static void RefuseIdleLevers(Scenario scenario, HashSet<string> moving)
    {
        if (scenario.IsValidation)
        {
            return;
        }

        foreach ((string lever, string assumption) in scenario.Moved)
        {
            if (!moving.Contains(assumption))
            {
                string by = lever == assumption ? $"'{lever}'" : $"'{assumption}', which '{lever}' moves,";
                throw new NotSupportedException($"{by} is read at the start only, so a strategy cannot move it.");
            }
        }
    }

    /// <summary>What the county starts from: the values without levers, but in a validation scenario with those of its first day.</summary>
    private static Assumed AtFirst(Scenario scenario, AssumptionVector vector, ISet<string>? read)
    {
        if (!scenario.IsValidation)
        {
            return new Assumed(id => vector[id], vector.Laws, read);
        }

        AssumptionValues atStart = scenario.Resolve(id => vector[id], scenario.Start);
        return new Assumed(id => atStart[id], vector.Laws, read);
    }

    /// <summary>One regime for the lead-in, and one from each date on which a lever moves. A lever never reaches back before the start.</summary>
    private Regime[] Regimes(Scenario scenario, AssumptionVector vector, ISet<string>? read)
    {
        var regimes = new List<Regime>();
        if (!scenario.IsValidation)
        {
            regimes.Add(new Regime(int.MinValue, vector.Rates.Rates));
        }

        foreach (DateOnly date in scenario.ChangeDates.Prepend(scenario.Start))
        {
            AssumptionValues values = scenario.Resolve(id => vector[id], date);
            int from = regimes.Count == 0 ? int.MinValue : date.DayNumber - scenario.Start.DayNumber;
            var assumed = new Assumed(id => Possible(id, values, vector), vector.Laws, read);
            bool own = scenario.IsValidation || read is not null;
            regimes.Add(new Regime(from, own ? _rates.Build(assumed).Rates : _rates.Rebuild(assumed, vector.Rates, [.. values.Overrides.Keys])));
        }

        return [.. regimes];
    }

    /// <summary>
    /// What a lever makes of a draw far from the middle may be more than a share can be, or less than nothing: it then does as much as it
    /// can. What it makes of the values of the data is left as it is, so that a mistake in a scenario shows.
    /// </summary>
    private double Possible(string id, AssumptionValues values, AssumptionVector vector)
    {
        double value = values[id];
        return ReferenceEquals(vector, _central) || !values.Overrides.ContainsKey(id) ? value
            : _catalogue[id].Unit == AssumptionRules.ShareUnit ? Math.Clamp(value, 0, 1)
            : Math.Max(0, value);
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
        ReturningAfterPlan = assumed["initial/returning-after-plan"],
        ReturningToEarlyHelp = assumed.Whole("initial/returning-to-early-help"),
        ReturningToCare = assumed.Whole("initial/returning-to-care"),
        Households = assumed.Whole("initial/households"),
        HouseholdShares = _rates.HouseholdShares(assumed),
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
