using KentSufficiency.Scenarios.BackCast;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>The short answer of a back-cast: what was said, what came, and who did better.</summary>
internal sealed class BackCastTables(TextWriter output)
{
    private const int MostRows = 24;

    private static readonly string[] s_first = ["cla", "cla-uasc", "cla-by-age", "cla-by-group", "cla-started", "cla-ceased", "households", "roll", "surplus", "first-preference"];

    /// <summary>Tells it.</summary>
    public void Tell(BackCastResult result, ScoreBoard board)
    {
        string given = string.Join(", ", GivenNames.Of(result.Settings.Given));
        output.WriteLine(
            $"Kent from {result.Settings.From:d MMMM yyyy} to {result.Settings.To:d MMMM yyyy}, {result.Settings.Replications:#,0} futures, "
            + $"{(given.Length == 0 ? "nothing given" : $"given {given}")}; assumptions {(result.Estimated is null ? "as they were held" : "estimated on what was known")}.");
        foreach (string remark in result.County?.Remarks ?? [])
        {
            output.WriteLine(remark);
        }

        ScoreRow[] rows = [.. board.Rows.Where(row => row.Forecaster == Forecasters.Model && row.Observation.Measure.Geography == "Kent").OrderBy(Rank).Take(MostRows)];
        if (rows.Length == 0)
        {
            output.WriteLine("No observation lies between the two days: there is nothing to score.");
            return;
        }

        Write(rows);
        output.WriteLine($"{board.Rows.Count(row => row.Forecaster == Forecasters.Model):#,0} observations are scored, all in scores.csv. {Held(board, result)}");
        foreach (string rival in Forecasters.Rivals)
        {
            WinShare crps = board.Wins(ScoreKind.Crps, rival);
            WinShare interval = board.Wins(ScoreKind.Interval80, rival);
            if (crps.Measures > 0)
            {
                output.WriteLine($"Nearer than {rival.Replace('-', ' ')} on {crps.Wins:0.#} of {crps.Measures} measures by CRPS, and on {interval.Wins:0.#} by the score of the 80% interval.");
            }
        }
    }

    private void Write(ScoreRow[] rows)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        Table table = new Table().Border(TableBorder.Simple).AddColumns("measure", "date", "observed", "median", "80% interval", "error");
        foreach (ScoreRow row in rows)
        {
            EnsembleScore score = row.Score;
            string outside = score.Covered80 ? "" : score.Covered95 ? " *" : " **";
            table.AddRow(
                row.Observation.Measure.Id, $"{row.Observation.Date:yyyy-MM-dd}", Number(score.Observed) + outside, Number(score.Median),
                $"{Number(score.Quantiles[1])} to {Number(score.Quantiles[5])}", (score.Error > 0 ? "+" : "") + Number(score.Error));
        }

        console.Write(table);
        output.WriteLine("* outside the 80% interval, ** outside the 95% interval");
    }

    private static string Held(ScoreBoard board, BackCastResult result)
    {
        CoverageShare eighty = board.Coverage(Forecasters.Model, result.Settings.Calibration.Seed)[1];
        return $"The 80% interval held {eighty.Share:0%} of them.";
    }

    private static int Rank(ScoreRow row) => Array.IndexOf(s_first, row.Observation.Measure.Family) is >= 0 and int rank ? rank : s_first.Length;

    private static string Number(double value) => Math.Abs(value) >= 100 ? $"{value:#,0}" : $"{value:0.#}";
}
