using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>Age, placement and legal status at once, and how far the table has to be bent.</summary>
internal static class JointSection
{
    private const double FullColour = 3;
    private const double Percent = 100;

    /// <summary>Composes it, or nothing where there are no margins to bend to.</summary>
    public static ReportSection? Of(FidelityResult result)
    {
        if (result.Joint is not JointTable joint)
        {
            return null;
        }

        var rows = joint.Cells.GroupBy(cell => (cell.Age, cell.Legal)).OrderBy(row => row.Key).ToList();
        string[] columns = [.. joint.Cells.Select(cell => cell.Placement).Distinct().Order().Select(Placement)];
        JointCell farthest = joint.Cells.MaxBy(cell => Math.Abs(cell.Bent - cell.Share));
        string see = $"The cell that is bent most: {Row(farthest.Age, farthest.Legal)}, {Placement(farthest.Placement)}, from {FidelityWords.Percent(farthest.Share)} to "
            + $"{FidelityWords.Percent(farthest.Bent)} of all children.";
        string unreached = joint.Miss > 1e-6
            ? $" The margins cannot all be met at once: {FidelityWords.Percent(joint.Miss)} of the children remain in wrong categories of one."
            : "";
        return new ReportSection(
            "joint",
            "How far would age, placement and legal status have to be bent?",
            [
                new Paragraph(
                    (result.AgainstCohort ? "" : "Nobody publishes for Kent how the three go together. ")
                    + $"The table of the cohort was bent as little as possible until each of the three is as {(result.AgainstCohort ? "in the other" : "published")}, which leaves its odds ratios as they are. It had to be bent by {FidelityWords.Distance(joint.TotalVariation)}, or {joint.Bits:0.000} bits; "
                    + (result.AgainstCohort ? "the other's table" : "the truth, which nobody knows,") + " is at least so many bits away."
                    + unreached),
                new Chart(
                    "chart-joint",
                    "Children by age and legal status (rows) and placement (columns): share of all, before and after",
                    $"A table of {joint.Cells.Count} cells. {see}",
                    FidelityCharts.Heat([.. rows.SelectMany(row => row.Select(HeatCellOf))], columns, FullColour),
                    [Numbers(joint)],
                    $"Left number: per cent of all children in the cohort; right: after bending. Blue cells have too few children, orange ones too many. {see}"),
            ]);
    }

    private static HeatCell HeatCellOf(JointCell cell) => new(
        Row(cell.Age, cell.Legal),
        Placement(cell.Placement),
        Percent * (cell.Bent - cell.Share),
        $"{Percent * cell.Share:0.0} \u2192 {Percent * cell.Bent:0.0}");

    private static string Row(int age, int legal) => $"{Marginal.Age.Parts[age].Title}, {Marginal.LegalStatus.Parts[legal].Title}";

    private static string Placement(int placement) => Marginal.Placement.Parts[placement].Title;

    private static TableBlock Numbers(JointTable joint) => new(
        "table-joint",
        "Children by age, legal status and placement",
        [FidelityWords.Text("Age and legal status"), FidelityWords.Text("Placement"), new("Children"), new("Share"), new("After bending")],
        [.. joint.Cells.OrderBy(cell => (cell.Age, cell.Legal, cell.Placement)).Select(cell => (IReadOnlyList<TableCell>)
            [Row(cell.Age, cell.Legal), Placement(cell.Placement), $"{cell.Children:#,0}", FidelityWords.Percent(cell.Share), FidelityWords.Percent(cell.Bent)])],
        "Shares are of the cohort weighted to the published share of unaccompanied children, where it is.");
}
