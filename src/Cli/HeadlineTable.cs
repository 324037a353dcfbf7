using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace KentSufficiency.Cli;

/// <summary>
/// The short answer of a run: the headline measures of Kent at start and horizon, and what a strategy or two change; more have a table of
/// their own (<see cref="StrategyTable"/>). Of a validation scenario, which is held against a known number, the mean with its simulation error.
/// </summary>
internal sealed class HeadlineTable(ExperimentResults results, IReadOnlyList<HorizonRow> rows, bool validation, string replications)
{
    /// <summary>In the order of a sufficiency strategy: need, where children live, what is vacant, what is missing, who moves on; then school places.</summary>
    private static readonly string[] s_headlines =
    [
        "cla", "cla-uasc", "scs19", "households", "places-vacant", "placed-out-of-county", "requests-unmet", "met-suitably", "care-leavers",
        "cost-real/total",
        "surplus/primary", "surplus/secondary", "first-preference/primary", "first-preference/secondary", "ehcp", "send11", "special-external",
    ];

    /// <summary>What a validation scenario is about.</summary>
    private static readonly string[] s_validated = ["days-to-match"];

    /// <summary>More strategies beside each other would not fit on a screen.</summary>
    private const int MostBesideEachOther = 2;

    private readonly IReadOnlyList<ScenarioResults> _scenarios =
        results.Scenarios.Count - 1 > MostBesideEachOther ? [results.Scenarios[0]] : results.Scenarios;

    /// <summary>Whether the strategies are left to a table of their own.</summary>
    public bool LeavesStrategiesOut => _scenarios.Count < results.Scenarios.Count;

    /// <summary>A run that records its horizon only has no start to show.</summary>
    private bool HasStart => _scenarios[0].Dates.Count > 1;

    /// <summary>Writes the table: with a frame on a terminal, in plain columns that never wrap elsewhere.</summary>
    public void Write(IAnsiConsole console)
    {
        bool terminal = console.Profile.Out.IsTerminal;
        HorizonRow[][] headlines = [.. (validation ? s_validated : s_headlines).Select(RowsOf).Where(found => found.Length > 0)];
        if (headlines.Length == 0)
        {
            // An engine of another kind has measures of its own.
            var first = rows.Select(row => row.Measure).Distinct().Take(s_headlines.Length);
            headlines = [.. first.Select(measure => RowsOf(measure.Id, measure.Geography))];
        }

        Table table = Frame(terminal);
        foreach (HorizonRow[] headline in headlines)
        {
            table.AddRow(Cells(headline, terminal));
        }

        TableText.Print(console, table);
        console.Profile.Out.Writer.WriteLine(Note());
    }

    private string Note()
    {
        if (validation)
        {
            return $"Mean over {replications}. After ±: its simulation error, half of its 95% interval.";
        }

        return $"In brackets: 95% uncertainty interval, over {replications}.";
    }

    private HorizonRow[] RowsOf(string measure) => RowsOf(measure, "Kent");

    private HorizonRow[] RowsOf(string measure, string geography) =>
        [.. rows.Where(row => row.Measure.Id == measure && row.Measure.Geography == geography)];

    private Table Frame(bool terminal)
    {
        string gap = terminal ? "\n" : " ";
        string horizon = _scenarios[0].Dates[^1].ToString("d MMM yyyy");
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn(new TableColumn(new Text("Kent")));
        if (HasStart)
        {
            table.AddColumn(new TableColumn(new Text(_scenarios[0].Dates[0].ToString("d MMM yyyy"))).RightAligned());
        }

        foreach (ScenarioResults scenario in _scenarios)
        {
            table.AddColumn(new TableColumn(new Text($"{scenario.Name}{gap}{horizon}")).RightAligned());
            if (scenario != _scenarios[0])
            {
                table.AddColumn(new TableColumn(new Text($"{scenario.Name}{gap}difference")).RightAligned());
            }
        }

        return table;
    }

    private IEnumerable<IRenderable> Cells(HorizonRow[] headline, bool terminal)
    {
        HorizonRow baseline = headline[0];
        Func<double, bool, string> number = TableText.NumberOf(baseline.Measure.Kind);
        string title = validation ? WithoutPeriod(baseline.Measure.Title) : baseline.Measure.Title;
        yield return new Text($"{title} ({TableText.UnitOf(baseline.Measure)})");
        if (HasStart)
        {
            yield return new Text(number(baseline.Start.Mean, false));
        }

        foreach (HorizonRow row in headline.Take(_scenarios.Count))
        {
            yield return new Text(Cell(row.Value, signed: false, terminal, number));
            if (row.Difference is Summary difference)
            {
                yield return new Text(Cell(difference, signed: true, terminal, number));
            }
        }
    }

    /// <summary>The flows of a validation scenario run from its start, not for a year.</summary>
    private static string WithoutPeriod(string title) => title.Replace(", in 12 months", "", StringComparison.Ordinal);

    /// <summary>A number with its 95% uncertainty interval; in a validation scenario, whose question is a mean, with its simulation error.</summary>
    private string Cell(Summary summary, bool signed, bool terminal, Func<double, bool, string> number)
    {
        if (summary.Count == 0)
        {
            return "-";
        }

        if (!validation)
        {
            return TableText.Interval(summary, signed, terminal, number);
        }

        string mean = number(summary.Mean, signed);
        return double.IsNaN(summary.SimulationError) ? mean : $"{mean} ± {number(summary.SimulationError, false)}";
    }
}
