namespace KentSufficiency.Scenarios.Report;

/// <summary>How wrong the model would have been: what it says from days that are past, against what came.</summary>
internal static class ValidationSection
{
    private const string Arrivals = "uasc-arrivals";
    private const int FewestPoints = 3;

    /// <summary>Why it missed where it did; docs/validation.md has the figures.</summary>
    private static readonly (string Title, string Text)[] s_misses =
    [
        ("What was decided later", "The National Transfer Scheme of July 2016 took many unaccompanied children to other authorities; nothing known in March 2016 told of it."),
        ("What came from outside", "The arrivals of 2015-16 were a crisis abroad. Where they are not given the median stays below them, and the interval grows wide afterwards."),
        ("How things are counted", "Codes for the ends of care changed between the releases; a model with constant shares cannot know how a form will be filled in."),
        ("What was not published", "Foster places were first published for March 2018, days to adopters for 2019: before, they rest on what is usual in England."),
    ];

    private static readonly (string Origin, string Given, string Measure, string Title)[] s_charts =
    [
        ("2014-03-31", Arrivals, "cla", "Children looked after, forecast from March 2014: only their number was known, nothing is estimated"),
        ("2016-03-31", Arrivals, "cla", "Children looked after, forecast from March 2016: the unaccompanied who arrived after it are given"),
        ("2016-03-31", "", "cla", "Children looked after, forecast from March 2016: nothing is given"),
        ("2015-03-31", Arrivals, "cla-by-group/foster", "Children in foster homes, forecast from March 2015: the unaccompanied who arrived after it are given"),
    ];

    /// <summary>Composes the section, or nothing where the data hold no validation or the run has no care side.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        if (data.Validation is not SavedValidation past || !FanChart.IsThere(run, "cla"))
        {
            return null;
        }

        Chart[] charts = [.. s_charts.Select(chart => ChartOf(chart, past, data)).OfType<Chart>()];
        return charts.Length == 0 ? null : new ReportSection(
            "validation",
            "How wrong would we have been?",
            [
                new Paragraph(
                    "The model was set back to days that are past and given only what was known on them. The dots are what came. " + Verdict(past)
                    + " docs/validation.md has every forecast, hits and misses, and how the scores are made."),
                new ChartGrid(charts),
                Coverage(past),
                new Points(s_misses),
            ]);
    }

    private static string Verdict(SavedValidation past)
    {
        PastFigure? held = past.Figure("covered", "80");
        PastFigure? last = past.Figure("beats-crps", "last-value");
        PastFigure? rates = past.Figure("beats-crps", "constant-rates");
        return held is null || last is null || rates is null ? "" :
            $"From March 2015, 2016 and 2017, {held.Value:0} of {held.Of:0} later observations ({100 * held.Value / held.Of:0}%) lay within intervals that should hold 80%. "
            + $"By the continuous ranked probability score the model was nearer than the last known value on {last.Value:0.#} of {last.Of:0} measures, and nearer than "
            + $"constant rates by age on {rates.Value:0.#} of {rates.Of:0}.";
    }

    private static Chart? ChartOf((string Origin, string Given, string Measure, string Title) of, SavedValidation past, ReportData data)
    {
        IReadOnlyList<PastPoint> fan = past.Fan(of.Origin, of.Given, of.Measure);
        if (fan.Count < FewestPoints)
        {
            return null;
        }

        (DateOnly Date, double Value)[] truth = [.. data.Observed(of.Measure).Where(seen => seen.Date >= fan[0].Date && seen.Date <= fan[^1].Date)];
        string id = $"past-{of.Origin[..4]}-{of.Measure.Replace('/', '-')}{(of.Given.Length == 0 ? "-nothing-given" : "")}";
        string seen = string.Join(", ", truth.Select(point => $"{point.Value:#,0} in {point.Date:MMMM yyyy}"));
        return new Chart(
            id,
            of.Title,
            $"{of.Title}. The median goes from {fan[0].P50:#,0} to {fan[^1].P50:#,0}; at the end eight in ten futures lie between {fan[^1].P10:#,0} and {fan[^1].P90:#,0}. Observed: {seen}.",
            PastChart.Spec(fan, truth, of.Title),
            [Numbers(id, of.Title, fan, truth)],
            "Dark: the middle half of the futures; light: eight in ten. Dots: observed.");
    }

    private static TableBlock Numbers(string id, string title, IReadOnlyList<PastPoint> fan, (DateOnly Date, double Value)[] truth) => new(
        $"table-{id}",
        title,
        [new TableColumn("Day", IsNumber: false), new("10%"), new("Median"), new("90%"), new("Observed")],
        [.. fan.Where((point, i) => i % 12 == 0 || i == fan.Count - 1 || truth.Any(seen => seen.Date == point.Date)).Select(point => (IReadOnlyList<TableCell>)
            [
                $"{point.Date:d MMM yyyy}",
                $"{point.P10:#,0}",
                $"{point.P50:#,0}",
                $"{point.P90:#,0}",
                truth.FirstOrDefault(seen => seen.Date == point.Date) is { Value: > 0 } there ? $"{there.Value:#,0}" : "-",
            ])]);

    private static TableBlock Coverage(SavedValidation past) => new(
        "table-coverage",
        "How often the intervals held what came, from March 2015, 2016 and 2017",
        [new TableColumn("Interval", IsNumber: false), new("Held"), new("Of"), new("Share")],
        [.. past.Figures.Where(figure => figure.Kind == "covered").Select(figure => (IReadOnlyList<TableCell>)
            [$"{figure.Name}%", $"{figure.Value:0}", $"{figure.Of:0}", $"{100 * figure.Value / figure.Of:0}%"])]);
}
