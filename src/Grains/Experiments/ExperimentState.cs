using System.Collections;

namespace KentSufficiency.Grains.Experiments;

/// <summary>What is stored of an experiment once.</summary>
[GenerateSerializer]
[Alias("kent.ExperimentSpecState")]
public sealed class ExperimentSpecState
{
    /// <summary>What it is; null before it was first asked for.</summary>
    [Id(0)]
    public ExperimentSpec? Spec { get; set; }
}

/// <summary>What is stored of an experiment as it goes on.</summary>
[GenerateSerializer]
[Alias("kent.ExperimentProgressState")]
public sealed class ExperimentProgressState
{
    /// <summary>How it stands.</summary>
    [Id(0)]
    public ExperimentStage Stage { get; set; }

    /// <summary>How often it was computed from the beginning before this time.</summary>
    [Id(1)]
    public int Attempt { get; set; }

    /// <summary>Replications that shall be complete.</summary>
    [Id(2)]
    public int Target { get; set; }

    /// <summary>Ascending numbers of replications asked for so far.</summary>
    [Id(3)]
    public List<int> Stages { get; set; } = [];

    /// <summary>Replications in a batch.</summary>
    [Id(4)]
    public int BatchSize { get; set; } = 1;

    /// <summary>A bit for each batch, from the lowest of the first byte: whether its results are stored. A bit may be late, never early.</summary>
    [Id(5)]
    public byte[] Stored { get; set; } = [];

    /// <summary>Why it failed.</summary>
    [Id(6)]
    public BatchFailure? Failure { get; set; }

    internal bool IsStored(int batch) => batch / 8 < Stored.Length && (Stored[batch / 8] & (1 << (batch % 8))) != 0;

    internal void Note(int batch, bool stored)
    {
        var bits = new BitArray(Stored);
        bits.Length = Math.Max(bits.Length, batch + 1);
        bits[batch] = stored;
        byte[] bytes = new byte[(bits.Length + 7) / 8];
        bits.CopyTo(bytes, 0);
        Stored = bytes;
    }
}
