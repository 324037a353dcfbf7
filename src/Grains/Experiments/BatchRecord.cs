namespace KentSufficiency.Grains.Experiments;

/// <summary>What is stored of a batch: the bytes of a <see cref="BatchWriter"/>, as they are.</summary>
public sealed class BatchRecord
{
    /// <summary>The bytes; none where nothing is stored.</summary>
    public byte[] Bytes { get; set; } = [];
}
