using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>Kent after January 2014, for each scenario of the run: surplus, pupils, first preferences. A school year is its January census.</summary>
internal static class CountyTables
{
    private static readonly string[] s_phases = ["primary", "secondary"];

    public static void Print(SavedRun run, Printed evidence)
    {
        string[] scenarios = [.. run.Manifest.Scenarios.Select(scenario => scenario.Name)];
        Words.Table("Surplus of Kent, %: median (90% range)", ["phase, school year", "printed", .. scenarios], s_phases.SelectMany(phase =>
            Enumerable.Range(2014, 5).Select(september => Row(
                run, scenarios, $"{phase}, {Words.SchoolYear(september)}", $"surplus/{phase}", "0.0", new DateOnly(september + 1, 1, 31),
                evidence.Find($"surplus/{phase}", SavedRun.Kent, new DateOnly(september + 1, 7, 31))))));

        Words.Table("Pupils of Kent: median (90% range)", ["measure, census", "printed, May 2019", .. scenarios], s_phases.SelectMany(phase =>
            Enumerable.Range(2019, 2).Select(year => Row(
                run, scenarios, $"roll/{phase}, January {year}", $"roll/{phase}", "#,0", new DateOnly(year, 1, 31),
                evidence[$"roll/{phase}", SavedRun.Kent, Printed.May2019]))));

        Words.Table("First preference met, %: median (90% range)", ["phase, offers of", "printed", .. scenarios], s_phases.SelectMany(phase =>
            Enumerable.Range(2014, 6).Select(spring => Row(
                run, scenarios, $"{phase}, {spring}", $"first-preference/{phase}", "0.0", new DateOnly(spring + 1, 1, 31), Offers(evidence, phase, spring)))));
    }

    private static double? Offers(Printed evidence, string phase, int spring) =>
        evidence.Find($"first-preference/{phase}", SavedRun.Kent, phase == "primary" ? new DateOnly(spring, 4, 16) : new DateOnly(spring, 3, 1))
        ?? evidence.Find($"first-preference/{phase}", SavedRun.Kent, new DateOnly(spring, 3, 3)); // In 2014 the first of March was a Saturday.

    private static string[] Row(SavedRun run, string[] scenarios, string title, string measure, string format, DateOnly census, double? printed) =>
        [title, Words.Of(printed, format), .. scenarios.Select(scenario => Words.Range(run.On(scenario, measure, census), format))];
}
