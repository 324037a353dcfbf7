using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>Plans issued within 20 weeks, and pupils in independent special schools or those of other authorities, in the baseline of 2019.</summary>
internal static class SendTables
{
    public static void Print(SavedRun run, Printed evidence)
    {
        string scenario = run.Manifest.Baseline.Name;
        DateOnly[] dates = [.. run.Series(scenario, "send11").Select(point => point.Date)];
        string[] head = ["of", "printed", .. dates.Select(date => date.ToString("MMMM yyyy"))];
        Words.Table("Plans issued within 20 weeks, %, 12 months: median (90% range)", head, evidence.Districts.Append(SavedRun.Kent).Select(district => (string[])
        [
            district,
            evidence["send11", district, Printed.July2019].ToString("0.0"),
            .. dates.Select(date => Words.Range(run.On(scenario, "send11", date, district), "0")),
        ]));
        Words.Table("Pupils of special schools: median (90% range)", head, new[] { "special-external", "special-roll" }.Select(measure => (string[])
        [
            measure,
            measure == "special-external" ? evidence[measure, SavedRun.Kent, Printed.July2019].ToString("#,0") : evidence["roll/special", SavedRun.Kent, Printed.May2019].ToString("#,0"),
            .. dates.Select(date => Words.Range(run.On(scenario, measure, date), "#,0")),
        ]));
    }
}
