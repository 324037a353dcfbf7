namespace KentSufficiency.Scenarios.Report;

/// <summary>Special educational needs: plans, how long they take, and where the children with plans learn.</summary>
internal static class SendSection
{
    /// <summary>The measures shown over time.</summary>
    public static readonly string[] Fans = ["send11", "special-external"];

    private static readonly (string Id, string Title)[] s_rows =
    [
        ("ehcp-requests", "Requests for an EHCP in 12 months"),
        ("plans-waiting", "Requests that wait"),
        ("send11", "Issued within 20 weeks, in 12 months (%)"),
        ("ehcp", "Children with an EHCP"),
        ("send10", "Pupils with an EHCP (%)"),
        ("ehcp-mainstream-pct", "Of those with an EHCP, in mainstream schools (%)"),
        ("resource-roll", "In resource provisions of mainstream schools"),
        ("special-roll", "In Kent's special schools"),
        ("special-external", "In independent or out-of-county special schools"),
    ];

    /// <summary>Composes the section, or nothing where the run has no SEND.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        (string Id, string Title)[] rows = [.. s_rows.Where(row => run.Has(row.Id))];
        if (rows.Length == 0)
        {
            return null;
        }

        double?[] targets = [.. rows.Select(row => data.Target(row.Id, run.Manifest.Start))];
        bool hasTargets = targets.Any(target => target is not null);
        List<ReportBlock> blocks =
        [
            new Paragraph(
                "Plans are written by a limited number of psychologists and caseworkers; when requests outrun them, fewer plans are issued within 20 weeks. "
                + "Children for whom Kent's special schools and resource provisions have no place go to independent schools or out of the county."),
            new TableBlock(
                "table-send",
                "Special educational needs, baseline",
                [
                    new TableColumn("", IsNumber: false), new($"{run.Manifest.Start:MMM yyyy}"), new($"{run.Manifest.Horizon:MMM yyyy}"),
                    .. hasTargets ? (TableColumn[])[new("Target")] : [],
                ],
                [.. rows.Zip(targets, (row, target) => (IReadOnlyList<TableCell>)
                    [
                        row.Title,
                        SchoolPlacesSection.Start(run, row.Id),
                        SchoolPlacesSection.Horizon(run, row.Id),
                        .. hasTargets ? (TableCell[])[target is double aim ? NumberWords.Plain(aim, MeasureUnit.Count) : ""] : [],
                    ])],
                "EHCP: education, health and care plan. In brackets: 95% uncertainty intervals."),
        ];
        Chart[] charts = [.. Fans.Where(measure => FanChart.IsThere(run, measure)).Select(measure => FanChart.Of(run, measure, data))];
        if (charts.Length > 0)
        {
            blocks.Add(new ChartGrid(charts));
        }

        if (ByStrategy(run) is TableBlock strategies)
        {
            blocks.Add(strategies);
        }

        return new ReportSection("send", "Special educational needs", blocks);
    }

    private static TableBlock? ByStrategy(SavedRun run) => SchoolMeasures.ByStrategy(
        run,
        "table-send-strategies",
        $"What each strategy changes for special educational needs in {run.Manifest.Horizon:MMMM yyyy}",
        ("send11", "Within 20 weeks (points)"),
        ("plans-waiting", "Requests that wait"),
        ("ehcp", "With an EHCP"),
        ("special-roll", "Kent's special schools"),
        ("special-external", "Independent or out of county"));
}
