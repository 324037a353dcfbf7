using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>Year 7 places that the Gravesend and Longfield group is short of, and what each scheme takes off.</summary>
internal static class Gravesend
{
    private const string Group = "Gravesend and Longfield non-selective";
    private const string Measure = "deficit-places/year-7";

    public static void Print(SavedRun run, Printed evidence)
    {
        (string SchoolYear, DateOnly Census)[] years =
        [
            .. run.Series(run.Manifest.Baseline.Name, Measure, Group).Select(point => point.Date).Where(date => date.Month == 1)
                .Select(date => (Words.SchoolYear(date.Year - 1), date)),
            .. Horizon(run),
        ];
        string[] scenarios = [.. run.Manifest.Scenarios.Select(scenario => scenario.Name)];
        Words.Table($"Year 7, {Group}: places short, median (90% range)", ["school year", "printed", .. scenarios], years.Select(year => (string[])
        [
            year.SchoolYear,
            Words.Of(evidence.Find("deficit-places-target/year-7", Group, new DateOnly(int.Parse(year.SchoolYear[..4]), 9, 1)), "0"),
            .. scenarios.Select(scenario => Words.Range(run.On(scenario, Measure, year.Census, Group), "0")),
        ]));
        Words.Table(
            $"Year 7, {Group}, {years[^1].SchoolYear}: difference in places short from the baseline, mean (95% interval)",
            ["scenario", "places", "simulation error"],
            run.Strategies.Select(strategy => (string[])
            [
                strategy.Name,
                Words.Difference(run.At(strategy.Name, Measure, Group)!.Difference),
                run.At(strategy.Name, Measure, Group)!.SimulationError.ToString("0.0"),
            ]));
    }

    /// <summary>A horizon in July lies after the round of the September that follows.</summary>
    private static IEnumerable<(string SchoolYear, DateOnly Census)> Horizon(SavedRun run)
    {
        DateOnly last = run.Series(run.Manifest.Baseline.Name, Measure, Group)[^1].Date;
        return last.Month == 7 ? [(Words.SchoolYear(last.Year), last)] : [];
    }
}
