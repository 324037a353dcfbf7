namespace KentSufficiency.Scenarios.Report;

/// <summary>Who waits and who is placed far away, by home district.</summary>
internal static class DistrictSection
{
    private const string All = "cla";
    private const int Classes = 5;

    private static readonly (string Id, string Title)[] s_maps =
    [
        ("waiting", "Wait for a home or a better one"),
        ("placed-over-20-miles-count", "Placed over 20 miles from home"),
        ("placed-out-of-county-count", "Placed outside Kent"),
    ];

    /// <summary>Composes the section, or nothing where the run did not count by district.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        DistrictTile[] tiles = [.. data.Tiles.Where(tile => run.Baseline(All, tile.District) is { Value.Mean: > 0 })];
        (string Id, string Title)[] maps = [.. s_maps.Where(map => tiles.Length > 0 && run.Baseline(map.Id, tiles[0].District) is not null)];
        if (maps.Length == 0)
        {
            return null;
        }

        List<ReportBlock> blocks =
        [
            new Paragraph(
                $"Of the children looked after whose home is in each district, the share that waits or lives far away in {run.Manifest.Horizon:MMMM yyyy} if nothing changes. "
                + "Each square is a district, roughly where it lies; the gap in the north is Medway, which is not part of Kent County Council. "
                + "The children are invented: a district differs by its size, its place and the homes nearby, not by the children who really live there."),
            .. maps.Select(map => Map(run, tiles, map)),
            Table(run, tiles, maps),
        ];
        return new ReportSection("districts", "Who waits and who is placed far away", blocks);
    }

    private static TileMap Map(SavedRun run, DistrictTile[] tiles, (string Id, string Title) map)
    {
        double[] shares = [.. tiles.Select(tile => Share(run, map.Id, tile.District))];
        double low = Math.Floor(shares.Min());
        double step = Math.Max(0.2, Math.Ceiling((shares.Max() - low) / Classes * 5) / 5);
        string[] legend = [.. Enumerable.Range(0, Classes).Select(i => $"{low + (i * step):0.#} to {low + ((i + 1) * step):0.#}%")];
        return new TileMap(
            $"map-{map.Id}",
            map.Title,
            [.. tiles.Zip(shares, (tile, share) => new MapTile(
                tile, $"{share:0.0}%", $"{NumberWords.Plain(run.Baseline(map.Id, tile.District)!.Value.Mean, MeasureUnit.Count)} of {run.Baseline(All, tile.District)!.Value.Mean:#,0}", Math.Min(Classes - 1, (int)((share - low) / step))))],
            legend);
    }

    private static TableBlock Table(SavedRun run, DistrictTile[] tiles, (string Id, string Title)[] maps) => new(
        "table-districts",
        $"By home district in {run.Manifest.Horizon:MMMM yyyy}, baseline: number of children",
        [new TableColumn("District", IsNumber: false), new("Looked after"), .. maps.Select(map => new TableColumn(map.Title))],
        [.. tiles.OrderBy(tile => tile.District, StringComparer.Ordinal).Select(tile => (IReadOnlyList<TableCell>)
            [
                tile.District,
                NumberWords.WithInterval(run.Baseline(All, tile.District)!.Value, MeasureUnit.Count),
                .. maps.Select(map => (TableCell)NumberWords.WithInterval(run.Baseline(map.Id, tile.District)!.Value, MeasureUnit.Count)),
            ])],
        "In brackets: 95% uncertainty intervals.");

    private static double Share(SavedRun run, string measure, string district) =>
        100 * run.Baseline(measure, district)!.Value.Mean / run.Baseline(All, district)!.Value.Mean;
}
