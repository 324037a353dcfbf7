using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Statistics;

/// <summary>The summary of every measure of one scenario on every date on which it is recorded.</summary>
public sealed class SeriesStatistics
{
    private static readonly Summary s_nothing = Summary.Of([]);

    private readonly Summary[] _summaries;
    private readonly RecordLayout _layout;

    private SeriesStatistics(Summary[] summaries, RecordLayout layout)
    {
        _summaries = summaries;
        _layout = layout;
    }

    /// <summary>The summary of one measure on one date; of no value at all where the measure is not recorded on it.</summary>
    public Summary this[int date, int measure] => _layout.Offset(date, measure) is int at and >= 0 ? _summaries[at / 2] : s_nothing;

    /// <summary>
    /// Reads all results of a scenario, a few megabytes at a time, on several threads. The outcome does not depend on their number.
    /// </summary>
    public static SeriesStatistics Of(ScenarioResults results, int threads)
    {
        RecordLayout layout = results.Layout;
        int perBlock = results.MeasuresPerBlock;
        int blocks = (layout.Measures + perBlock - 1) / perBlock;
        var summaries = new Summary[layout.Length / 2];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(threads, 1, Environment.ProcessorCount) };
        Parallel.For(0, layout.Dates * blocks, options, task =>
        {
            (int date, int block) = Math.DivRem(task, blocks);
            int first = block * perBlock;
            int count = Math.Clamp(layout.MeasuresOn(date) - first, 0, perBlock);
            double[][] values = results.Read(date, first, count);
            for (int i = 0; i < count; i++)
            {
                summaries[layout.Offset(date, first + i) / 2] = Summary.Of(values[i]);
            }
        });

        return new SeriesStatistics(summaries, layout);
    }
}
