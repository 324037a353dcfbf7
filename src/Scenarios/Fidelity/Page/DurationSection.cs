using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>How long periods of care and placements last.</summary>
internal static class DurationSection
{
    private const double DaysAYear = 365.25;
    private const double MostYears = 10;
    private const int MostPoints = 150;

    private static readonly int[] s_days = [30, 91, 183, 365, 731, 1826];
    private static readonly string[] s_numbers = [NumberIds.TwelveMonths, NumberIds.SamePlacement, NumberIds.AdoptionDays];

    /// <summary>Composes it.</summary>
    public static ReportSection Of(FidelityResult result)
    {
        CareDurations of = result.Durations;
        List<ReportBlock> blocks =
        [
            new Paragraph(
                "The share of periods that last longer than so long, by age at their beginning. A period that began before the cohort's first day counts from that day on only (left truncation), "
                + $"and a curve ends where fewer than {CareDurations.FewestAtRisk} are left to look at. Left out, because nothing tells when they began: "
                + $"{of.UnknownPeriods:#,0} periods of care and {of.UnknownPlacements:#,0} placements."),
            new ChartGrid([Curves(result, NumberIds.Periods, "How long care lasts"), Curves(result, NumberIds.Placements, "How long placements last")]),
        ];
        FidelityComparison[] points = [.. result.Comparisons.Where(one => s_numbers.Contains(one.Id))];
        if (points.Length > 0)
        {
            blocks.Add(new TableBlock(
                "table-points",
                "Durations of which something is known to compare with",
                [FidelityWords.Text(""), FidelityWords.Text("On"), new("Cohort as it is"), new("Weighted"), new(FidelityWords.Heading(FidelityWords.Other(result))), FidelityWords.Text("Verdict")],
                [.. points.Select(one => (IReadOnlyList<TableCell>)
                    [
                        one.Title,
                        $"{one.Date:d MMMM yyyy}",
                        FidelityWords.Value(one, one.Values[0].AsItIs),
                        FidelityWords.Value(one, one.Values[0].Weighted),
                        FidelityWords.Value(one, one.Values[0].Reference),
                        FidelityWords.Verdict(one),
                    ])]));
        }

        return new ReportSection("durations", "How long does it last?", blocks);
    }

    private static Chart Curves(FidelityResult result, string id, string title)
    {
        List<(string Name, IReadOnlyList<SurvivalStep> Curve)> curves = [("all ages", result.Durations.Curve(id, null))];
        curves.AddRange(result.ReferenceCurves.Where(other => other.Id == id).Select(other => ("all ages, the other cohort", other.Curve)));
        if (curves.Count == 1)
        {
            curves.AddRange(CareBreakdowns.Bands.Select(band => (Marginal.BandTitle(band), result.Durations.Curve(id, band))));
        }

        curves.RemoveAll(curve => curve.Curve.Count == 0);
        string half = curves.Count == 0 ? "There are too few to tell." : KaplanMeier.Median(curves[0].Curve) is int days
            ? $"Half of them last {days:#,0} days or less."
            : "More than half of them last longer than can be told.";
        return new Chart(
            $"chart-{id}",
            title,
            $"{title}: the share that lasts longer than so many years. {half}",
            FidelityCharts.Curves([.. curves.Select(curve => (curve.Name, Points(curve.Curve)))], "years"),
            [Numbers(id, title, curves)],
            $"The lower a curve at some year, the fewer last so long. {half}");
    }

    /// <summary>A curve as points, thinned where it has many steps; always from the beginning on.</summary>
    private static IReadOnlyList<(double X, double Y)> Points(IReadOnlyList<SurvivalStep> curve)
    {
        SurvivalStep[] shown = [.. curve.Where(step => step.Day <= MostYears * DaysAYear)];
        int every = (shown.Length / MostPoints) + 1;
        return [(0, 1), .. shown.Where((_, i) => i % every == 0 || i == shown.Length - 1).Select(step => (step.Day / DaysAYear, step.Remaining))];
    }

    private static TableBlock Numbers(string id, string title, List<(string Name, IReadOnlyList<SurvivalStep> Curve)> curves) => new(
        $"table-{id}",
        $"{title}: share that lasts longer than so many days",
        [FidelityWords.Text("Age at its beginning"), .. s_days.Select(day => new TableColumn($"{day:#,0}"))],
        [.. curves.Select(curve => (IReadOnlyList<TableCell>)
            [curve.Name, .. s_days.Select(day => (TableCell)(day <= curve.Curve[^1].Day ? FidelityWords.Percent(KaplanMeier.At(curve.Curve, day)) : "-"))])]);
}
