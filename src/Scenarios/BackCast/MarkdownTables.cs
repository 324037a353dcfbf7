using System.Text;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The tables of a score board as Markdown. Misses are in them as much as hits.</summary>
public static class MarkdownTables
{
    private const double Hundred = 100;
    private const double WholeFrom = 100;
    private const string None = "-";

    /// <summary>How often the intervals of the model and of its rivals held the observation.</summary>
    /// <param name="board">The board.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    public static string Coverage(ScoreBoard board, uint seed)
    {
        var text = new StringBuilder();
        Row(text, ["forecaster", "cases", "50% interval", "80% interval", "95% interval"]);
        Row(text, ["---", "---:", "---:", "---:", "---:"]);
        foreach (string forecaster in Forecasters.Rivals.Prepend(Forecasters.Model))
        {
            IReadOnlyList<CoverageShare> shares = board.Coverage(forecaster, seed);
            if (shares[0].Cases > 0)
            {
                Row(text, [Words(forecaster), $"{shares[0].Cases:N0}", .. shares.Select(Covered)]);
            }
        }

        return text.ToString();
    }

    /// <summary>On how many measures the model beats each rival, and all of them that there are.</summary>
    public static string Wins(ScoreBoard board)
    {
        var text = new StringBuilder();
        Row(text, ["the model beats", "by CRPS", "by the 80% interval score"]);
        Row(text, ["---", "---:", "---:"]);
        IReadOnlyList<string>[] sets =
            [.. Forecasters.Rivals.Select(rival => (IReadOnlyList<string>)[rival]), [Forecasters.LastValue, Forecasters.ConstantRates]];
        foreach (IReadOnlyList<string> rivals in sets)
        {
            WinShare crps = board.Wins(ScoreKind.Crps, rivals);
            if (crps.Measures > 0)
            {
                Row(text, [string.Join(" and ", rivals.Select(Words)), Won(crps), Won(board.Wins(ScoreKind.Interval80, rivals))]);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// Every scored observation of an origin: observed, the model's median and 80% interval, its error, and the CRPS of the model and its rivals, the
    /// lowest in bold. One asterisk marks what lies outside the 80% interval, two what lies outside the 95% one.
    /// </summary>
    public static string ByMeasure(ScoreBoard board, DateOnly origin)
    {
        var text = new StringBuilder();
        IEnumerable<string> forecasters = Forecasters.Rivals.Prepend(Forecasters.Model);
        Row(text, ["measure", "date", "observed", "median", "80% interval", "error", .. forecasters.Select(f => $"CRPS: {Words(f)}")]);
        Row(text, ["---", "---", "---:", "---:", "---:", "---:", .. Enumerable.Repeat("---:", 1 + Forecasters.Rivals.Count)]);
        foreach (IGrouping<Observation, ScoreRow> scored in board.Rows.Where(row => row.Origin == origin).GroupBy(row => row.Observation))
        {
            EnsembleScore model = scored.First(row => row.Forecaster == Forecasters.Model).Score;
            string miss = model.Covered80 ? "" : model.Covered95 ? " *" : " **";
            Row(
                text,
                [
                    $"`{scored.Key.Measure.Id}`{(scored.Key.Measure.Geography == "Kent" ? "" : $" ({scored.Key.Measure.Geography})")}",
                    $"{scored.Key.Date:yyyy-MM-dd}",
                    Number(model.Observed) + Escaped(miss),
                    Number(model.Median),
                    $"{Number(model.Quantiles[1])} to {Number(model.Quantiles[5])}",
                    Signed(model.Error),
                    .. Crps(scored),
                ]);
        }

        return text.ToString();
    }

    /// <summary>How many observations of an origin were not scored, by reason.</summary>
    public static string Unscored(ScoreBoard board, DateOnly origin)
    {
        var text = new StringBuilder();
        Row(text, ["not scored", "observations"]);
        Row(text, ["---", "---:"]);
        IEnumerable<NotScored> here = board.Unscored.Where(other => other.Origin == origin);
        foreach (IGrouping<string, NotScored> reason in here.GroupBy(other => other.Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Row(text, [reason.Key, $"{reason.Count():N0}"]);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Crps(IEnumerable<ScoreRow> rows)
    {
        Dictionary<string, double> crps = rows.ToDictionary(row => row.Forecaster, row => row.Score.Crps);
        string[] told = [Forecasters.Model, .. Forecasters.Rivals];
        double lowest = told.Where(crps.ContainsKey).Min(f => crps[f]);
        return told.Select(f => !crps.TryGetValue(f, out double score) ? None : score == lowest ? $"**{Number(score)}**" : Number(score));
    }

    private static string Covered(CoverageShare share) =>
        $"{Hundred * share.Share:0}% ({Hundred * share.Low:0} to {Hundred * share.High:0})";

    private static string Won(WinShare share) => $"{share.Wins:0.#} of {share.Measures} ({Hundred * share.Share:0}%)";

    private static string Words(string forecaster) => forecaster.Replace('-', ' ');

    private static string Number(double value) => Math.Abs(value) >= WholeFrom ? $"{value:N0}" : $"{value:0.0}";

    private static string Signed(double value) => (value > 0 ? "+" : "") + Number(value);

    private static string Escaped(string text) => text.Replace("*", "\\*", StringComparison.Ordinal);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
