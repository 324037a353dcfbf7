using System.Globalization;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Expansions and new schools: what is planned, when it opens, and what fails.</summary>
internal static class SchemeSection
{
    private const int Shown = 20;

    private static readonly (string Id, string Title)[] s_counts =
    [
        ("fe-opened/primary", "Primary forms of entry opened"),
        ("fe-opened/secondary", "Secondary forms of entry opened"),
        ("schemes-decided", "Schemes decided"),
        ("schemes-late", "Schemes found late for their September"),
        ("schemes-failed", "Schemes given up"),
        ("bulge-places", "Temporary places opened"),
        ("closures", "Schools closed"),
    ];

    /// <summary>Composes the section, or nothing where the run has no schemes.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        RowKey[] ids = [.. run.Summary.Keys.Where(key => key.Scenario == run.Manifest.Baseline.Name
            && key.Measure.StartsWith(SchoolMeasures.SchemePrefix, StringComparison.Ordinal)
            && run.BaselineSeries(key.Measure, key.Geography).Count > 0)];
        bool hasFe = run.Has("fe-planned/primary") || run.Has("fe-planned/secondary");
        (string Id, string Title)[] counts = [.. s_counts.Where(count => run.BaselineSeries(count.Id).Count > 1)];
        if (ids.Length == 0 && !hasFe && counts.Length == 0)
        {
            return null;
        }

        List<ReportBlock> blocks = [];
        if (hasFe)
        {
            blocks.Add(Entry(run));
        }

        if (counts.Length > 0)
        {
            blocks.Add(Yearly(run, counts));
        }

        if (ids.Length > 0)
        {
            Scheme[] schemes = [.. ids.Select(id => SchemeOf(run, data, id)).OrderBy(scheme => scheme.Facts.Opening ?? DateOnly.MaxValue).ThenBy(scheme => scheme.Facts.Title, StringComparer.Ordinal)];
            blocks.Add(Table(run, "table-schemes", "Named schemes and their chance of being open, baseline", schemes.Take(Shown)));
            if (schemes.Length > Shown)
            {
                blocks.Add(new Folded($"The other {schemes.Length - Shown} schemes", [Table(run, "table-schemes-rest", "Named schemes, continued", schemes.Skip(Shown))]));
            }
        }

        if (ByStrategy(run) is TableBlock strategies)
        {
            blocks.Add(strategies);
        }

        return new ReportSection("expansions", "Expansions and new schools", blocks);
    }

    /// <summary>What happens between one census and the next.</summary>
    private static TableBlock Yearly(SavedRun run, (string Id, string Title)[] counts) => new(
        "table-scheme-years",
        "In the 12 months to each census, baseline",
        [new TableColumn("", IsNumber: false), .. run.BaselineSeries(counts[0].Id).Skip(1).Select(point => new TableColumn($"{point.Date:MMM yyyy}"))],
        [.. counts.Select(count => (IReadOnlyList<TableCell>)
            [
                count.Title,
                .. run.BaselineSeries(count.Id).Skip(1).Select(point => (TableCell)NumberWords.WithInterval(new Estimate(point.Mean, point.P05, point.P95), MeasureUnit.Count)),
            ])],
        "Means; in brackets the range of nine in ten futures. A form of entry is 30 places in each year group. The last 12 months may overlap those before them.");

    private static TableBlock Entry(SavedRun run)
    {
        string[] phases = [.. ((string[])["primary", "secondary"]).Where(phase => run.Has($"fe-planned/{phase}"))];
        return new TableBlock(
            "table-fe",
            $"Forms of entry, planned and opened, in the 12 months to {run.Manifest.Horizon:MMMM yyyy}: baseline",
            [new TableColumn("", IsNumber: false), new("Planned"), new("Opened"), new("Opened of planned")],
            [.. phases.Select(phase => (IReadOnlyList<TableCell>)
                [
                    phase == "primary" ? "Primary" : "Secondary",
                    SchoolPlacesSection.Horizon(run, $"fe-planned/{phase}"),
                    SchoolPlacesSection.Horizon(run, $"fe-opened/{phase}"),
                    Share(run, phase),
                ])],
            "A form of entry is 30 places in each year group. In brackets: 95% uncertainty intervals; the share is that of the means.");
    }

    private static string Share(SavedRun run, string phase) =>
        run.Baseline($"fe-planned/{phase}") is { Value.Mean: > 0 } planned && run.Baseline($"fe-opened/{phase}") is { Value.IsThere: true } opened
            ? $"{100 * opened.Value.Mean / planned.Value.Mean:0}%"
            : "-";

    private static TableBlock Table(SavedRun run, string id, string caption, IEnumerable<Scheme> schemes)
    {
        Scheme[] rows = [.. schemes];
        bool planned = rows.Any(row => row.Facts.Opening is not null);
        DateOnly[] years = planned ? [] : [.. rows[0].Open.Select(point => point.Date).Skip(1)];
        return new TableBlock(
            id,
            caption,
            [
                new TableColumn("Scheme", IsNumber: false),
                .. planned ? (TableColumn[])[new("Adds", IsNumber: false), new("Planned opening", IsNumber: false), new("Open on time"), new($"Open by {run.Manifest.Horizon:MMM yyyy}")] : [],
                .. years.Select(year => new TableColumn($"{year:MMM yyyy}")),
            ],
            [.. rows.Select(row => (IReadOnlyList<TableCell>)
                [
                    row.Facts.Where.Length == 0 ? row.Facts.Title : $"{row.Facts.Title} ({row.Facts.Where})",
                    .. planned ? (TableCell[])[row.Facts.Places, row.Facts.Opening is DateOnly opening ? $"{opening:MMM yyyy}" : "-", OnTime(run, row), Chance(row.Open[^1].Mean)] : [],
                    .. years.Select(year => (TableCell)Chance(row.Open.FirstOrDefault(point => point.Date == year).Mean)),
                ])],
            planned
                ? "Open on time: the share of futures in which it is open at the first census after the planned opening."
                : "The share of futures in which it is open on the date.");
    }

    /// <summary>What is planned after the last census is not known to be late.</summary>
    private static string OnTime(SavedRun run, Scheme scheme)
    {
        if (scheme.Facts.Opening is not DateOnly opening || opening > run.Manifest.Horizon)
        {
            return "-";
        }

        return Chance(scheme.Open.First(point => point.Date >= opening).Mean);
    }

    private static string Chance(double percent) => double.IsNaN(percent) ? "-" : $"{percent.ToString("0", CultureInfo.InvariantCulture)}%";

    private static TableBlock? ByStrategy(SavedRun run) => SchoolMeasures.ByStrategy(
        run,
        "table-schemes-strategies",
        $"What each strategy changes of expansions in the 12 months to {run.Manifest.Horizon:MMMM yyyy}",
        ("fe-opened/primary", "Primary FE opened"),
        ("fe-opened/secondary", "Secondary FE opened"),
        ("schemes-late", "Late"),
        ("schemes-failed", "Failed"),
        ("bulge-places", "Temporary places"));

    private static Scheme SchemeOf(SavedRun run, ReportData data, RowKey key)
    {
        string id = key.Measure[SchoolMeasures.SchemePrefix.Length..];
        string where = key.Geography == SavedRun.Kent ? "" : key.Geography;
        return new Scheme(
            data.Schemes.FirstOrDefault(scheme => scheme.Id == id) ?? new SchemeFacts(id, SchemeTable.Named(id), null, where, ""),
            run.BaselineSeries(key.Measure, key.Geography));
    }

    private sealed record Scheme(SchemeFacts Facts, IReadOnlyList<SeriesPoint> Open);
}
