using KentSufficiency.Scenarios.Statistics;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>What many strategies change at the horizon: a line for each, a column for each of a few measures.</summary>
/// <param name="rows">The measures of every scenario at the horizon.</param>
/// <param name="order">The strategies in the order of the lines.</param>
/// <param name="horizon">The date.</param>
internal sealed class StrategyTable(IReadOnlyList<HorizonRow> rows, IReadOnlyList<string> order, DateOnly horizon)
{
    private static readonly (string Measure, string Title)[] s_columns =
    [
        ("cla", "Looked after"), ("scs19", "In-house share, points"), ("placed-out-of-county", "Outside Kent, points"),
        ("met-suitably", "Met suitably, points"), ("cost-real/total", "Net cost a year, £m"),
    ];

    private static readonly (string Measure, string Title)[] s_schoolColumns =
    [
        ("surplus/primary", "Primary surplus, points"), ("surplus/secondary", "Secondary surplus, points"), ("deficit-places/year-7", "Year 7 places short"),
        ("first-preference/secondary", "First preference, secondary, points"), ("special-external", "Special places outside"),
    ];

    private readonly Dictionary<(string Scenario, string Measure), HorizonRow> _rows =
        rows.Where(row => row.Measure.Geography == "Kent").ToDictionary(row => (row.Scenario, row.Measure.Id));

    /// <summary>Writes the table.</summary>
    public void Write(IAnsiConsole console)
    {
        bool terminal = console.Profile.Out.IsTerminal;
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        (string Measure, string Title)[] columns = [.. s_columns.Where(IsThere), .. s_schoolColumns.Where(column => IsThere(column) && IsChanged(column.Measure))];
        if (columns.Length == 0)
        {
            return; // An engine of another kind has measures of its own.
        }

        table.AddColumn(new TableColumn(new Text($"Change by {horizon:d MMM yyyy}")));
        foreach ((_, string title) in columns)
        {
            table.AddColumn(new TableColumn(new Text(title)).RightAligned());
        }

        foreach (string name in order)
        {
            table.AddRow([new Text(name), .. columns.Select(column => new Text(Cell(_rows[(name, column.Measure)], terminal)))]);
        }

        TableText.Print(console, table);
    }

    private bool IsThere((string Measure, string Title) column) => order.All(name => _rows.ContainsKey((name, column.Measure)));

    /// <summary>Strategies of care leave school places alone; a screen has no room for columns of zeros.</summary>
    private bool IsChanged(string measure) => order.Any(name => _rows[(name, measure)].Difference is { Count: > 0 } difference && (difference.Low, difference.Mean, difference.High) != (0, 0, 0));

    private static string Cell(HorizonRow row, bool terminal) => row.Difference is { Count: > 0 } difference
        ? TableText.Interval(difference, signed: true, terminal, TableText.NumberOf(row.Measure.Kind))
        : "-";
}
