using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>Brothers and sisters.</summary>
internal static class SiblingSection
{
    private const string Title = "Brothers and sisters";

    /// <summary>Composes it.</summary>
    public static ReportSection Of(FidelityResult result)
    {
        FidelityComparison? sizes = result.Comparisons.FirstOrDefault(one => one.Id == "sibling-groups");
        if (result.Facts.Siblings is not SiblingFacts siblings || sizes is null)
        {
            return new ReportSection("siblings", Title, [new Paragraph("A return does not tell which children are brothers and sisters. The tables of kent cohort --format csv do.")]);
        }

        return new ReportSection(
            "siblings",
            Title,
            [
                new Paragraph(
                    $"Of {siblings.Sizes.Sum():#,0} families with a child looked after at some time, unaccompanied children left out. "
                    + (result.AgainstCohort ? "" : "What it is compared with are shares of entries into care, which the model assumes; children of a family may also enter one by one.")),
                new ChartGrid([MarginalSections.ChartOf(sizes, result, result.AgainstCohort ? FidelityWords.Other(result) : "assumed"), Apart(siblings)]),
            ]);
    }

    private static Chart Apart(SiblingFacts siblings)
    {
        double sum = Math.Max(1, siblings.YearsApart.Sum());
        BarRow[] rows = [.. siblings.YearsApart.Select((count, years) => new BarRow(
            years == 0 ? "under 1" : years == SiblingFacts.MostYears ? $"{years} and more" : $"{years}", count / sum, count / sum, double.NaN))];
        string most = rows.MaxBy(row => row.Weighted).Name;
        return new Chart(
            "chart-apart",
            "Years between a child and the next younger",
            $"Completed years between a child looked after and the next younger of the same family. The commonest: {most}.",
            FidelityCharts.Bars([.. rows], "cohort", "published", "%", rings: false),
            [
                new TableBlock(
                    "table-apart",
                    "Years between a child and the next younger",
                    [FidelityWords.Text("Years"), new("Pairs"), new("Share")],
                    [.. rows.Select((row, years) => (IReadOnlyList<TableCell>)[row.Name, $"{siblings.YearsApart[years]:#,0}", FidelityWords.Percent(row.Weighted)])]),
            ],
            $"The commonest: {most}. Nothing is published to compare it with.");
    }
}
