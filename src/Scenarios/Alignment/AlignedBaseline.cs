using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A baseline that meets totals given from outside.</summary>
/// <param name="File">The totals.</param>
/// <param name="Source">The aligned baseline as a scenario file.</param>
/// <param name="Factors">What each total took: the factor of the odds of entering care, or of arrivals.</param>
public sealed record AlignedBaseline(AlignmentFile File, ScenarioSource Source, IReadOnlyList<(AlignmentTarget Target, double Factor)> Factors)
{
    /// <summary>A scenario as it is after the alignment: its own levers act on what the alignment has made of the baseline.</summary>
    /// <param name="scenario">The baseline or a strategy that extends it.</param>
    /// <param name="library">Reads it anew.</param>
    public Scenario Root(Scenario scenario, ScenarioLibrary library)
    {
        int before = scenario.Baseline.Sources.Count;
        return library.Load([.. scenario.Sources.Take(before), Source, .. scenario.Sources.Skip(before)]);
    }
}
