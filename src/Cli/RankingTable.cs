using KentSufficiency.Scenarios.Statistics;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>The strategies in the order of what they change of one measure.</summary>
internal sealed class RankingTable(Ranking ranking)
{
    /// <summary>Writes the table and what its brackets mean.</summary>
    public void Write(IAnsiConsole console)
    {
        bool terminal = console.Profile.Out.IsTerminal;
        Func<double, bool, string> number = TableText.NumberOf(ranking.Measure.Kind);
        string title = $"{ranking.Measure.Title} ({TableText.UnitOf(ranking.Measure)})";
        var table = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumn(new TableColumn(new Text("Rank")).RightAligned());
        table.AddColumn(new TableColumn(new Text($"By: {title}")));
        table.AddColumn(new TableColumn(new Text("difference")).RightAligned());
        table.AddColumn(new TableColumn(new Text("best in")).RightAligned());
        foreach (RankedScenario row in ranking.Scenarios)
        {
            string difference = row.Difference is Summary changed
                ? $"{number(changed.Mean, true)} ({number(row.Low, true)} to {number(row.High, true)})"
                : "-";
            table.AddRow(new Text(row.Rank is int rank ? $"{rank}" : "-"), new Text(row.Scenario), new Text(difference), new Text(Share(row.BestShare)));
        }

        TableText.Print(console, table);
        string way = ranking.Better == Better.Higher ? "Higher" : "Lower";
        console.Profile.Out.Writer.WriteLine(
            $"{way} is better. In brackets: 95% uncertainty intervals that hold for all strategies at once. Best in: share of replications.");
    }

    private static string Share(double share) => double.IsNaN(share) ? "-" : $"{100 * share:0}%";
}
