namespace KentSufficiency.Grains.Experiments;

/// <summary>Replications that are computed together, each with all its scenarios.</summary>
/// <param name="Index">The batch's number from 0, in the order of its replications.</param>
/// <param name="First">Its first replication.</param>
/// <param name="Count">How many replications, at least 1.</param>
public readonly record struct BatchRange(int Index, int First, int Count)
{
    /// <summary>The replication after its last.</summary>
    public int End => First + Count;
}

/// <summary>
/// How the replications of an experiment are parted into batches. A function of how many were asked for and when, so that whoever resumes an
/// experiment finds the same batches; the results do not depend on it.
/// </summary>
public static class BatchPlan
{
    /// <summary>
    /// Runs of one scenario in a batch. About a third of a second of computing: short enough to lose little when a silo is lost and to share
    /// the last replications among the cores, long enough that handing it out and storing it does not count.
    /// </summary>
    public const int RunsInBatch = 8;

    /// <summary>Replications in a batch of an experiment with so many scenarios.</summary>
    public static int SizeFor(int scenarios) => Math.Max(1, RunsInBatch / scenarios);

    /// <summary>The batches in order.</summary>
    /// <param name="stages">Ascending numbers of replications that were asked for one after the other; no batch reaches beyond one of them.</param>
    /// <param name="size">Replications in a batch.</param>
    public static IReadOnlyList<BatchRange> Ranges(IReadOnlyList<int> stages, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var ranges = new List<BatchRange>();
        int first = 0;
        foreach (int stage in stages)
        {
            for (; first < stage; first = ranges[^1].End)
            {
                ranges.Add(new BatchRange(ranges.Count, first, Math.Min(size, stage - first)));
            }
        }

        return ranges;
    }
}
