using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>What happens in a year of care, and from where to where children move.</summary>
internal static class TransitionSection
{
    /// <summary>Composes it.</summary>
    public static ReportSection Of(FidelityResult result)
    {
        CareTransitions of = result.Transitions;
        BarRow[] ends = [.. CareBreakdowns.Bands.Select((band, i) =>
            BarOf(band, of.Ends[i], of.Years[i], result.ReferenceEnds[i].Rate))];
        BarRow[] moves = [.. CareBreakdowns.Bands.Select((band, i) => BarOf(band, of.Placements[i], of.Years[i], double.NaN))];
        List<ReportBlock> blocks =
        [
            new Paragraph(
                $"In {of.Years.Sum():#,0} child-years of care. {Sentence(result)}"
                + (result.AgainstCohort ? "" : " Published rates are counts of the year over the mean of the numbers looked after at its beginning and end.")),
            new ChartGrid(
            [
                ByAge("chart-ends", "Ends of care for each child-year, by age", ends, "Long bars: children of that age do not stay long. Compare the upper with the lower bar.", result),
                ByAge("chart-new-placements", "New placements for each child-year, by age", moves, "Long bars: children of that age move often. What it is compared with does not tell it by age.", result),
            ]),
            Matrix(of),
            Rates(result, ends),
        ];
        return new ReportSection("transitions", "What happens in a year of care?", blocks);
    }

    private static BarRow BarOf(string band, double count, double years, double other) => new(Marginal.BandTitle(band), count / years, count / years, other);

    private static Chart ByAge(string id, string title, BarRow[] rows, string caption, FidelityResult result) => new(
        id,
        title,
        $"{title}. {string.Join("; ", rows.Select(row => $"{row.Name}: {row.Weighted:0.00}{(double.IsNaN(row.Other) ? "" : $", {FidelityWords.Other(result)} {row.Other:0.00}")}"))}.",
        FidelityCharts.Bars(rows, result.IsWeighted ? "cohort, weighted" : "cohort", FidelityWords.Other(result), ".1f", rings: false),
        [],
        caption + " The numbers are in the table below.");

    private static string Sentence(FidelityResult result) => result.Comparisons.FirstOrDefault(one => one.Id == NumberIds.Moves) is FidelityComparison moves
        ? $"A child of the cohort moves {moves.Values[0].Weighted:0.00} times a year; {FidelityWords.Other(result)}: {moves.Values[0].Reference:0.00}."
        : "How often children move is not known of what it is compared with.";

    private static TableBlock Rates(FidelityResult result, BarRow[] ends)
    {
        CareTransitions of = result.Transitions;
        return new TableBlock(
            "table-rates",
            "For each child-year in care",
            [FidelityWords.Text("Age"), new("Child-years"), new("Starts"), new("New placements"), new("Changes of legal status"), new("Ends"), new($"Ends, {FidelityWords.Other(result)}")],
            [.. CareBreakdowns.Bands.Select((band, i) => (IReadOnlyList<TableCell>)
                [
                    Marginal.BandTitle(band),
                    $"{of.Years[i]:#,0}",
                    Rate(of.Starts[i], of.Years[i]),
                    Rate(of.Placements[i], of.Years[i]),
                    Rate(of.LegalChanges[i], of.Years[i]),
                    Rate(of.Ends[i], of.Years[i]),
                    Rate(ends[i].Other, 1),
                ])]);
    }

    private static Chart Matrix(CareTransitions of)
    {
        List<HeatCell> cells = [];
        List<IReadOnlyList<TableCell>> rows = [];
        string most = "";
        double moved = 0;
        for (int from = 0; from < CareTransitions.Groups.Count; from++)
        {
            double[] row = [.. Enumerable.Range(0, CareTransitions.Groups.Count).Select(to => of.Matrix[from, to])];
            double sum = row.Sum();
            if (sum <= 0)
            {
                continue;
            }

            foreach ((int to, double count) in row.Index().Where(cell => cell.Item > 0))
            {
                cells.Add(new HeatCell(Title(from), Title(to), count / sum, $"{100 * count / sum:0}"));
                rows.Add([Title(from), Title(to), $"{count:#,0}", FidelityWords.Percent(count / sum)]);
                if (from != to && count > moved)
                {
                    (moved, most) = (count, $"from {Title(from)} to {Title(to)}");
                }
            }
        }

        return new Chart(
            "chart-moves",
            "From where (rows) to where (columns) children move, in per cent of a row",
            $"Changes of placement from group to group, in per cent of those who left a group. The commonest change of group leads {most}.",
            FidelityCharts.Heat(cells, [.. CareTransitions.Groups.Index().Select(group => Title(group.Index))], null),
            [
                new TableBlock("table-moves", "Changes of placement", [FidelityWords.Text("From"), FidelityWords.Text("To"), new("Moves"), new("Of those who left")], rows),
            ],
            $"Dark cells are where most of a row go. The commonest change of group leads {most}. Nothing like it is published for Kent.");
    }

    private static string Title(int group) => Marginal.Placement.Parts.First(part => part.Codes[0] == CareTransitions.Groups[group]).Title;

    private static string Rate(double count, double years) => years > 0 && !double.IsNaN(count) ? $"{count / years:0.00}" : "-";
}
