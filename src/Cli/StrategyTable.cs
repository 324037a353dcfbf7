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
        ("surplus/primary", "Primary surplus, points"), ("surplus/secondary", "Secondary, points"), ("deficit-places/year-7", "Year 7 short"),
        ("first-preference/secondary", "First pref. Year 7, points"), ("special-external", "Special places outside"),
    ];

    private const double Visible = 0.1;

    private readonly Dictionary<(string Scenario, string Measure), HorizonRow> _rows =
        rows.Where(row => row.Measure.Geography == "Kent").ToDictionary(row => (row.Scenario, row.Measure.Id));

    /// <summary>Writes a table of the care side and one of the school side, each with the strategies that move something on it.</summary>
    public void Write(IAnsiConsole console)
    {
        Write(console, s_columns, $"Change by {horizon:d MMM yyyy}");
        Write(console, s_schoolColumns, $"School places, change by {horizon:d MMM yyyy}");
    }

    private void Write(IAnsiConsole console, (string Measure, string Title)[] all, string title)
    {
        (string Measure, string Title)[] columns = [.. all.Where(IsThere)];
        string[] moving = [.. order.Where(name => columns.Any(column => IsChanged(name, column.Measure)))];
        if (moving.Length == 0)
        {
            return; // An engine of another kind has measures of its own, and many strategies leave one side alone.
        }

        bool terminal = console.Profile.Out.IsTerminal;
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn(new TableColumn(new Text(title)));
        foreach ((_, string heading) in columns)
        {
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        }

        foreach (string name in moving)
        {
            table.AddRow([new Text(name), .. columns.Select(column => new Text(Cell(_rows[(name, column.Measure)], terminal)))]);
        }

        TableText.Print(console, table);
        if (moving.Length < order.Count)
        {
            console.WriteLine($"Not shown: {order.Count - moving.Length} that change none of these.");
        }
    }

    private bool IsThere((string Measure, string Title) column) => order.All(name => _rows.ContainsKey((name, column.Measure)));

    /// <summary>Whether the interval of a difference reaches far enough from nothing to be seen in the table.</summary>
    private bool IsChanged(string name, string measure) =>
        _rows[(name, measure)].Difference is { Count: > 0 } difference && Math.Max(Math.Abs(difference.Low), Math.Abs(difference.High)) >= Visible;

    private static string Cell(HorizonRow row, bool terminal) => row.Difference is { Count: > 0 } difference
        ? TableText.Interval(difference, signed: true, terminal, TableText.NumberOf(row.Measure.Kind))
        : "-";
}
