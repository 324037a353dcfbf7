namespace KentSufficiency.Scenarios.Report;

/// <summary>Pupils, places, surplus and preferences of Kent, by phase.</summary>
internal static class SchoolPlacesSection
{
    /// <summary>The measures shown over time.</summary>
    public static readonly string[] Fans = ["surplus/primary", "surplus/secondary", "first-preference/primary", "first-preference/secondary"];

    private static readonly (string Title, string Primary, string Secondary)[] s_rows =
    [
        ("Pupils on roll", "roll/primary", "roll/secondary"),
        ("Places", "capacity/primary", "capacity/secondary"),
        ("Surplus of places (%)", "surplus/primary", "surplus/secondary"),
        ("Chance of enough surplus (%)", "p-surplus/primary", "p-surplus/secondary"),
        ("Places short at entry, all areas", "deficit-places/year-r", "deficit-places/year-7"),
        ("First preference (%)", "first-preference/primary", "first-preference/secondary"),
        ("First or second preference (%)", "first-or-second/primary", "first-or-second/secondary"),
    ];

    private static readonly (string Id, string Title)[] s_counts =
    [
        ("population", "Residents under 18"),
        ("births", "Births in 12 months"),
        ("migration-net", "Moves into Kent less moves out, in 12 months"),
        ("sixth-form", "Pupils in Years 12 and 13"),
        ("independent", "In independent schools"),
        ("home-educated", "Educated at home"),
        ("in-year-admissions", "Admissions within the school year, in 12 months"),
        ("fair-access", "Placed under the fair access protocol, in 12 months"),
        ("without-place", "Of school age and waiting for a place"),
        ("displaced", "Displaced by closures, with no place in reach"),
    ];

    /// <summary>Composes the section, or nothing where the run has no schools.</summary>
    /// <param name="run">The run.</param>
    /// <param name="data">What comes from the data folder.</param>
    /// <param name="hasChooser">Whether the page lets choose a strategy already.</param>
    public static ReportSection? Of(SavedRun run, ReportData data, bool hasChooser)
    {
        if (!s_rows.Any(row => run.Has(row.Primary) || run.Has(row.Secondary)))
        {
            return null;
        }

        List<ReportBlock> blocks = [new Paragraph(About(run, data)), Glance(run)];
        Chart[] charts = [.. Fans.Where(measure => FanChart.IsThere(run, measure)).Select(measure => FanChart.Of(run, measure, data))];
        if (charts.Length > 0)
        {
            blocks.Add(new Paragraph(hasChooser ? "Fans as above, with a point for each census." : FanChart.HowToRead));
            if (!hasChooser && run.Strategies.Any())
            {
                blocks.Add(FanChart.Chooser(run));
            }

            blocks.Add(new ChartGrid(charts));
        }

        blocks.AddRange(((ReportBlock?[])[ByStrategy(run), Counts(run)]).OfType<ReportBlock>());
        return new ReportSection("schools", "School places", blocks);
    }

    private static string About(SavedRun run, ReportData data)
    {
        string counted = "Schools are counted at the start, each January and at the end. Primary is Years R to 6; secondary pupils are Years 7 to 13, places and surplus those of "
            + "Years 7 to 11. Surplus: places that no pupil fills.";
        return data.Target("surplus/primary", run.Manifest.Start) is double target
            ? $"{counted} The target is {NumberWords.Value(target, MeasureUnit.Percent)}; the chance of enough surplus is that of keeping it."
            : counted;
    }

    private static TableBlock Glance(SavedRun run) => new(
        "table-schools",
        "School places at a glance, baseline",
        [
            new TableColumn("", IsNumber: false),
            new($"Primary, {run.Manifest.Start:MMM yyyy}"), new($"Primary, {run.Manifest.Horizon:MMM yyyy}"),
            new($"Secondary, {run.Manifest.Start:MMM yyyy}"), new($"Secondary, {run.Manifest.Horizon:MMM yyyy}"),
        ],
        [.. s_rows.Where(row => run.Has(row.Primary) || run.Has(row.Secondary)).Select(row => (IReadOnlyList<TableCell>)
            [row.Title, Start(run, row.Primary), Horizon(run, row.Primary), Start(run, row.Secondary), Horizon(run, row.Secondary)])],
        "In brackets: 95% uncertainty intervals.");

    private static TableBlock? ByStrategy(SavedRun run) => SchoolMeasures.ByStrategy(
        run,
        "table-schools-strategies",
        $"What each strategy changes of school places in {run.Manifest.Horizon:MMMM yyyy}",
        ("surplus/primary", "Surplus, primary (points)"),
        ("surplus/secondary", "Surplus, secondary (points)"),
        ("deficit-places/year-r", "Year R places short"),
        ("deficit-places/year-7", "Year 7 places short"),
        ("first-preference/secondary", "First preference, secondary (points)"));

    private static Folded? Counts(SavedRun run)
    {
        (string Id, string Title)[] shown = [.. s_counts.Where(count => run.Has(count.Id))];
        return shown.Length == 0 ? null : new Folded("Children behind the places", [new TableBlock(
            "table-school-children",
            "Children behind the places, baseline",
            [new TableColumn("", IsNumber: false), new($"{run.Manifest.Start:MMM yyyy}"), new($"{run.Manifest.Horizon:MMM yyyy}")],
            [.. shown.Select(count => (IReadOnlyList<TableCell>)[count.Title, Start(run, count.Id), Horizon(run, count.Id)])],
            "In brackets: 95% uncertainty intervals.")]);
    }

    /// <summary>A measure at the start, for a table.</summary>
    public static string Start(SavedRun run, string measure) =>
        AnswerSection.AtStart(run, measure) is double before ? NumberWords.Plain(before, MeasureWords.Of(measure).Unit) : "-";

    /// <summary>A measure at the horizon, for a table; of a share of the futures, which has no range, alone.</summary>
    public static string Horizon(SavedRun run, string measure) => run.Baseline(measure) is not { Value: { IsThere: true } value } ? "-"
        : measure.StartsWith("p-", StringComparison.Ordinal) ? NumberWords.Plain(value.Mean, MeasureUnit.Percent)
        : NumberWords.WithInterval(value, MeasureWords.Of(measure).Unit);
}
