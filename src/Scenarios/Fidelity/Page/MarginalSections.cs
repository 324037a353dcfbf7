using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>One characteristic at a time.</summary>
internal static class MarginalSections
{
    /// <summary>Children looked after on the last day.</summary>
    public static ReportSection? Stock(FidelityResult result) => Of(
        result,
        "who",
        "Who is looked after?",
        $"Children looked after on {result.Last:d MMMM yyyy}, one characteristic at a time. Where the blue bar and the orange bar of a row are equally long, the cohort is right.",
        counted => counted == Counted.Stock);

    /// <summary>Starts, ends and moves.</summary>
    public static ReportSection? Flows(FidelityResult result) => Of(
        result,
        "flows",
        "Who comes, who goes and who moves?",
        "Starts, ends and changes of placement in the last year. The weights are those of children looked after: how many of those who came or went were unaccompanied is not published.",
        counted => counted != Counted.Stock);

    /// <summary>The chart of a comparison of shares.</summary>
    /// <param name="one">The comparison.</param>
    /// <param name="result">What was found.</param>
    /// <param name="other">What the lower bars are.</param>
    public static Chart ChartOf(FidelityComparison one, FidelityResult result, string other)
    {
        ComparedValue farthest = one.Values.MaxBy(value => Math.Abs(value.Weighted - value.Reference))!;
        string apart = $"at '{farthest.Title}': {FidelityWords.Percent(farthest.Weighted)} of the cohort, {FidelityWords.Percent(farthest.Reference)} {other}.";
        bool rings = result.IsWeighted && one.Values.Any(value => Math.Abs(value.Weighted - value.AsItIs) > 1e-9);
        return new Chart(
            $"chart-{one.Id}",
            $"{one.Title}: {FidelityWords.Verdict(one)}",
            $"{one.Title} of the cohort beside that {other}, farthest apart {apart} Distance {FidelityWords.Distance(one.Distance)}.",
            FidelityCharts.Bars(
                [.. one.Values.Select(value => new BarRow(value.Title, value.Weighted, value.AsItIs, value.Reference))],
                rings ? "cohort, weighted" : "cohort",
                other,
                "%",
                rings),
            [Numbers(one, other)],
            $"Distance {FidelityWords.Distance(one.Distance)}, by chance up to {FidelityWords.Distance(one.Chance)}, limit {one.Stated.Limit:0.00}. Farthest apart {apart}"
                + $"{(rings ? " Rings: the cohort as it is." : "")} {one.Note}".TrimEnd());
    }

    private static ReportSection? Of(FidelityResult result, string id, string title, string text, Func<Counted, bool> which)
    {
        Chart[] charts =
        [
            .. Marginal.All.Where(marginal => which(marginal.Counted))
                .SelectMany(marginal => result.Comparisons.Where(one => one.Id == marginal.Id))
                .Select(one => ChartOf(one, result, FidelityWords.Other(result))),
        ];
        return charts.Length == 0 ? null : new ReportSection(id, title, [new Paragraph(text), new ChartGrid(charts)]);
    }

    private static TableBlock Numbers(FidelityComparison one, string other) => new(
        $"table-{one.Id}",
        $"{one.Title}: shares of {one.Count:#,0} counted",
        [FidelityWords.Text(""), new("Cohort as it is"), new("Weighted"), new(FidelityWords.Heading(other))],
        [.. one.Values.Select(value => (IReadOnlyList<TableCell>)
            [value.Title, FidelityWords.Percent(value.AsItIs), FidelityWords.Percent(value.Weighted), FidelityWords.Percent(value.Reference)])]);
}
