using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>January 2014: the first day of the run beside what is printed of it.</summary>
internal static class Start
{
    public static void Print(SavedRun run, Printed evidence)
    {
        string scenario = run.Manifest.Baseline.Name;
        DateOnly day = Printed.January2014;
        Words.Table(
            "January 2014, by district: printed / model on the first day",
            ["district", "Year R", "Years R-6", "Year 7", "Years 7-11", "surplus R-6, %"],
            evidence.Districts.Append(SavedRun.Kent).Select(district => (string[])
            [
                district,
                Both(evidence["roll/year-r", district, day], Roll(run, scenario, district, 0, 0), "#,0"),
                Both(evidence["roll/primary", district, day], Roll(run, scenario, district, 0, 6), "#,0"),
                Both(evidence["roll/year-7", district, day], Roll(run, scenario, district, 7, 7), "#,0"),
                Both(Secondary(evidence, district, day), Roll(run, scenario, district, 7, 11), "#,0"),
                Both(evidence["surplus/primary", district, day], run.On(scenario, "surplus/primary", day, district).P50, "0.0"),
            ]));
    }

    /// <summary>Kent's own total is printed with a digit of Shepway wrong: the sum of the districts stands for it.</summary>
    private static double Secondary(Printed evidence, string district, DateOnly day) =>
        district == SavedRun.Kent ? evidence.Of("roll/secondary-7-11", day).Sum() : evidence["roll/secondary-7-11", district, day];

    private static double Roll(SavedRun run, string scenario, string district, int first, int last) => Enumerable.Range(first, last - first + 1)
        .Sum(year => run.On(scenario, year == 0 ? "roll/year-r" : $"roll/year-{year}", Printed.January2014, district).P50);

    private static string Both(double printed, double model, string format) => $"{printed.ToString(format)} / {model.ToString(format)}";
}
