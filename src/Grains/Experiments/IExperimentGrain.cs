namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// An experiment: hands its batches to the silos, notes which are stored, and goes on where it was after any loss of a silo, a client or
/// itself. Its key is <see cref="ExperimentKeys.Experiment"/>, so the same inputs and seed are the same experiment.
/// </summary>
[Alias("kent.IExperimentGrain")]
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>
    /// Sees to it that replications are computed, and returns at once. One that is unfinished goes on; one that is finished, cancelled or failed
    /// begins anew, and what was stored of it is forgotten. When the call has returned, the request outlives any crash.
    /// </summary>
    /// <param name="spec">The experiment; always the same for one key.</param>
    /// <param name="replications">Replications from 0 that shall be complete, at least 1.</param>
    /// <exception cref="ArgumentException">The key is that of another experiment.</exception>
    [Alias("Run")]
    Task<ExperimentStatus> Run(ExperimentSpec spec, int replications);

    /// <summary>How it stands. May be asked often: it is answered from memory.</summary>
    [Alias("GetStatus")]
    Task<ExperimentStatus> GetStatus();

    /// <summary>What it is; null where there is no such experiment.</summary>
    [Alias("GetSpec")]
    Task<ExperimentSpec?> GetSpec();

    /// <summary>Stops computing, within a second; what is stored stays, and <see cref="Run"/> goes on from there.</summary>
    [Alias("Interrupt")]
    Task Interrupt();

    /// <summary>Says that all results have been taken. They stay until the experiment is computed anew, or is one of too many.</summary>
    [Alias("Finish")]
    Task Finish();

    /// <summary>Stops computing, within a second, and forgets what is stored.</summary>
    [Alias("Cancel")]
    Task Cancel();

    /// <summary>Tells that a batch has ended, so that the next can begin at once; may be lost.</summary>
    /// <param name="attempt">The attempt the batch belongs to.</param>
    /// <param name="index">The batch.</param>
    /// <param name="status">How it ended.</param>
    [Alias("BatchEnded")]
    Task BatchEnded(int attempt, int index, BatchStatus status);

    /// <summary>Tells that the results of a batch, noted as stored, are not there: it is computed again.</summary>
    /// <param name="attempt">The attempt the batch belongs to.</param>
    /// <param name="index">The batch.</param>
    [Alias("BatchMissing")]
    Task BatchMissing(int attempt, int index);
}
