using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Statistics;

/// <summary>One measure of one scenario at the horizon, beside the baseline.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Start">The measure on the first date.</param>
/// <param name="Baseline">The measure at the horizon in the baseline.</param>
/// <param name="Value">The measure at the horizon in the scenario.</param>
/// <param name="Difference">The paired differences from the baseline, or null for the baseline itself.</param>
public sealed record HorizonRow(
    string Scenario,
    MeasureDefinition Measure,
    Summary Start,
    Summary Baseline,
    Summary Value,
    Summary? Difference);

/// <summary>Compares every scenario with the first, at the horizon.</summary>
public static class HorizonComparison
{
    /// <summary>A row for each scenario and, within it, each measure, in the order of the results.</summary>
    public static IReadOnlyList<HorizonRow> Of(IReadOnlyList<ScenarioResults> scenarios)
    {
        ScenarioResults baseline = scenarios[0];
        int horizon = baseline.Dates.Count - 1;
        var rows = new HorizonRow[scenarios.Count * baseline.Measures.Count];
        for (int first = 0; first < baseline.Measures.Count; first += baseline.MeasuresPerBlock)
        {
            int count = Math.Min(baseline.MeasuresPerBlock, baseline.Measures.Count - first);
            double[][] baselineValues = baseline.Read(horizon, first, count);
            for (int s = 0; s < scenarios.Count; s++)
            {
                double[][] starts = scenarios[s].Read(0, first, count);
                double[][] values = s == 0 ? baselineValues : scenarios[s].Read(horizon, first, count);
                for (int i = 0; i < count; i++)
                {
                    rows[(s * baseline.Measures.Count) + first + i] = new HorizonRow(
                        scenarios[s].Name,
                        baseline.Measures[first + i],
                        Summary.Of(starts[i]),
                        Summary.Of(baselineValues[i]),
                        Summary.Of(values[i]),
                        s == 0 ? null : Summary.OfDifferences(baselineValues[i], values[i]));
                }
            }
        }

        return rows;
    }
}
