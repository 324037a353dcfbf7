using Orleans.Concurrency;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// A batch of replications: computes them on its silo, keeps the results, and gives them out. Its results are stored once and never replaced; should
/// the same batch be computed twice, both must be equal, bit for bit.
/// </summary>
[Alias("kent.IReplicationBatchGrain")]
public interface IReplicationBatchGrain : IGrainWithStringKey
{
    /// <summary>
    /// Sees to it that the batch is being computed, and returns at once. Where its results are stored or it is running already, nothing
    /// happens. When it ends, the experiment is told; that message may be lost, so whoever waits asks <see cref="GetStatus"/> as well.
    /// </summary>
    /// <param name="request">What to compute; the same for every call of one batch.</param>
    [Alias("Run")]
    [ResponseTimeout("00:00:10")]
    Task<BatchStatus> Run(BatchRequest request);

    /// <summary>How the batch stands. Changes nothing: one that was lost with its silo answers that it is idle.</summary>
    [Alias("GetStatus")]
    [ResponseTimeout("00:00:10")]
    Task<BatchStatus> GetStatus();

    /// <summary>The stored results, for a <see cref="BatchReader"/>; null where none are stored. The bytes must not be changed.</summary>
    [Alias("GetResults")]
    Task<Immutable<byte[]?>> GetResults();

    /// <summary>Stops computing, within a second, and keeps nothing of it. Stored results stay.</summary>
    [Alias("Interrupt")]
    Task Interrupt();

    /// <summary>Stops computing and forgets the results.</summary>
    [Alias("Discard")]
    Task Discard();
}
