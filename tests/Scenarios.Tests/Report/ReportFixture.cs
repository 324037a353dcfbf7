using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>
/// A made-up folder of results: every number is a formula of measure, scenario and month, so that a test can say what must come out. Costs
/// and districts can be left out, as by an older version.
/// </summary>
internal sealed class ReportFixture
{
    private static readonly Dictionary<string, double> s_measures = Parse("""
        cla 1650  cla-uasc 250  scs19 77.5  met-suitably 76  requests-unmet 207  households 527  places 1133
        places-filled 890  places-vacant 92  places-unavailable 151  places-unavailable/on-hold 60
        places-unavailable/matching 40  places-unavailable/staying-put 30  places-unavailable/carers-choice 21
        care-leavers 1600  placed-out-of-county 15  waiting 2  cla-by-place/U3 60  cla-by-place/U4 690  cla-by-place/U6 470
        cla-by-place/A6 40  cla-by-place/K2 75  cla-by-place/K1 3  cla-by-place/H5 190  cla-by-place/P1 40  cla-by-place/P2 20
        cla-by-place/R3 5  cla-by-place/S1 4  cla-started-by-age/under-1 88  cla-started-by-age/1-4 112
        cla-started-by-age/5-9 97  cla-started-by-age/10-15 236  cla-started-by-age/16-over 243  cla-ceased-by-reason/E11 30
        cla-ceased-by-reason/E12 34  cla-ceased-by-reason/E4A 150  cla-ceased-by-reason/E45 60  cla-ceased-by-reason/E17 50
        cla-ceased-by-reason/E5 250
        """);

    private static readonly Dictionary<string, double> s_costs = Parse("""
        in-house-fostering 24.5e6  connected-person 1.6e6  agency-fostering 12.4e6  residential 17.1e6  semi-independent 6.2e6
        lodgings 0.9e6  adoption 1.1e6  other-placements 0.4e6  care-leavers 5.5e6  staying-put 1.2e6
        recruitment-and-approval 1.3e6  foster-support 3.3e6  stability-team 0.35e6  social-work 30.2e6  early-help 14e6
        strategy 0  uasc-grant -7.9e6
        """);

    private readonly Dictionary<(string Scenario, string Measure), (double Mean, double Low, double High)> _differences = [];

    /// <summary>Name and title of each strategy; the baseline is <c>baseline-2019</c>.</summary>
    public IReadOnlyList<(string Name, string Title)> Strategies { get; init; } =
        [("recruit-120", "Recruit 120 fostering households a year"), ("uasc-doubles", "Twice as many unaccompanied asylum-seeking children arrive")];

    public bool HasCosts { get; init; } = true;

    public bool HasDistricts { get; init; } = true;

    public bool HasCare { get; init; } = true;

    public SchoolFixture? Schools { get; init; }

    public int Years { get; init; } = 5;

    public int Replications { get; init; } = 200;

    public string? RankedBy { get; init; } = "scs19";

    public bool HigherIsBetter { get; init; } = true;

    public string Digest { get; init; } = new('a', 64);

    public uint Seed { get; init; } = 1;

    /// <summary>Added to every value of the baseline.</summary>
    public double Shift { get; init; }

    /// <summary>The hash of data/a.csv.</summary>
    public string DataHash { get; init; } = new('1', 64);

    private IEnumerable<string> Names => Strategies.Select(strategy => strategy.Name).Prepend("baseline-2019");

    /// <summary>Sets what a strategy changes of a measure at the horizon: mean, low and high. What is not told is 0.</summary>
    public ReportFixture With(string scenario, string measure, double mean, double low, double high)
    {
        _differences[(scenario, measure)] = (mean, low, high);
        return this;
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "series.csv"), Series());
        File.WriteAllText(Path.Combine(folder, "summary.csv"), Summary());
        if (Schools is not null)
        {
            File.WriteAllText(Path.Combine(folder, "deficits.csv"), Schools.Csv(Names, Replications));
        }

        if (RankedBy is not null)
        {
            File.WriteAllText(Path.Combine(folder, "ranking.csv"), Ranking(RankedBy));
        }

        File.WriteAllText(Path.Combine(folder, "manifest.json"), Manifest());
    }

    private IEnumerable<(string Measure, string Geography, double Value)> Measures() =>
        (HasCare ? CareMeasures() : []).Concat(Schools is null ? [] : SchoolFixture.Measures());

    /// <summary>Schools are counted in January, at the start and at the horizon.</summary>
    private IEnumerable<int> MonthsOf(string measure, string geography)
    {
        bool census = Schools is not null && SchoolFixture.Measures().Any(other => other.Measure == measure && other.Geography == geography);
        return Enumerable.Range(0, (12 * Years) + 1).Where(month => !census || month == 0 || month % 12 == 6 || month == 12 * Years);
    }

    private IEnumerable<(string Measure, string Geography, double Value)> CareMeasures()
    {
        foreach ((string id, double value) in s_measures)
        {
            yield return (id, "Kent", value);
        }

        foreach (string prefix in HasCosts ? ["cost/", "cost-real/"] : Array.Empty<string>())
        {
            double prices = prefix == "cost/" ? 1.1 : 1;
            yield return ($"{prefix}total", "Kent", s_costs.Values.Sum() * prices);
            foreach ((string category, double value) in s_costs)
            {
                yield return (prefix + category, "Kent", value * prices);
            }
        }

        foreach ((int index, string district) in HasDistricts ? SchoolFixture.Districts.Index() : [])
        {
            yield return ("cla", district, 110 + (6 * index));
            yield return ("met-suitably", district, 70 + index);
            yield return ("waiting", district, 0.1);
            yield return ("placed-over-20-miles-count", district, 10 + index);
            yield return ("placed-out-of-county-count", district, 20);
        }
    }

    private string Series()
    {
        var text = new StringBuilder("scenario,measure,geography,date,replications,mean,sd,p05,p25,p50,p75,p95\n");
        foreach (string scenario in Names)
        {
            foreach ((string measure, string geography, double level) in Measures())
            {
                foreach (int month in MonthsOf(measure, geography))
                {
                    DateOnly date = new DateOnly(2019, 8, 1).AddMonths(month).AddDays(-1);
                    double mean = level + Shift + (DifferenceOf(scenario, measure).Mean * month / (12 * Years)) + (0.004 * level * Math.Sin(month / 3.0));
                    double sd = Math.Abs(level) * 0.002 * (2 + month);
                    text.Append(CultureInfo.InvariantCulture, $"{scenario},{measure},{geography},{date:yyyy-MM-dd},{Replications},{mean:0.###},{sd:0.###},");
                    text.Append(CultureInfo.InvariantCulture, $"{mean - (1.64 * sd):0.###},{mean - (0.67 * sd):0.###},{mean:0.###},{mean + (0.67 * sd):0.###},{mean + (1.64 * sd):0.###}\n");
                }
            }
        }

        return text.ToString();
    }

    private string Summary()
    {
        var text = new StringBuilder(
            "scenario,measure,geography,date,replications,baseline_mean,baseline_low,baseline_high,value_mean,value_low,value_high,"
            + "difference_mean,difference_low,difference_high,simulation_error\n");
        foreach (string scenario in Names)
        {
            foreach ((string measure, string geography, double level) in Measures())
            {
                double value = level + Shift;
                (double mean, double low, double high) = DifferenceOf(scenario, measure);
                string difference = scenario == "baseline-2019" ? ",," : FormattableString.Invariant($"{mean},{low},{high}");
                text.Append(CultureInfo.InvariantCulture, $"{scenario},{measure},{geography},{Horizon:yyyy-MM-dd},{Replications},{value},{value * 0.8},{value * 1.2},");
                text.Append(CultureInfo.InvariantCulture, $"{value + mean},{(value + mean) * 0.8},{(value + mean) * 1.2},{difference},0.5\n");
            }
        }

        return text.ToString();
    }

    private string Ranking(string measure)
    {
        var text = new StringBuilder(
            "rank,scenario,measure,geography,better,date,replications,difference_mean,difference_low,difference_high,simulation_error,best_share\n");
        var ranked = Strategies.OrderByDescending(strategy => (HigherIsBetter ? 1 : -1) * DifferenceOf(strategy.Name, measure).Mean);
        string better = HigherIsBetter ? "higher" : "lower";
        foreach ((int index, (string name, _)) in ranked.Index())
        {
            (double mean, double low, double high) = DifferenceOf(name, measure);
            text.Append(CultureInfo.InvariantCulture, $"{index + 1},{name},{measure},Kent,{better},{Horizon:yyyy-MM-dd},{Replications},{mean},{low - 0.5},{high + 0.5},0.1,{(index == 0 ? 0.75 : 0)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $",baseline-2019,{measure},Kent,{better},{Horizon:yyyy-MM-dd},{Replications},,,,,0.25\n").ToString();
    }

    private string Manifest() => JsonSerializer.Serialize(new
    {
        product = "KentSufficiency",
        version = "0.1.0",
        engine = "local",
        parameters = "drawn",
        ranged_assumptions = 492,
        precision = (object?)null,
        ranked_by = RankedBy,
        digest = Digest,
        partial = false,
        seed = Seed,
        replications_asked = Replications,
        replications_completed = Replications,
        years = Years,
        start = "2019-07-31",
        horizon = $"{Horizon:yyyy-MM-dd}",
        threads = 2,
        audit = false,
        wall_seconds = 12.5,
        scenarios = Strategies.Prepend(("baseline-2019", "Kent as it stood in July 2019, nothing changed")).Select(scenario => new
        {
            name = scenario.Item1,
            title = scenario.Item2,
            source = "kcc-2019-10 p.232",
            levers = scenario.Item1 == "baseline-2019" ? [] : new[]
            {
                new { lever = "fostering/enquiries-a-year", operation = "scale", value = 1.54, from = "2019-08-01", to = (string?)null, ramp_months = 12 },
            },
        }),
        inputs = new[] { new { file = "data/a.csv", sha256 = DataHash }, new { file = "scenarios/recruit-120.yaml", sha256 = new string('2', 64) } },
    });

    private DateOnly Horizon => new DateOnly(2019, 8, 1).AddMonths(12 * Years).AddDays(-1);

    private (double Mean, double Low, double High) DifferenceOf(string scenario, string measure) => _differences.GetValueOrDefault((scenario, measure));

    /// <summary>Names and numbers, in turn.</summary>
    private static Dictionary<string, double> Parse(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
