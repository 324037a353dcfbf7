namespace KentSufficiency.Scenarios.Report;

/// <summary>Which measures are of schools and SEND; all others are of children's social care.</summary>
internal static class SchoolMeasures
{
    public const string SchemePrefix = "scheme-open/";

    private static readonly string[] s_prefixes =
    [
        "roll/", "capacity/", "surplus/", "p-surplus/", "deficit-places/", "demand/", "first-preference/", "first-or-second/", "fe-opened/", "fe-planned/", SchemePrefix,
    ];

    private static readonly string[] s_ids =
    [
        "population", "births", "migration-net", "sixth-form", "independent", "home-educated", "without-place", "displaced", "in-year-admissions", "fair-access",
        "ehcp", "ehcp-requests", "send11", "send10", "plans-waiting", "special-roll", "special-external", "resource-roll", "ehcp-mainstream-pct",
        "schemes-decided", "schemes-late", "schemes-failed", "bulge-places", "closures",
    ];

    /// <summary>What is spent on them, without the prefix of the prices.</summary>
    public static readonly string[] Costs =
        ["schools-capital", "schools-revenue", "developer-contributions", "special-places", "special-external", "send-transport"];

    /// <summary>The id of a cost, at constant prices where the run has them.</summary>
    public static string CostId(SavedRun run, string category) => run.Has($"cost-real/{category}") ? $"cost-real/{category}" : $"cost/{category}";

    private static readonly HashSet<string> s_all = [.. s_ids, .. Costs.SelectMany(category => (string[])[$"cost/{category}", $"cost-real/{category}"])];

    /// <summary>Whether a measure is one of them.</summary>
    public static bool Is(string measure) => s_all.Contains(measure) || s_prefixes.Any(prefix => measure.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether a run has schools.</summary>
    public static bool AreIn(SavedRun run) => Kent(run, run.Manifest.Baseline.Name).Any(row => Is(row.Key.Measure));

    /// <summary>Whether a run has anything beside schools.</summary>
    public static bool AreNotAllOf(SavedRun run) => Kent(run, run.Manifest.Baseline.Name).Any(row => !Is(row.Key.Measure) && !IsTotal(row.Key.Measure));

    /// <summary>Whether a strategy changes any of them in any future.</summary>
    public static bool AreTouchedBy(SavedRun run, string scenario) => Touches(run, scenario, Is);

    /// <summary>Whether a strategy changes anything of care in any future.</summary>
    public static bool AreNotAllTouchedBy(SavedRun run, string scenario) => Touches(run, scenario, measure => !Is(measure) && !IsTotal(measure));

    /// <summary>The strategies that change anything of schools, in the order of the report.</summary>
    public static SavedScenario[] Strategies(SavedRun run) => [.. AnswerSection.Ordered(run).Where(scenario => scenario.About != "care" && AreTouchedBy(run, scenario.Name))];

    /// <summary>What strategies change of some measures, a row for each that changes schools at all; null where there is nothing to show.</summary>
    public static TableBlock? ByStrategy(SavedRun run, string id, string caption, params (string Id, string Title)[] columns)
    {
        (string Id, string Title)[] shown = [.. columns.Where(column => run.Has(column.Id) && run.Strategies.Any(scenario => IsChanged(run, scenario, column.Id)))];
        SavedScenario[] strategies = [.. Strategies(run).Where(scenario => shown.Any(column => IsChanged(run, scenario, column.Id)))];
        return strategies.Length == 0 ? null : new TableBlock(
            id,
            caption,
            [new TableColumn("Strategy", IsNumber: false), .. shown.Select(column => new TableColumn(column.Title))],
            [
                [run.Manifest.Baseline.Title, .. shown.Select(column => (TableCell)NumberWords.WithInterval(run.Baseline(column.Id)!.Value, MeasureWords.Of(column.Id).Unit))],
                .. strategies.Select(scenario => (IReadOnlyList<TableCell>)
                    [scenario.Title, .. shown.Select(column => (TableCell)Change(run, scenario, column.Id))]),
            ],
            "First row: the baseline. Other rows: differences from it. In brackets: 95% uncertainty intervals. What no strategy changes, and strategies that change none of it, are left out.");
    }

    private static bool IsChanged(SavedRun run, SavedScenario scenario, string measure) =>
        run.At(scenario.Name, measure) is { Difference: { IsThere: true, IsNothing: false } };

    private static string Change(SavedRun run, SavedScenario scenario, string measure) =>
        run.At(scenario.Name, measure) is SummaryRow row ? NumberWords.SignedWithInterval(row.Difference, MeasureWords.Of(measure).Unit) : "-";

    /// <summary>Totals of costs hold both sides.</summary>
    private static bool IsTotal(string measure) => measure is "cost/total" or "cost-real/total";

    private static bool Touches(SavedRun run, string scenario, Func<string, bool> side) =>
        Kent(run, scenario).Any(row => row.Value.Difference is { IsThere: true, IsNothing: false } && side(row.Key.Measure));

    private static IEnumerable<KeyValuePair<RowKey, SummaryRow>> Kent(SavedRun run, string scenario) =>
        run.Summary.Where(row => row.Key.Scenario == scenario && row.Key.Geography == SavedRun.Kent);
}
