using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>
/// Median absolute errors over the twelve districts, of the model and of a rival who knows no more than January 2014: each district keeps its
/// share of Kent's pupils and of Kent's places. The rival is given Kent's total: the model's, or the printed one, which the model does not know.
/// </summary>
internal static class DistrictErrors
{
    private static readonly string[] s_phases = ["primary", "secondary"];

    public static void Print(SavedRun back, SavedRun ahead, Printed evidence)
    {
        string[] scenarios = [.. back.Manifest.Scenarios.Select(scenario => scenario.Name)];
        Words.Table(
            "Surplus by district, printed for three school years: median absolute error, points",
            ["phase, school year", .. scenarios.SelectMany(name => new[] { name, "rival, its total" }), "rival, printed total", "no change since 2014"],
            s_phases.SelectMany(phase => Enumerable.Range(2016, 3).Select(september => SurplusRow(back, evidence, scenarios, phase, september))));
        Words.Table(
            "Surplus by district, 2018-19, %: printed / median of each scenario",
            ["district", .. s_phases.SelectMany(phase => scenarios.Prepend("printed").Select(name => $"{phase}: {name}"))],
            evidence.Districts.Append(SavedRun.Kent).Select(district => (string[])
                [district, .. s_phases.SelectMany(phase => Surpluses(back, evidence, scenarios, $"surplus/{phase}", district))]));
        Words.Table(
            "Rolls by district, January 2019, against the derived rolls of the baseline of 2019: median absolute error, %",
            ["measure", .. scenarios.SelectMany(name => new[] { name, "rival, its total" }), "rival, printed total"],
            s_phases.Select(phase => RollRow(back, ahead, evidence, scenarios, phase)));
        Words.Table(
            "The council's forecasts of January 2014, made about a year before: error, %",
            ["measure", "median absolute error of the districts", "Kent"],
            new[] { "year-r", "primary", "year-7", "secondary-7-11" }.Select(measure => CouncilRow(evidence, measure)));
    }

    private static string[] SurplusRow(SavedRun run, Printed evidence, string[] scenarios, string phase, int september)
    {
        string measure = $"surplus/{phase}";
        double[] printed = evidence.Of(measure, new DateOnly(september + 1, 7, 31));
        var census = new DateOnly(september + 1, 1, 31);
        double[] start = run.Medians(scenarios[0], measure, Printed.January2014, evidence.Districts);
        double kentAtStart = run.On(scenarios[0], measure, Printed.January2014).P50;
        string Rival(double kent) => Error([.. start.Select(own => 100 - ((100 - own) * (100 - kent) / (100 - kentAtStart)))], printed, relative: false);
        return
        [
            $"{phase}, {Words.SchoolYear(september)}",
            .. scenarios.SelectMany(scenario => new[]
            {
                Error(run.Medians(scenario, measure, census, evidence.Districts), printed, relative: false),
                Rival(run.On(scenario, measure, census).P50),
            }),
            Rival(evidence[measure, SavedRun.Kent, new DateOnly(september + 1, 7, 31)]),
            Error(start, printed, relative: false),
        ];
    }

    private static IEnumerable<string> Surpluses(SavedRun run, Printed evidence, string[] scenarios, string measure, string district) => scenarios
        .Select(scenario => run.On(scenario, measure, new DateOnly(2019, 1, 31), district).P50)
        .Prepend(evidence[measure, district, Printed.July2019])
        .Select(surplus => surplus.ToString("0.0"));

    private static string[] RollRow(SavedRun back, SavedRun ahead, Printed evidence, string[] scenarios, string phase)
    {
        string measure = $"roll/{phase}";
        double[] derived = ahead.Medians(ahead.Manifest.Baseline.Name, measure, Printed.July2019, evidence.Districts);
        double[] start = back.Medians(scenarios[0], measure, Printed.January2014, evidence.Districts);
        string Rival(double kent) => Error([.. start.Select(own => own * kent / start.Sum())], derived, relative: true);
        var census = new DateOnly(2019, 1, 31);
        return
        [
            measure,
            .. scenarios.SelectMany(scenario => new[]
            {
                Error(back.Medians(scenario, measure, census, evidence.Districts), derived, relative: true),
                Rival(back.On(scenario, measure, census).P50),
            }),
            Rival(evidence[measure, SavedRun.Kent, Printed.May2019]),
        ];
    }

    private static string[] CouncilRow(Printed evidence, string measure)
    {
        double[] forecast = evidence.Of($"roll-forecast-target/{measure}", Printed.January2014);
        double[] actual = evidence.Of($"roll/{measure}", Printed.January2014);
        return [measure, Error(forecast, actual, relative: true), $"{100 * ((forecast.Sum() / actual.Sum()) - 1):+0.0;-0.0}"];
    }

    private static string Error(double[] said, double[] held, bool relative) =>
        Words.Median(said.Zip(held, (one, other) => Math.Abs(one - other) * (relative ? 100 / other : 1))).ToString("0.00");
}
