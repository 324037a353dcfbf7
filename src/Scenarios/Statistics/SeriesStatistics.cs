using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Scenarios.Statistics;

/// <summary>The summary of every measure of one scenario on every date.</summary>
public sealed class SeriesStatistics
{
    private readonly Summary[] _summaries;
    private readonly int _measures;

    private SeriesStatistics(Summary[] summaries, int measures)
    {
        _summaries = summaries;
        _measures = measures;
    }

    /// <summary>The summary of one measure on one date.</summary>
    public Summary this[int date, int measure] => _summaries[(date * _measures) + measure];

    /// <summary>
    /// Reads all results of a scenario, a few megabytes at a time, on several threads. The outcome does not depend on their number.
    /// </summary>
    public static SeriesStatistics Of(ScenarioResults results, int threads)
    {
        int measures = results.Measures.Count;
        int perBlock = results.MeasuresPerBlock;
        int blocks = (measures + perBlock - 1) / perBlock;
        var summaries = new Summary[results.Dates.Count * measures];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(threads, 1, Environment.ProcessorCount) };
        Parallel.For(0, results.Dates.Count * blocks, options, task =>
        {
            (int date, int block) = Math.DivRem(task, blocks);
            int first = block * perBlock;
            double[][] values = results.Read(date, first, Math.Min(perBlock, measures - first));
            for (int i = 0; i < values.Length; i++)
            {
                summaries[(date * measures) + first + i] = Summary.Of(values[i]);
            }
        });

        return new SeriesStatistics(summaries, measures);
    }
}
