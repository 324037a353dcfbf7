namespace KentSufficiency.Scenarios.Report;

/// <summary>What school places and SEND cost, where the run counted it.</summary>
internal static class SchoolCostSection
{
    private const string Real = "cost-real/";
    private const string Nominal = "cost/";

    /// <summary>Composes the section, or nothing where the run did not count it.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        ReportBlock[] blocks = [.. new[] { Years(run, Real, "in the start's prices"), Years(run, Nominal, "in prices of the day"), ByStrategy(run) }.OfType<ReportBlock>()];
        return blocks.Length == 0 ? null : new ReportSection("school-cost", "What school places cost", blocks);
    }

    /// <summary>A row for each category and a column for each census after the start.</summary>
    private static TableBlock? Years(SavedRun run, string prefix, string prices)
    {
        string[] categories = [.. SchoolMeasures.Costs.Where(category => run.Has(prefix + category) && run.BaselineSeries(prefix + category).Count > 1)];
        if (categories.Length == 0)
        {
            return null;
        }

        SeriesPoint[][] points = [.. categories.Select(category => run.BaselineSeries(prefix + category).Skip(1).ToArray())];
        return new TableBlock(
            $"table-school-{prefix.TrimEnd('/')}",
            $"12 months to each census, £ million, {prices}: baseline",
            [new TableColumn("", IsNumber: false), .. points[0].Select(point => new TableColumn($"{point.Date:MMM yyyy}"))],
            [
                .. categories.Zip(points, (category, row) => (IReadOnlyList<TableCell>)
                    [MeasureWords.Of(Real + category).Title, .. row.Select(point => (TableCell)CostSection.Millions(point.Mean))]),
                ["Together", .. points[0].Select((_, i) => (TableCell)CostSection.Millions(points.Sum(row => row[i].Mean)))],
            ],
            "Means of the baseline; contributions are an income. Capital is counted when it is spent, not over the life of a building. The last 12 months may overlap those before them.");
    }

    private static TableBlock? ByStrategy(SavedRun run) => SchoolMeasures.ByStrategy(
        run,
        "table-school-cost-strategies",
        $"What each strategy changes of the cost of school places in the 12 months to {run.Manifest.Horizon:MMMM yyyy}",
        [.. SchoolMeasures.Costs.Select(category => (SchoolMeasures.CostId(run, category), MeasureWords.Of(Real + category).Title))]);
}
