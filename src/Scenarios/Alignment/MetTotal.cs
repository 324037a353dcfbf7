using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A total that a run was aligned to, and what it came to: part of the manifest, and so of the report.</summary>
/// <param name="Measure">The measure's id.</param>
/// <param name="Date">The date.</param>
/// <param name="Target">The total that was given.</param>
/// <param name="Mean">The baseline's mean over the replications of the run.</param>
/// <param name="SimulationError">Half the width of the 95% interval of that mean; null where there is one replication.</param>
/// <param name="Shifted">What was shifted, in a phrase.</param>
/// <param name="Factor">What it was multiplied by.</param>
public sealed record MetTotal(string Measure, DateOnly Date, double Target, double Mean, double? SimulationError, string Shifted, double Factor)
{
    private const string Kent = "Kent";

    /// <summary>A sentence without a full stop.</summary>
    public override string ToString() => Tell(Measure);

    /// <summary>The sentence with other words for the measure than its id.</summary>
    public string Tell(string what) => $"{what}, {Date:d MMM yyyy}: {Target:#,0.#} given, {Mean:#,0.0} met"
        + (SimulationError is double error ? $" ± {error:#,0.0}" : "") + $", with the {Shifted} times {Factor:0.####}";

    /// <summary>What each total came to.</summary>
    /// <param name="aligned">The alignment.</param>
    /// <param name="baseline">The results of the aligned baseline.</param>
    public static IReadOnlyList<MetTotal> Of(AlignedBaseline aligned, ScenarioResults baseline) => [.. aligned.Factors.Select(item =>
    {
        Summary met = Of(baseline, item.Target.Measure.Id, item.Target.Date);
        double? error = double.IsFinite(met.SimulationError) ? Math.Round(met.SimulationError, 6) : null;
        return new MetTotal(item.Target.Measure.Id, item.Target.Date, item.Target.Value, Math.Round(met.Mean, 6), error, item.Target.Measure.Of, item.Factor);
    })];

    /// <summary>A measure of Kent on a date.</summary>
    /// <exception cref="AlignmentException">It is not measured.</exception>
    public static Summary Of(ScenarioResults results, string measure, DateOnly date)
    {
        int on = results.Dates.Index().Where(item => item.Item == date).Select(item => item.Index).DefaultIfEmpty(-1).First();
        int index = results.Measures.Index().Where(item => item.Item.Id == measure && item.Item.Geography == Kent).Select(item => item.Index).DefaultIfEmpty(-1).First();
        return on >= 0 && index >= 0
            ? Summary.Of(results.Read(on, index))
            : throw new AlignmentException($"{measure} is not measured on {date:yyyy-MM-dd}, so nothing can be aligned to it.");
    }
}
