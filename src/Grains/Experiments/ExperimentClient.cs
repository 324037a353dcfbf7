using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// Talks to the grains of one experiment, patiently: a call that fails, because a silo or a gateway was lost, is made again until nobody has
/// answered for a minute. One caller at a time.
/// </summary>
public sealed class ExperimentClient
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly IExperimentGrain _experiment;

    /// <summary>Creates the client.</summary>
    /// <param name="grains">Reaches the silos.</param>
    /// <param name="id">The experiment's id.</param>
    /// <param name="time">Measures patience.</param>
    public ExperimentClient(IGrainFactory grains, string id, TimeProvider time)
    {
        (_grains, Id, _time) = (grains, id, time);
        _experiment = grains.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(id));
    }

    /// <summary>The experiment's id.</summary>
    public string Id { get; }

    /// <summary>Sees to it that replications are computed.</summary>
    /// <exception cref="EngineException">No silo answers.</exception>
    public Task<ExperimentStatus> Run(ExperimentSpec spec, int replications, CancellationToken cancellation) =>
        Call(() => _experiment.Run(spec, replications), cancellation);

    /// <summary>How it stands.</summary>
    /// <exception cref="EngineException">No silo answers.</exception>
    public Task<ExperimentStatus> GetStatus(CancellationToken cancellation) => Call(_experiment.GetStatus, cancellation);

    /// <summary>What it is; null where there is no such experiment.</summary>
    public Task<ExperimentSpec?> GetSpec(CancellationToken cancellation) => Call(_experiment.GetSpec, cancellation);

    /// <summary>Says that all results have been taken.</summary>
    public Task Finish(CancellationToken cancellation) => Call(Done(_experiment.Finish), cancellation);

    /// <summary>Stops it; what is stored stays.</summary>
    public Task Interrupt(CancellationToken cancellation) => Call(Done(_experiment.Interrupt), cancellation);

    /// <summary>Stops it and forgets what is stored.</summary>
    public Task Cancel(CancellationToken cancellation) => Call(Done(_experiment.Cancel), cancellation);

    /// <summary>The results of a batch; null where they are not there, which the experiment has then been told.</summary>
    /// <exception cref="EngineException">No silo answers, or the bytes are damaged.</exception>
    public async Task<BatchReader?> Read(int attempt, BatchRange range, CancellationToken cancellation)
    {
        IReplicationBatchGrain batch = _grains.GetGrain<IReplicationBatchGrain>(ExperimentKeys.Batch(Id, attempt, range));
        byte[]? bytes = (await Call(batch.GetResults, cancellation)).Value;
        if (bytes is null)
        {
            await Call(Done(() => _experiment.BatchMissing(attempt, range.Index)), cancellation);
            return null;
        }

        try
        {
            return new BatchReader(bytes);
        }
        catch (InvalidDataException damage)
        {
            throw new EngineException($"{batch.GetPrimaryKeyString()}: {damage.Message}", damage);
        }
    }

    private static Func<Task<bool>> Done(Func<Task> call) => async () =>
    {
        await call();
        return true;
    };

    private async Task<T> Call<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        long started = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return await call().WaitAsync(cancellation);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or ArgumentException or InvalidDataException))
            {
                if (_time.GetElapsedTime(started) > s_patience)
                {
                    throw new EngineException(
                        $"Experiment {Id} cannot be reached: no silo has answered for a minute. What is stored stays; the same command goes on. {failure.Message}",
                        failure);
                }
            }

            await Task.Delay(s_pause, _time, cancellation);
        }
    }
}
