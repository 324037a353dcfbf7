using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>What the cohort is, and which comparisons lie within the stated distances.</summary>
internal static class VerdictSection
{
    /// <summary>Composes it.</summary>
    public static ReportSection Of(FidelityResult result)
    {
        int within = result.Comparisons.Count(one => one.IsWithin);
        List<ReportBlock> blocks =
        [
            new Paragraph(
                $"{result.Kind[..1].ToUpperInvariant()}{result.Kind[1..]}: {result.Children:#,0} children looked after at some time from {result.First:d MMMM yyyy} to "
                + $"{result.Last:d MMMM yyyy}, {result.LookedAfter:#,0} of them on the last day. Compared with {result.Against}."),
        ];
        if (!result.IsSynthetic)
        {
            blocks.Add(new Notice(
                "No manifest beside these returns says that their children are synthetic. Small numbers on this page are not withheld: treat it as you would the returns."));
        }

        blocks.Add(new KeyFigures(
        [
            new KeyFigure("Within the stated distances", $"{within} of {result.Comparisons.Count}", "comparisons, give or take chance", ""),
            new KeyFigure("Looked after on the last day", $"{result.LookedAfter:#,0}", $"of {result.Children:#,0} at some time", ""),
            new KeyFigure("Unaccompanied", FidelityWords.Percent((double)result.Unaccompanied / result.LookedAfter), $"{result.Unaccompanied:#,0} children", Wanted(result)),
        ]));
        blocks.Add(Table(result));
        blocks.Add(new Paragraph(Outside(result)));
        return new ReportSection("verdict", "Which comparisons lie within the stated distances?", blocks);
    }

    private static string Wanted(FidelityResult result) => result.WantedShare is double wanted ? $"{FidelityWords.Percent(wanted)} in what it is compared with" : "not known in what it is compared with";

    private static TableBlock Table(FidelityResult result) => new(
        "table-verdict",
        "Distances of the cohort from what it is compared with",
        [
            FidelityWords.Text("Comparison"), FidelityWords.Text("With"), new("As it is"), new(result.IsWeighted ? "Weighted" : "Judged"), new("By chance"), new("Limit"),
            FidelityWords.Text("Verdict"),
        ],
        [.. result.Comparisons.Select(one => (IReadOnlyList<TableCell>)
            [
                one.Title,
                $"{one.Date:d MMM yyyy}, {one.Source}",
                FidelityWords.Distance(one.AsItIs),
                FidelityWords.Distance(one.Distance),
                FidelityWords.Distance(one.Chance),
                $"{one.Stated.Limit:0.00}",
                FidelityWords.Verdict(one),
            ])],
        "Distances of tables are total variation: the share of children who would have to be put into other categories. Those of shares are differences, those of rates and days relative "
        + "differences. By chance: 95 in 100 cohorts of this size drawn from what was published are nearer. Within: no farther than the limit and chance together.");

    private static string Outside(FidelityResult result)
    {
        FidelityComparison[] outside = [.. result.Comparisons.Where(one => !one.IsWithin).OrderByDescending(one => one.Distance - one.Stated.Limit)];
        return outside.Length == 0
            ? "All comparisons lie within. That does not make the cohort fit for every question: what is not compared here may be far off."
            : $"Outside, the farthest first: {string.Join(", ", outside.Select(one => $"{one.Title.ToLowerInvariant()} ({FidelityWords.Distance(one.Distance)})"))}. "
                + "Do not use the cohort for questions that rest on these.";
    }
}
