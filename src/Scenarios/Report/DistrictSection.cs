namespace KentSufficiency.Scenarios.Report;

/// <summary>Who waits and who is placed far away, by home district.</summary>
internal static class DistrictSection
{
    private const string All = "cla";
    private const int Classes = 5;

    private const string Met = "met-suitably";

    private static readonly (string Id, string Title)[] s_counts =
    [
        ("waiting", "Wait for a home or a better one"),
        ("placed-over-20-miles-count", "Placed over 20 miles from home"),
        ("placed-out-of-county-count", "Placed outside Kent"),
    ];

    /// <summary>Composes the section, or nothing where the run did not count by district.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        DistrictTile[] tiles = [.. data.Tiles.Where(tile => run.Baseline(All, tile.District) is { Value.Mean: > 0 })];
        (string Id, string Title)[] counts = [.. s_counts.Where(count => tiles.Length > 0 && tiles.All(tile => run.Baseline(count.Id, tile.District) is not null))];
        if (counts.Length == 0)
        {
            return null;
        }

        string month = $"{run.Manifest.Horizon:MMMM yyyy}";
        List<ReportBlock> blocks =
        [
            new Paragraph(
                $"What the baseline looks like in {month} by home district. Each square is a district, roughly where it lies; the gap in the north is Medway, which has a "
                + "council of its own. The children are invented: a district differs by its size, its place and the homes nearby, not by the children who really live there."),
        ];
        if (tiles.All(tile => run.Baseline(Met, tile.District) is { Value.IsThere: true }))
        {
            blocks.Add(Map("map-unmet", $"Requests not met on the day by a suitable home, share of those of {month}", tiles, tile => 100 - run.Baseline(Met, tile.District)!.Value.Mean, _ => ""));
        }

        blocks.AddRange(counts.Skip(1).Select(count => Map($"map-{count.Id}", $"{count.Title}, share of children looked after", tiles, tile => Share(run, count.Id, tile), tile => Children(run, count.Id, tile))));
        blocks.Add(Table(run, tiles, counts));
        return new ReportSection("districts", "Who waits and who is placed far away", blocks);
    }

    private static TileMap Map(string id, string title, DistrictTile[] tiles, Func<DistrictTile, double> shareOf, Func<DistrictTile, string> detailOf)
    {
        double[] shares = [.. tiles.Select(shareOf)];
        double low = Math.Floor(shares.Min());
        double step = Math.Max(0.2, Math.Ceiling((shares.Max() - low) / Classes * 5) / 5);
        string[] legend = [.. Enumerable.Range(0, Classes).Select(i => $"{low + (i * step):0.#} to {low + ((i + 1) * step):0.#}%")];
        return new TileMap(
            id,
            title,
            [.. tiles.Zip(shares, (tile, share) => new MapTile(tile, $"{share:0.0}%", detailOf(tile), Math.Min(Classes - 1, (int)((share - low) / step))))],
            legend);
    }

    private static string Children(SavedRun run, string measure, DistrictTile tile) =>
        $"{NumberWords.Plain(run.Baseline(measure, tile.District)!.Value.Mean, MeasureUnit.Count)} of {run.Baseline(All, tile.District)!.Value.Mean:#,0}";

    private static TableBlock Table(SavedRun run, DistrictTile[] tiles, (string Id, string Title)[] counts) => new(
        "table-districts",
        $"By home district in {run.Manifest.Horizon:MMMM yyyy}, baseline: number of children",
        [new TableColumn("District", IsNumber: false), new("Looked after"), .. counts.Select(count => new TableColumn(count.Title))],
        [.. tiles.OrderBy(tile => tile.District, StringComparer.Ordinal).Select(tile => (IReadOnlyList<TableCell>)
            [
                tile.District,
                NumberWords.WithInterval(run.Baseline(All, tile.District)!.Value, MeasureUnit.Count),
                .. counts.Select(count => (TableCell)NumberWords.WithInterval(run.Baseline(count.Id, tile.District)!.Value, MeasureUnit.Count)),
            ])],
        "In brackets: 95% uncertainty intervals.");

    private static double Share(SavedRun run, string measure, DistrictTile tile) =>
        100 * run.Baseline(measure, tile.District)!.Value.Mean / run.Baseline(All, tile.District)!.Value.Mean;
}
