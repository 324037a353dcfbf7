using System.Globalization;
using System.Text;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>The made-up schools of a made-up folder of results.</summary>
internal sealed class SchoolFixture
{
    public static readonly string[] Districts =
    [
        "Ashford", "Canterbury", "Dartford", "Dover", "Folkestone and Hythe", "Gravesham", "Maidstone", "Sevenoaks", "Swale", "Thanet",
        "Tonbridge and Malling", "Tunbridge Wells",
    ];

    private const string Values = """
        roll/primary 128000  roll/secondary 102000  roll/special 4500  roll/year-7 18500  capacity/primary 135000  capacity/secondary 98000
        surplus/primary 5.2  surplus/secondary 8.1  p-surplus/primary 61  p-surplus/secondary 88  deficit-places/year-r 140  deficit-places/year-7 420
        first-preference/primary 89.1  first-preference/secondary 79.2  first-or-second/primary 95.3  first-or-second/secondary 91.4
        population 335000  births 17100  migration-net 1900  sixth-form 14200  independent 21000  home-educated 2100  without-place 310  displaced 12
        in-year-admissions 9100  fair-access 420  ehcp 12900  ehcp-requests 3300  send11 34.5  send10 3.4  plans-waiting 1400  special-roll 4700
        special-external 830  resource-roll 1100  ehcp-mainstream-pct 41.2  schemes-decided 22.4  fe-opened/primary 8.2  fe-opened/secondary 11.1
        fe-planned/primary 10  fe-planned/secondary 16  schemes-late 6.1  schemes-failed 3.3
        bulge-places 210  closures 1.2
        """;

    private const string Costs = """
        schools-capital 41e6  schools-revenue 6.1e6  developer-contributions -14e6  special-places 98e6  special-external 37e6  send-transport 24e6
        """;

    /// <summary>School year, year group, geography, mean and chance of each deficit; the interval is 0.7 to 1.3 times the mean.</summary>
    public IReadOnlyList<(int Year, string Group, string Geography, double Mean, double Chance)> Deficits { get; init; } =
    [
        (2020, "year-7", "Gravesend and Longfield", 74, 0.93), (2021, "year-7", "Gravesend and Longfield", 140, 0.95),
        (2022, "year-7", "Gravesend and Longfield", 222, 0.97), (2023, "year-7", "Gravesend and Longfield", 271, 0.98),
        (2024, "year-7", "Gravesend and Longfield", 316, 0.99), (2022, "year-r", "Ashford South", 24, 0.71), (2023, "year-r", "Ashford South", 31, 0.74),
        (2023, "year-7", "Gravesham", 280, 0.98), (2024, "year-r", "Dartford Town", 9, 0.31),
        .. Enumerable.Range(1, 14).Select(i => (2021 + (i % 4), "year-r", $"Planning area {i}", 10.0 + i, 0.55)),
    ];

    /// <summary>What is left of a deficit in a strategy.</summary>
    public double Left { get; init; } = 0.8;

    /// <summary>Measure, geography and level.</summary>
    public static IEnumerable<(string Measure, string Geography, double Value)> Measures()
    {
        foreach ((string id, double value) in Parse(Values))
        {
            yield return (id, "Kent", value);
        }

        yield return ("scheme-open/thamesview", "Gravesham", 72);
        yield return ("scheme-open/new-town-primary", "Dartford", 40);
        foreach ((string category, double value) in Parse(Costs))
        {
            yield return ($"cost/{category}", "Kent", 1.1 * value);
            yield return ($"cost-real/{category}", "Kent", value);
        }

        foreach ((int index, string district) in Districts.Index())
        {
            yield return ("surplus/primary", district, 1.1 + index);
            yield return ("surplus/secondary", district, (2 * index) - 3);
            yield return ("p-surplus/primary", district, 8 * index);
            yield return ("p-surplus/secondary", district, 99 - (9 * index));
        }
    }

    /// <summary>The file of deficits.</summary>
    public string Csv(IEnumerable<string> scenarios, int replications)
    {
        var text = new StringBuilder("scenario,school_year,date,year_group,geography,replications,mean,low,p50,high,chance\n");
        foreach (string scenario in scenarios)
        {
            foreach ((int year, string group, string geography, double level, double chance) in Deficits.OrderBy(deficit => deficit.Year).ThenByDescending(deficit => deficit.Mean))
            {
                double mean = scenario == "thamesview-on-time" && geography == "Gravesend and Longfield" ? Left * level : level;
                text.Append(CultureInfo.InvariantCulture, $"{scenario},{year - 1}-{year % 100:00},{year}-01-31,{group},{geography},{replications},");
                text.Append(CultureInfo.InvariantCulture, $"{mean},{0.7 * mean},{mean},{1.3 * mean},{chance}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Id, double Value)> Parse(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2).Select(pair => (pair[0], double.Parse(pair[1], CultureInfo.InvariantCulture)));
}
