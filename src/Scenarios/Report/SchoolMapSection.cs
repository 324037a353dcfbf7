namespace KentSufficiency.Scenarios.Report;

/// <summary>Where in Kent there are enough school places: surplus, and the chance of keeping its target, by district and year.</summary>
internal static class SchoolMapSection
{
    /// <summary>From dark to light, as the classes of the page count from light to dark: what is short stands out.</summary>
    private static readonly double[] s_surplus = [10, 5, 2, 0];
    private static readonly double[] s_chance = [80, 60, 40, 20];

    private static readonly (string Id, string Title, bool IsChance)[] s_maps =
    [
        ("surplus/primary", "Surplus of primary places", false),
        ("surplus/secondary", "Surplus of secondary places, Years 7 to 11", false),
        ("p-surplus/primary", "Chance of keeping the target, primary", true),
        ("p-surplus/secondary", "Chance of keeping the target, secondary", true),
    ];

    /// <summary>Whether a measure is shown over time.</summary>
    public static bool NeedsSeries(string measure) => s_maps.Any(map => map.Id == measure);

    /// <summary>Composes the section, or nothing where the run did not count school places by district.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        (string Id, string Title, bool IsChance)[] maps =
            [.. s_maps.Where(map => data.Tiles.Count > 0 && data.Tiles.All(tile => run.Baseline(map.Id, tile.District) is { Value.IsThere: true }))];
        if (maps.Length == 0)
        {
            return null;
        }

        string aim = data.Target("surplus/primary", run.Manifest.Start) is double target ? $"a surplus of {NumberWords.Value(target, MeasureUnit.Percent)}" : "enough surplus";
        List<ReportBlock> blocks =
        [
            new Paragraph(
                $"The baseline in {run.Manifest.Horizon:MMMM yyyy} by district of the school. Each square is a district, roughly where it lies; the gap in the north is Medway. "
                + $"Dark is short of places. The target is {aim} in each district: more is costly, less leaves families without a choice. A district's surplus is the mean of the "
                + "futures, with the range of 95% of them; a surplus below zero means more pupils than places."),
            new MapGrid([.. maps.Select(map => Horizon(run, data, map))]),
        ];
        blocks.AddRange(maps.Select(map => Yearly(run, data, map)).OfType<ReportBlock>());
        return new ReportSection("school-map", "School places by district", blocks);
    }

    private static TileMap Horizon(SavedRun run, ReportData data, (string Id, string Title, bool IsChance) map) => Map(
        $"map-{map.Id.Replace('/', '-')}",
        map.Title,
        map.IsChance,
        data.Tiles.Select(tile =>
        {
            Estimate value = run.Baseline(map.Id, tile.District)!.Value;
            return (tile, value.Mean, map.IsChance ? "" : NumberWords.Interval(value, MeasureUnit.Percent));
        }));

    /// <summary>A map for each census after the start, folded away.</summary>
    private static Folded? Yearly(SavedRun run, ReportData data, (string Id, string Title, bool IsChance) map)
    {
        var series = data.Tiles.ToDictionary(tile => tile, tile => run.BaselineSeries(map.Id, tile.District));
        int dates = series.Values.Min(points => points.Count);
        if (dates < 3)
        {
            return null;
        }

        IReadOnlyList<SeriesPoint> first = series.Values.First();
        return new Folded($"{map.Title}: year by year", [new MapGrid([.. Enumerable.Range(0, dates).Select(i => Map(
            $"map-{map.Id.Replace('/', '-')}-{first[i].Date:yyyy-MM}",
            $"{first[i].Date:MMMM yyyy}",
            map.IsChance,
            data.Tiles.Select(tile => (tile, series[tile][i].Mean, ""))))])]);
    }

    private static TileMap Map(string id, string title, bool isChance, IEnumerable<(DistrictTile Tile, double Value, string Detail)> tiles)
    {
        double[] steps = isChance ? s_chance : s_surplus;
        string[] legend = isChance
            ? ["80% and more", "60 to 80%", "40 to 60%", "20 to 40%", "less than 20%"]
            : ["10% and more", "5 to 10%", "2 to 5%", "0 to 2%", "below 0%"];
        return new TileMap(
            id,
            title,
            [.. tiles.Select(tile => new MapTile(tile.Tile, Value(tile.Value, isChance), tile.Detail, steps.Count(step => tile.Value < step)))],
            legend,
            isChance ? "Chance" : "Surplus",
            isChance ? "" : "Range (95%)");
    }

    private static string Value(double value, bool isChance) =>
        isChance && !double.IsNaN(value) ? $"{Math.Round(value):0}%" : NumberWords.Value(value, MeasureUnit.Percent);
}
