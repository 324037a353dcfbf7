using System.Buffers;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// What the replications of one scenario measured. The values lie on disk and are read on demand; reading is safe from any number of
/// threads, until the <see cref="ExperimentResults"/> are disposed of.
/// </summary>
public sealed class ScenarioResults
{
    private const int ValuesPerBlock = 1 << 20;

    private readonly ResultFile _file;

    internal ScenarioResults(
        string name,
        IReadOnlyList<MeasureDefinition> measures,
        IReadOnlyList<DateOnly> dates,
        RecordLayout layout,
        int replications,
        ResultFile file)
    {
        Name = name;
        Measures = measures;
        Dates = dates;
        Layout = layout;
        Replications = replications;
        _file = file;
    }

    /// <summary>The scenario's name.</summary>
    public string Name { get; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<MeasureDefinition> Measures { get; }

    /// <summary>When, ascending: the start first, the horizon last.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>Which measures are recorded on which of the dates.</summary>
    public RecordLayout Layout { get; }

    /// <summary>Complete replications, numbered from 0.</summary>
    public int Replications { get; }

    /// <summary>How many neighbouring measures <see cref="Read(int, int, int)"/> reads at a time within 8 MB.</summary>
    public int MeasuresPerBlock => Math.Clamp(ValuesPerBlock / Math.Max(1, Replications), 1, Measures.Count);

    /// <summary>The values of one measure on one date, in the order of the replications; NaN where there was nothing to measure or the measure is not recorded on it.</summary>
    public double[] Read(int date, int measure) => Read(date, measure, 1)[0];

    /// <summary>
    /// The values of neighbouring measures on one date: for each measure, those of all replications in order. One read from disk for
    /// each replication, so it pays to ask for many measures at a time.
    /// </summary>
    /// <param name="date">Index of the date.</param>
    /// <param name="firstMeasure">Index of the first measure.</param>
    /// <param name="count">How many measures.</param>
    public double[][] Read(int date, int firstMeasure, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)date, (uint)Dates.Count, nameof(date));
        ArgumentOutOfRangeException.ThrowIfNegative(firstMeasure);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstMeasure + count, Measures.Count, nameof(count));
        double[][] values = [.. Enumerable.Range(0, count).Select(_ => new double[Replications])];
        int recorded = Math.Clamp(Layout.MeasuresOn(date) - firstMeasure, 0, count);
        Array.ForEach(values[recorded..], nothing => Array.Fill(nothing, double.NaN));
        if (recorded == 0)
        {
            return values;
        }

        long[] buffer = ArrayPool<long>.Shared.Rent(2 * recorded);
        Span<long> pairs = buffer.AsSpan(0, 2 * recorded);
        for (int replication = 0; replication < Replications; replication++)
        {
            _file.Read(replication, Layout.Offset(date, firstMeasure), pairs);
            for (int i = 0; i < recorded; i++)
            {
                values[i][replication] = Measures[firstMeasure + i].Value(pairs[2 * i], pairs[(2 * i) + 1]);
            }
        }

        ArrayPool<long>.Shared.Return(buffer);
        return values;
    }

    internal void ReadAll(Action<ReadOnlySpan<byte>> consume) => _file.ReadAll(Replications, consume);
}
