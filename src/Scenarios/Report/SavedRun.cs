using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>A mean with its 95% uncertainty interval; NaN where there was nothing to measure.</summary>
/// <param name="Mean">The mean over the replications.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Estimate(double Mean, double Low, double High)
{
    /// <summary>Whether there is anything to tell.</summary>
    public bool IsThere => !double.IsNaN(Mean);

    /// <summary>Whether the interval lies on one side of zero.</summary>
    public bool IsClear => Low > 0 || High < 0;

    /// <summary>Whether not one replication differs from zero, as far as the interval tells.</summary>
    public bool IsNothing => Mean == 0 && Low == 0 && High == 0;
}

/// <summary>A row of <c>summary.csv</c>.</summary>
/// <param name="Replications">Replications behind it.</param>
/// <param name="Baseline">The measure in the baseline.</param>
/// <param name="Value">The measure in the scenario.</param>
/// <param name="Difference">The paired difference; nothing there for the baseline itself.</param>
/// <param name="SimulationError">How well the mean (of the difference, for a strategy) is known.</param>
public sealed record SummaryRow(int Replications, Estimate Baseline, Estimate Value, Estimate Difference, double SimulationError);

/// <summary>A row of <c>ranking.csv</c>.</summary>
/// <param name="Rank">Its rank; null for the baseline.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Measure">What is ranked by.</param>
/// <param name="HigherIsBetter">Which way it gets better.</param>
/// <param name="Difference">The mean difference with the interval that holds for all strategies at once.</param>
/// <param name="BestShare">How often it is the best.</param>
public sealed record RankingRow(int? Rank, string Scenario, string Measure, bool HigherIsBetter, Estimate Difference, double BestShare);

/// <summary>One measure of one scenario on one date, over the replications.</summary>
/// <param name="Date">The date.</param>
/// <param name="Mean">The mean.</param>
/// <param name="P05">5% quantile.</param>
/// <param name="P25">Lower quartile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">Upper quartile.</param>
/// <param name="P95">95% quantile.</param>
public readonly record struct SeriesPoint(DateOnly Date, double Mean, double P05, double P25, double P50, double P75, double P95);

/// <summary>What names one row: scenario, measure and geography.</summary>
public readonly record struct RowKey(string Scenario, string Measure, string Geography);

/// <summary>A run as its files tell it, whichever version wrote them. Immutable.</summary>
public sealed class SavedRun
{
    /// <summary>The whole county.</summary>
    public const string Kent = "Kent";

    private readonly IReadOnlyDictionary<RowKey, IReadOnlyList<SeriesPoint>> _series;

    internal SavedRun(
        SavedManifest manifest,
        IReadOnlyDictionary<RowKey, SummaryRow> summary,
        IReadOnlyList<RankingRow> ranking,
        IReadOnlyDictionary<RowKey, IReadOnlyList<SeriesPoint>> series,
        IReadOnlyList<Deficit> deficits)
    {
        Manifest = manifest;
        Summary = summary;
        Ranking = ranking;
        Deficits = deficits;
        _series = series;
    }

    /// <summary>What the run was made from.</summary>
    public SavedManifest Manifest { get; }

    /// <summary>Every measure of every scenario at the horizon.</summary>
    public IReadOnlyDictionary<RowKey, SummaryRow> Summary { get; }

    /// <summary>The strategies, best first, then the baseline; empty where there was nothing to rank.</summary>
    public IReadOnlyList<RankingRow> Ranking { get; }

    /// <summary>School places short, by scenario, date and size; empty where the run has no schools.</summary>
    public IReadOnlyList<Deficit> Deficits { get; }

    /// <summary>The screening of assumptions that was added to the run; null where there is none.</summary>
    public SavedScreening? Screening { get; internal init; }

    /// <summary>The strategies, in the order of the manifest.</summary>
    public IEnumerable<SavedScenario> Strategies => Manifest.Scenarios.Skip(1);

    /// <summary>A row of the summary, or null where the run has no such measure.</summary>
    public SummaryRow? At(string scenario, string measure, string geography = Kent) =>
        Summary.GetValueOrDefault(new RowKey(scenario, measure, geography));

    /// <summary>A row of the baseline.</summary>
    public SummaryRow? Baseline(string measure, string geography = Kent) => At(Manifest.Baseline.Name, measure, geography);

    /// <summary>A measure over time, or nothing where it was not read or not measured.</summary>
    public IReadOnlyList<SeriesPoint> Series(string scenario, string measure, string geography = Kent) =>
        _series.GetValueOrDefault(new RowKey(scenario, measure, geography)) ?? [];

    /// <summary>A measure of the baseline over time.</summary>
    public IReadOnlyList<SeriesPoint> BaselineSeries(string measure) => Series(Manifest.Baseline.Name, measure);

    /// <summary>A measure of the baseline over time, of a part of Kent.</summary>
    public IReadOnlyList<SeriesPoint> BaselineSeries(string measure, string geography) => Series(Manifest.Baseline.Name, measure, geography);

    /// <summary>Whether the baseline has a measure of Kent with something to tell at the horizon.</summary>
    public bool Has(string measure) => Baseline(measure) is { Value.IsThere: true };

    /// <summary>The ids of Kent's measures that begin so.</summary>
    public IEnumerable<string> MeasuresUnder(string prefix) => Summary.Keys
        .Where(key => key.Scenario == Manifest.Baseline.Name && key.Geography == Kent && key.Measure.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => key.Measure);
}
