namespace KentSufficiency.Scenarios.Report;

/// <summary>The spread of the baseline over time as a fan, with the median of a strategy beside it, and its numbers.</summary>
internal static class FanChart
{
    /// <summary>How to read them.</summary>
    public const string HowToRead =
        "Each fan is the baseline. The line in the middle is the median: half of the futures lie above it. The dark band holds the middle half "
        + "of them, the light band nine in ten. Not every scale begins at zero.";

    private const int FewestDates = 3;
    private const int LongestMonth = 31;

    /// <summary>Whether the run has enough dates of a measure.</summary>
    public static bool IsThere(SavedRun run, string measure) => run.BaselineSeries(measure).Count >= FewestDates;

    /// <summary>Lets the reader choose among the strategies, once a page.</summary>
    public static StrategyChooser Chooser(SavedRun run)
    {
        SavedScenario[] ordered = [.. AnswerSection.Ordered(run)];
        return new StrategyChooser([.. ordered.Select(scenario => (scenario.Name, scenario.Title))], ordered[0].Name);
    }

    /// <summary>The chart of a measure.</summary>
    /// <param name="run">The run.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="data">Has the target, if it is to be drawn; null to leave it out.</param>
    public static Chart Of(SavedRun run, string measure, ReportData? data = null)
    {
        var words = MeasureWords.Of(measure);
        string id = measure.Replace('/', '-');
        IReadOnlyList<SeriesPoint> points = run.BaselineSeries(measure);
        double? target = data?.Target(measure, run.Manifest.Start);
        int decimals = words.Unit == MeasureUnit.Percent ? 2 : 1;
        string title = words.Window switch
        {
            MeasureWindow.Year => $"{words.TitleWithUnit()}, in 12 months",
            MeasureWindow.Month => $"{words.TitleWithUnit()}, in the month",
            _ => words.TitleWithUnit(),
        };
        SeriesPoint last = points[^1];
        string aim = target is double there ? $" The target is {NumberWords.Plain(there, words.Unit)}." : "";
        string description =
            $"{title}, baseline by {(IsMonthly(points) ? "month" : "census")} from {points[0].Date:MMMM yyyy} to {last.Date:MMMM yyyy}. The median goes from {NumberWords.Plain(points[0].P50, words.Unit)} "
            + $"to {NumberWords.Plain(last.P50, words.Unit)}; at the end nine in ten futures lie between {NumberWords.Plain(last.P05, words.Unit)} and {NumberWords.Plain(last.P95, words.Unit)}.{aim}";
        var strategies = run.Strategies.Select(scenario => (scenario.Name, run.Series(scenario.Name, measure))).Where(line => line.Item2.Count == points.Count);
        return new Chart(
            $"fan-{id}",
            title,
            description,
            ChartSpecs.Fan(points, title, decimals, strategies, target),
            [Dates(id, title, points, words), .. Medians(run, measure, id, title, words)]);
    }

    private static TableBlock Dates(string id, string title, IReadOnlyList<SeriesPoint> points, MeasureWords words) => new(
        $"table-{id}",
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

    /// <summary>The medians of the strategies, of months at every twelfth; series.csv has them all.</summary>
    private static IEnumerable<TableBlock> Medians(SavedRun run, string measure, string id, string title, MeasureWords words)
    {
        if (!run.Strategies.Any())
        {
            yield break;
        }

        IReadOnlyList<SeriesPoint> points = run.BaselineSeries(measure);
        bool monthly = IsMonthly(points);
        int[] shown = [.. Enumerable.Range(0, points.Count).Where(i => !monthly || i % 12 == 0 || i == points.Count - 1)];
        yield return new TableBlock(
            $"medians-{id}",
            $"{title}: medians of the baseline and the strategies",
            [new TableColumn("Strategy", IsNumber: false), .. shown.Select(i => new TableColumn($"{points[i].Date:MMM yyyy}"))],
            [.. run.Manifest.Scenarios.Where(scenario => run.Series(scenario.Name, measure).Count == points.Count).Select(scenario =>
                (IReadOnlyList<TableCell>)[scenario.Title, .. shown.Select(i => (TableCell)NumberWords.Plain(run.Series(scenario.Name, measure)[i].P50, words.Unit))])],
            monthly ? "Every month is in series.csv." : "");
    }

    private static bool IsMonthly(IReadOnlyList<SeriesPoint> points) => points[2].Date.DayNumber - points[1].Date.DayNumber <= LongestMonth;
}
