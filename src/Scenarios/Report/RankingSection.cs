namespace KentSufficiency.Scenarios.Report;

/// <summary>The ranked table.</summary>
internal static class RankingSection
{
    /// <summary>Composes the section, or nothing where the run did not rank.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        if (run.Ranking.Count == 0)
        {
            return null;
        }

        var words = MeasureWords.Of(run.Ranking[0].Measure);
        var titles = run.Manifest.Scenarios.ToDictionary(scenario => scenario.Name, scenario => scenario.Title, StringComparer.Ordinal);
        string unit = words.Unit == MeasureUnit.Percent ? "points" : words.UnitTitle;
        string difference = unit.Length == 0 ? "Difference" : $"Difference ({unit})";
        bool higher = run.Ranking[0].HigherIsBetter;
        Statistics.Better better = higher ? Statistics.Better.Higher : Statistics.Better.Lower;
        RankingRow[] strategies = [.. run.Ranking.Where(row => row.Rank is not null)];
        string title = $"{words.Title}: difference from the baseline {words.When(run.Manifest.Horizon)}";
        var chart = new Chart(
            "ranking-chart",
            title,
            $"{title}, a line for each strategy, best first. First is {titles[strategies[0].Scenario]}, {NumberWords.SignedWithInterval(strategies[0].Difference, words.Unit)}.",
            ChartSpecs.Whiskers([.. strategies.Select(row => ($"{row.Rank}. {titles[row.Scenario]}", Scaled(row.Difference, words.Unit), ChangeWords.Judge(row.Difference, better)))], unit),
            [],
            $"{(higher ? "Right is better." : "Left is better.")} The point is the mean; the line is the 95% uncertainty interval that holds for all strategies at once.");
        var table = new TableBlock(
            "table-ranking",
            $"The strategies by {words.Subject} {words.When(run.Manifest.Horizon)}",
            [new TableColumn("Rank and strategy", IsNumber: false), new(difference), new("Best in"), new("Verdict", IsNumber: false)],
            [.. run.Ranking.Select(row => (IReadOnlyList<TableCell>)
                [
                    row.Rank is int rank ? $"{rank}. {titles[row.Scenario]}" : titles[row.Scenario],
                    NumberWords.SignedWithInterval(row.Difference, words.Unit),
                    double.IsNaN(row.BestShare) ? "-" : $"{100 * row.BestShare:0}%",
                    row.Rank is null ? "Baseline" : ChangeWords.Of(ChangeWords.Judge(row.Difference, better)),
                ])],
            "In brackets: 95% uncertainty intervals that hold for all strategies at once, and are therefore wider than those of the sentences at the top: "
            + "what is clear of one strategy alone may not be clear of all together. "
            + "Best in: the share of futures in which a strategy is the best of all.");
        return new ReportSection("ranking", "The strategies ranked", [chart, table]);
    }

    private static Estimate Scaled(Estimate estimate, MeasureUnit unit)
    {
        double scale = unit == MeasureUnit.Pounds ? 1e-6 : 1;
        return new Estimate(estimate.Mean * scale, estimate.Low * scale, estimate.High * scale);
    }
}
