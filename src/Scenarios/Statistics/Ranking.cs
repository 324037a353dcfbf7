using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Statistics;

/// <summary>One scenario in a ranking.</summary>
/// <param name="Rank">1 for the best strategy; null for the baseline, which the others are compared with.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Difference">The paired differences from the baseline, each interval for itself; null for the baseline.</param>
/// <param name="Low">Lower end of the 95% uncertainty interval of the difference that holds for all strategies at once.</param>
/// <param name="High">Upper end of it.</param>
/// <param name="BestShare">Share of the replications in which no other scenario, the baseline included, is as good; equals share it.</param>
public sealed record RankedScenario(int? Rank, string Scenario, Summary? Difference, double Low, double High, double BestShare);

/// <summary>
/// Strategies ranked by what they change, on average, of one measure of Kent at the horizon. A replication in which the measure is not
/// there in one of the scenarios is left out for all.
/// </summary>
public sealed class Ranking
{
    private Ranking(MeasureDefinition measure, Better better, int replications, IReadOnlyList<RankedScenario> scenarios)
    {
        Measure = measure;
        Better = better;
        Replications = replications;
        Scenarios = scenarios;
    }

    /// <summary>The measure.</summary>
    public MeasureDefinition Measure { get; }

    /// <summary>Which way it gets better.</summary>
    public Better Better { get; }

    /// <summary>Replications it rests on.</summary>
    public int Replications { get; }

    /// <summary>The strategies, best first, those with equal means in the order of the experiment; then the baseline.</summary>
    public IReadOnlyList<RankedScenario> Scenarios { get; }

    /// <summary>Ranks the strategies; the first scenario is the baseline.</summary>
    /// <param name="scenarios">The results of all scenarios.</param>
    /// <param name="measure">The id of a measure that the results have and that has a direction.</param>
    public static Ranking Of(IReadOnlyList<ScenarioResults> scenarios, string measure)
    {
        ScenarioResults baseline = scenarios[0];
        (int index, MeasureDefinition definition) = baseline.Measures.Index().First(m => m.Item.Id == measure && m.Item.Geography == "Kent");
        Better better = MeasureDirections.Of(measure) ?? throw new ArgumentException($"{measure} has no direction.", nameof(measure));
        double[][] values = Together([.. scenarios.Select(scenario => scenario.Read(baseline.Dates.Count - 1, index))]);
        double[][] differences = [.. values.Skip(1).Select(strategy => strategy.Zip(values[0], (value, without) => value - without).ToArray())];
        (double Low, double High)[] intervals = SimultaneousIntervals.Of(differences);
        double[] best = BestShares(values, better);
        var strategies = differences
            .Select((difference, s) => (Summary: Summary.Of(difference), Interval: intervals[s], Index: s + 1))
            .OrderByDescending(strategy => better == Better.Higher ? strategy.Summary.Mean : -strategy.Summary.Mean)
            .Select((strategy, place) => new RankedScenario(
                place + 1,
                scenarios[strategy.Index].Name,
                strategy.Summary,
                strategy.Interval.Low,
                strategy.Interval.High,
                best[strategy.Index]));
        var last = new RankedScenario(null, baseline.Name, null, double.NaN, double.NaN, best[0]);
        return new Ranking(definition, better, values[0].Length, [.. strategies, last]);
    }

    /// <summary>The replications that have a value in every scenario.</summary>
    private static double[][] Together(double[][] values)
    {
        int[] kept = [.. Enumerable.Range(0, values[0].Length).Where(r => values.All(scenario => !double.IsNaN(scenario[r])))];
        return [.. values.Select(scenario => kept.Select(r => scenario[r]).ToArray())];
    }

    private static double[] BestShares(double[][] values, Better better)
    {
        var shares = new double[values.Length];
        int replications = values[0].Length;
        for (int r = 0; r < replications; r++)
        {
            double best = better == Better.Higher ? values.Max(scenario => scenario[r]) : values.Min(scenario => scenario[r]);
            int equals = values.Count(scenario => scenario[r] == best);
            for (int s = 0; s < values.Length; s++)
            {
                shares[s] += values[s][r] == best ? 1.0 / equals : 0;
            }
        }

        return [.. shares.Select(share => replications == 0 ? double.NaN : share / replications)];
    }
}
