namespace KentSufficiency.Scenarios.Report;

/// <summary>The council's own foster places by state, in the baseline, and what each strategy changes of them.</summary>
internal static class SupplySection
{
    private const string Unavailable = "places-unavailable/";

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["on-hold"] = "Unavailable: carers on hold, on leave or leaving",
        ["matching"] = "Unavailable: a child must be the only one",
        ["staying-put"] = "Unavailable: a young person is Staying Put",
        ["carers-choice"] = "Unavailable: the carers' choice",
    };

    private static readonly (string Id, string Title)[] s_columns =
    [
        ("households", "Households"), ("places", "Places"), ("places-filled", "Filled"), ("places-vacant", "Vacant"), ("places-unavailable", "Unavailable"),
    ];

    /// <summary>Composes the section, or nothing where the run has none of it.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        if (run.BaselineSeries("places-filled").Count < 3)
        {
            return null;
        }

        (string, string)[] states =
        [
            ("Filled", "places-filled"),
            ("Vacant", "places-vacant"),
            .. run.MeasuresUnder(Unavailable).Select(id => (s_reasons.GetValueOrDefault(id[Unavailable.Length..], $"Unavailable: {id[Unavailable.Length..]}"), id)),
        ];
        (string, IReadOnlyList<(DateOnly Date, double Value)>)[] parts =
            [.. states.Select(state => (state.Item1, FlowSection.Sum(run, [state.Item2]))).Where(part => part.Item2.Count > 0)];
        string title = "Approved in-house places by state, baseline";
        string description = $"{title}, by month, stacked. At the end {string.Join(", ", parts.Select(part => $"{part.Item1.ToLowerInvariant()} {part.Item2[^1].Value:#,0}"))}.";
        List<ReportBlock> blocks =
        [
            new Chart("places", title, description, ChartSpecs.Stack(parts, "places"), [FlowSection.Yearly("table-places", title, parts)], "Means over the futures."),
        ];
        if (run.Strategies.Any())
        {
            blocks.Add(ByStrategy(run));
        }

        return new ReportSection("supply", "The council's own foster places", blocks);
    }

    private static TableBlock ByStrategy(SavedRun run)
    {
        (string Id, string Title)[] measures = [.. s_columns.Where(column => run.Has(column.Id))];
        return new TableBlock(
            "table-supply",
            $"What each strategy changes of them in {run.Manifest.Horizon:MMMM yyyy}",
            [new TableColumn("Strategy", IsNumber: false), .. measures.Select(measure => new TableColumn(measure.Title))],
            [
                [run.Manifest.Baseline.Title, .. measures.Select(measure => (TableCell)NumberWords.WithInterval(run.Baseline(measure.Id)!.Value, MeasureUnit.Count))],
                .. AnswerSection.Ordered(run).Select(scenario => (IReadOnlyList<TableCell>)
                    [scenario.Title, .. measures.Select(measure => (TableCell)Change(run, scenario, measure.Id))]),
            ],
            "First row: the baseline. Other rows: differences from it. In brackets: 95% uncertainty intervals.");
    }

    private static string Change(SavedRun run, SavedScenario scenario, string measure) =>
        run.At(scenario.Name, measure) is SummaryRow row ? NumberWords.SignedWithInterval(row.Difference, MeasureUnit.Count) : "-";
}
