namespace KentSufficiency.Scenarios.Report;

/// <summary>Composes the report of a run: what it says, apart from how it looks.</summary>
public static class ReportComposer
{
    private static readonly string[] s_prefixes =
        ["cla-by-place/", "cla-started-by-age/", "cla-ceased-by-reason/", "places-unavailable/", "cost/", "cost-real/"];

    /// <summary>Composes it.</summary>
    /// <param name="run">The run, read with <see cref="NeedsSeries"/>.</param>
    /// <param name="data">What comes from the data folder.</param>
    public static ReportDocument Compose(SavedRun run, ReportData data)
    {
        SavedManifest manifest = run.Manifest;
        int strategies = manifest.Scenarios.Count - 1;
        string what = strategies switch { 0 => "", 1 => ", and a strategy", _ => $", and {strategies} strategies" };
        ReportSection? sufficiency = SufficiencySection.Of(run);
        ReportSection?[] sections =
        [
            AnswerSection.Of(run, data),
            sufficiency,
            FlowSection.Of(run),
            SupplySection.Of(run),
            CostSection.Of(run),
            RankingSection.Of(run),
            DistrictSection.Of(run, data),
            SchoolPlacesSection.Of(run, data, hasChooser: sufficiency is not null && run.Strategies.Any()),
            SchoolMapSection.Of(run, data),
            DeficitSection.Of(run, data),
            SchemeSection.Of(run, data),
            SendSection.Of(run, data),
            SchoolCostSection.Of(run),
            DependenceSection.Of(run, data),
            AssumptionSection.Of(run, data),
            ValidationSection.Of(run, data),
            new ReportSection("limits", "What the model leaves out", [new Points(data.Limits)]),
            RunSection.Of(run),
        ];
        return new ReportDocument(
            Title(run),
            $"{manifest.Baseline.Title}{what}: {manifest.Start:MMMM yyyy} to {manifest.Horizon:MMMM yyyy}, {manifest.ReplicationsCompleted:#,0} simulated futures",
            [.. sections.OfType<ReportSection>()]);
    }

    /// <summary>Whether the report shows a measure over time.</summary>
    public static bool NeedsSeries(RowKey key) => key.Geography != SavedRun.Kent
        ? SchoolMapSection.NeedsSeries(key.Measure) || key.Measure.StartsWith(SchoolMeasures.SchemePrefix, StringComparison.Ordinal)
        : SchoolMeasures.Is(key.Measure)
            || SufficiencySection.Measures.Contains(key.Measure)
            || key.Measure is "places-filled" or "cost/total" or "cost-real/total" or "days-to-match"
            || s_prefixes.Any(prefix => key.Measure.StartsWith(prefix, StringComparison.Ordinal));

    private static string Title(SavedRun run) => !SchoolMeasures.AreIn(run) ? "Care and sufficiency in Kent"
        : SchoolMeasures.AreNotAllOf(run) ? "Care and school places in Kent"
        : "School places in Kent";
}
