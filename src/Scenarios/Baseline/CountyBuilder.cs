using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// Compiles data and a scenario into what the kernel runs on. Each date on which a lever moves starts a new regime; the widths of
/// arrival layers, the initial stock and the map come from the data alone, so every scenario starts from one county. A validation
/// scenario is a county of its own: there they come from the data as its levers leave them on the first day.
/// </summary>
public sealed class CountyBuilder
{
    private const int LeadInMonths = 12;
    private const string Residents = "front-door/under-18s";
    private const string Sufficient = "placement/sufficient-share";

    private readonly DataTables _tables;
    private readonly AssumptionCatalogue _catalogue;
    private readonly AssumptionDraws _draws;
    private readonly KnownStock? _known;
    private readonly KentDistricts _districts;
    private readonly ConcurrentDictionary<(DateOnly Start, bool Schools), Lazy<StartingCounty>> _starting = new();

    /// <summary>Reads the data folder, and with it the posterior sample of a calibration where it holds one.</summary>
    /// <param name="dataDirectory">The folder that holds assumptions and geography.</param>
    /// <exception cref="EvidenceException">A row breaks a rule of the data.</exception>
    public CountyBuilder(string dataDirectory)
        : this(new DataTables(dataDirectory))
    {
    }

    /// <summary>The same of tables that others read as well.</summary>
    /// <param name="tables">The tables of the data folder.</param>
    /// <exception cref="EvidenceException">A row breaks a rule of the data.</exception>
    public CountyBuilder(DataTables tables)
        : this(tables, tables.Assumptions, PosteriorFile.ReadIfThere(tables.Directory, tables.Assumptions), known: null)
    {
    }

    /// <summary>Takes other assumptions than those of the data folder, such as what was known on an earlier day.</summary>
    /// <param name="dataDirectory">The folder that holds geography and schools.</param>
    /// <param name="catalogue">The assumptions.</param>
    /// <param name="sample">Joint values of some of them, for the draws; null where all are drawn on their own.</param>
    /// <param name="known">
    /// Those looked after on the first day, where they are known: the county then begins on that day as it stood, without a lead-in, and flows of
    /// 12 months are whole a year later. Null for a lead-in of a year from a stock of which only the number is known.
    /// </param>
    /// <exception cref="EvidenceException">A row breaks a rule of the data.</exception>
    public CountyBuilder(string dataDirectory, AssumptionCatalogue catalogue, AssumptionSample? sample, KnownStock? known = null)
        : this(new DataTables(dataDirectory), catalogue, sample, known)
    {
    }

    private CountyBuilder(DataTables tables, AssumptionCatalogue catalogue, AssumptionSample? sample, KnownStock? known)
    {
        _known = known;
        _tables = tables;
        _catalogue = catalogue;
        _draws = new AssumptionDraws(_catalogue, sample);
        _districts = tables.Districts;
    }

    /// <summary>Ids of the assumptions, each of which a scenario may move.</summary>
    public IReadOnlyCollection<string> Assumptions => [.. _catalogue.All.Select(a => a.Id)];

    /// <summary>How many assumptions have a range, and are drawn where parameters are.</summary>
    public int RangedAssumptions => _draws.RangedCount;

    /// <summary>How many of them come from a posterior sample, together; 0 where there is none.</summary>
    public int SampledAssumptions => _draws.SampledCount;

    /// <summary>Compiles a scenario with the values of the data.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years to run.</param>
    /// <param name="read">Receives the ids of the assumptions that were read, or null.</param>
    /// <exception cref="NotSupportedException">A strategy's lever moves what is read at the start only.</exception>
    /// <exception cref="ArgumentException">A lever gives a value that no law allows.</exception>
    public CountyParameters Build(Scenario scenario, int years, ISet<string>? read = null) => Build(scenario, DaysOf(scenario, years), read);

    /// <summary>Compiles a strategy with the values of the data, to end on a given day: until then all is as in a longer run.</summary>
    /// <param name="scenario">The scenario; not a validation scenario.</param>
    /// <param name="last">The last day, not before the scenario's start.</param>
    /// <exception cref="NotSupportedException">A lever moves what is read at the start only.</exception>
    /// <exception cref="ArgumentException">A lever gives a value that no law allows.</exception>
    public CountyParameters BuildUntil(Scenario scenario, DateOnly last)
    {
        RefuseValidation(scenario);
        return Build(scenario, RunDays.Until(scenario, last, LeadInMonths), read: null);
    }

    private CountyParameters Build(Scenario scenario, in RunDays days, ISet<string>? read)
    {
        var moving = new HashSet<string>();
        StartingCounty county = StartingFor(scenario);
        CountyRates reference = county.Rates.Build(AtFirst(scenario, county.Central, moving)).Rates;
        read?.UnionWith(moving);
        read?.UnionWith(county.ReadForSchools);
        RefuseIdleLevers(scenario, moving);
        ArrivalReference arrivals = scenario.IsValidation ? StartingCounty.ArrivalsOf(reference) : county.Arrivals;
        return Compile(scenario, days, county, arrivals, county.Central, county.SchoolsOf(scenario), read);
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
        RefuseValidation(scenario);
        RunDays days = DaysOf(scenario, years);
        StartingCounty county = StartingFor(scenario);
        return key => Compile(scenario, days, county, central.Reference, county.Drawn.Of(key), central.Schools, read: null);
    }

    /// <summary>
    /// Compiles a scenario for values of some assumptions that are handed in, on which the levers act; all others keep the values of the data. What decides
    /// on the memory and the layers of an engine stays as in <paramref name="central"/>. The result may be called from any number of threads.
    /// </summary>
    /// <param name="scenario">The scenario; not a validation scenario.</param>
    /// <param name="years">Years to run.</param>
    /// <param name="central">The same scenario, compiled with the values of the data.</param>
    /// <param name="schools">Whether the schools are there; without them care runs in a fraction of the time, and its children go to none.</param>
    public Func<AssumptionPoint, CountyParameters> AtPoints(Scenario scenario, int years, CountyParameters central, bool schools)
    {
        RefuseValidation(scenario);
        RunDays days = DaysOf(scenario, years);
        StartingCounty county = StartingFor(scenario);
        return point => Compile(scenario, days, county, central.Reference, point.Of(county), schools ? central.Schools : null, read: null);
    }

    /// <summary>The assumptions with a range that one side of the county is made from, ordered by id.</summary>
    /// <param name="scenario">The scenario; its levers do not matter.</param>
    /// <param name="schools">
    /// True for what the school years are made from, what links them to care included; false for children's care. Where the scenario does not cover a side,
    /// nothing.
    /// </param>
    public IReadOnlyList<Assumption> Ranged(Scenario scenario, bool schools)
    {
        AssumptionVector central = StartingFor(scenario).Central;
        bool covered = schools ? scenario.Covers != ScenarioCoverage.Care : scenario.Covers != ScenarioCoverage.Schools;
        HashSet<string> read = [.. central.Rates.Reads.Where(concept => (concept.Key == RatesBuilder.SchoolsConcept) == schools).SelectMany(concept => concept.Value)];
        read.UnionWith(schools ? [] : [.. central.ReadAtStart, Residents, Sufficient]);
        return [.. _catalogue.All.Where(assumption => covered && assumption.Low is not null && read.Contains(assumption.Id))];
    }

    private RunDays DaysOf(Scenario scenario, int years) => RunDays.Of(scenario, years, _known is null ? LeadInMonths : 0);

    /// <summary>The county that a scenario starts from; all that start on a day and cover the same share it.</summary>
    private StartingCounty StartingFor(Scenario scenario) => _starting.GetOrAdd(
        (scenario.Start, scenario.Covers != ScenarioCoverage.Care && !scenario.IsValidation),
        of => new Lazy<StartingCounty>(() => new StartingCounty(_tables, _catalogue, _draws, of.Start, of.Schools, _known))).Value;

    private CountyParameters Compile(
        Scenario scenario,
        in RunDays days,
        StartingCounty county,
        ArrivalReference arrivals,
        AssumptionVector vector,
        SchoolParameters? schools,
        ISet<string>? read)
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
            Regimes = Regimes(scenario, county, vector, read),
            Reference = arrivals,
            Pools = own ? county.Rates.Pools(initial) : vector.Pools,
            Stock = own ? county.Stock(initial) : vector.Stock,
            Under18 = usual.Whole(Residents),
            SufficientShare = usual[Sufficient],
            Charges = MoneyBuilder.Charges(scenario),
            Districts = [.. _districts.All.Select(d => d.Name)],
            Schools = schools,
        };
    }

    private static void RefuseValidation(Scenario scenario)
    {
        if (scenario.IsValidation)
        {
            throw new ArgumentException($"{scenario.Name} is a validation scenario: its parameters are fixed.", nameof(scenario));
        }
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
    private Regime[] Regimes(Scenario scenario, StartingCounty county, AssumptionVector vector, ISet<string>? read)
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
            var assumed = new Assumed(id => Possible(id, values, vector, county), vector.Laws, read);
            bool own = scenario.IsValidation || read is not null;
            regimes.Add(new Regime(from, own ? county.Rates.Build(assumed).Rates : county.Rates.Rebuild(assumed, vector.Rates, [.. values.Overrides.Keys])));
            if (ReferenceEquals(vector, county.Central))
            {
                county.RefuseCut(regimes[^1].Rates);
            }
        }

        return [.. regimes];
    }

    /// <summary>
    /// What a lever makes of a draw far from the middle may be more than a share can be, or less than nothing: it then does as much as it
    /// can. What it makes of the values of the data is left as it is, so that a mistake in a scenario shows.
    /// </summary>
    private double Possible(string id, AssumptionValues values, AssumptionVector vector, StartingCounty county)
    {
        double value = values[id];
        return ReferenceEquals(vector, county.Central) || !values.Overrides.ContainsKey(id) ? value
            : _catalogue[id].Unit == AssumptionRules.ShareUnit ? Math.Clamp(value, 0, 1)
            : Math.Max(0, value);
    }
}
