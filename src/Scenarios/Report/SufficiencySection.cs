namespace KentSufficiency.Scenarios.Report;

/// <summary>Sufficiency by month: the spread of the baseline as fans, with the median of a strategy beside it.</summary>
internal static class SufficiencySection
{
    /// <summary>The measures shown, need first, then what meets it.</summary>
    public static readonly string[] Measures = ["cla", "scs19", "met-suitably", "requests-unmet", "households", "places-vacant"];

    private const int FewestDates = 3;

    /// <summary>Composes the section, or nothing for a run that was not measured by month.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        Chart[] charts = [.. Measures.Where(measure => run.BaselineSeries(measure).Count >= FewestDates).Select(measure => Fan(run, measure))];
        if (charts.Length == 0)
        {
            return null;
        }

        List<ReportBlock> blocks =
        [
            new Paragraph(
                "Each fan is the baseline. The line in the middle is the median: half of the futures lie above it. The dark band holds the middle half "
                + "of them, the light band nine in ten. Not every scale begins at zero."),
        ];
        if (run.Strategies.Any())
        {
            SavedScenario[] ordered = [.. AnswerSection.Ordered(run)];
            blocks.Add(new StrategyChooser([.. ordered.Select(scenario => (scenario.Name, scenario.Title))], ordered[0].Name));
        }

        blocks.Add(new ChartGrid(charts));
        return new ReportSection("sufficiency", "Sufficiency by month", blocks);
    }

    private static Chart Fan(SavedRun run, string measure)
    {
        var words = MeasureWords.Of(measure);
        IReadOnlyList<SeriesPoint> points = run.BaselineSeries(measure);
        int decimals = words.Unit == MeasureUnit.Percent ? 2 : 1;
        string title = words.Window switch
        {
            MeasureWindow.Year => $"{words.TitleWithUnit()}, in 12 months",
            MeasureWindow.Month => $"{words.TitleWithUnit()}, in the month",
            _ => words.TitleWithUnit(),
        };
        SeriesPoint last = points[^1];
        string description =
            $"{title}, baseline by month from {points[0].Date:MMMM yyyy} to {last.Date:MMMM yyyy}. The median goes from {NumberWords.Plain(points[0].P50, words.Unit)} "
            + $"to {NumberWords.Plain(last.P50, words.Unit)}; at the end nine in ten futures lie between {NumberWords.Plain(last.P05, words.Unit)} and {NumberWords.Plain(last.P95, words.Unit)}.";
        var strategies = run.Strategies.Select(scenario => (scenario.Name, run.Series(scenario.Name, measure))).Where(line => line.Item2.Count == points.Count);
        return new Chart($"fan-{measure}", title, description, ChartSpecs.Fan(points, title, decimals, strategies), [Months(measure, title, points, words), .. Medians(run, measure, title, words)]);
    }

    private static TableBlock Months(string measure, string title, IReadOnlyList<SeriesPoint> points, MeasureWords words) => new(
        $"table-{measure}",
        $"{title}: baseline",
        [new TableColumn("Month", IsNumber: false), new("5%"), new("25%"), new("Median"), new("75%"), new("95%")],
        [.. points.Select(point => (IReadOnlyList<TableCell>)
            [
                $"{point.Date:MMM yyyy}",
                NumberWords.Plain(point.P05, words.Unit),
                NumberWords.Plain(point.P25, words.Unit),
                NumberWords.Plain(point.P50, words.Unit),
                NumberWords.Plain(point.P75, words.Unit),
                NumberWords.Plain(point.P95, words.Unit),
            ])]);

    /// <summary>The medians of the strategies at every twelfth month; series.csv has them all.</summary>
    private static IEnumerable<TableBlock> Medians(SavedRun run, string measure, string title, MeasureWords words)
    {
        if (!run.Strategies.Any())
        {
            yield break;
        }

        IReadOnlyList<SeriesPoint> points = run.BaselineSeries(measure);
        int[] shown = [.. Enumerable.Range(0, points.Count).Where(i => i % 12 == 0 || i == points.Count - 1)];
        yield return new TableBlock(
            $"medians-{measure}",
            $"{title}: medians of the baseline and the strategies",
            [new TableColumn("Strategy", IsNumber: false), .. shown.Select(i => new TableColumn($"{points[i].Date:MMM yyyy}"))],
            [.. run.Manifest.Scenarios.Where(scenario => run.Series(scenario.Name, measure).Count == points.Count).Select(scenario =>
                (IReadOnlyList<TableCell>)[scenario.Title, .. shown.Select(i => (TableCell)NumberWords.Plain(run.Series(scenario.Name, measure)[i].P50, words.Unit))])],
            "Every month is in series.csv.");
    }
}
