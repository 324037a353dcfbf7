using KentSufficiency.Scenarios.Experiments;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Placement;

namespace KentSufficiency.Grains.Experiments;

/// <summary>Computes a batch off the grain scheduler and stores it; see <see cref="IReplicationBatchGrain"/>.</summary>
[RandomPlacement]
[CollectionAgeLimit(Minutes = 2)]
internal sealed partial class ReplicationBatchGrain(
    [PersistentState("batch", StorageNames.Experiments)] IPersistentState<BatchRecord> record,
    KernelSlots slots,
    ModelIdentity model,
    ILocalSiloDetails silo,
    TimeProvider time,
    ILogger<ReplicationBatchGrain> logger) : Grain, IReplicationBatchGrain
{
    private const int MostWrites = 120;
    private static readonly TimeSpan s_pauseBetweenWrites = TimeSpan.FromMilliseconds(500);

    private CancellationTokenSource? _running;
    private BatchFailure? _failure;
    private int _runs;

    public Task<BatchStatus> Run(BatchRequest request)
    {
        if (!record.RecordExists && _running is null)
        {
            if (model.Refuses(request.Spec) is string reason)
            {
                DeactivateOnIdle(); // So that it can come to life on another silo.
                return Task.FromResult(Status(BatchStage.Refused) with
                {
                    Failure = new BatchFailure
                    {
                        Replication = request.First,
                        Message = $"Silo {silo.Name} refuses the experiment: {reason}. Run one version with one data folder everywhere.",
                    },
                });
            }

            (_failure, _runs, _running) = (null, 0, new CancellationTokenSource());
            _ = Work(request, _running);
        }

        return GetStatus();
    }

    public Task<BatchStatus> GetStatus() => Task.FromResult(Status(
        _failure is not null ? BatchStage.Failed // Also where unequal results are stored.
        : record.RecordExists ? BatchStage.Complete
        : _running is not null ? BatchStage.Running
        : BatchStage.Idle));

    public Task<Immutable<byte[]?>> GetResults()
    {
        // Whoever has taken them needs the copy in memory no more.
        DeactivateOnIdle();
        return Task.FromResult(new Immutable<byte[]?>(record.RecordExists ? record.State.Bytes : null));
    }

    public async Task Interrupt()
    {
        if (_running is not null)
        {
            await _running.CancelAsync();
        }
    }

    public async Task Discard()
    {
        await Interrupt();
        if (record.RecordExists)
        {
            await record.ClearStateAsync();
        }

        DeactivateOnIdle();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Interrupt();

    /// <summary>Goes on between the calls of this grain: the kernel has a thread of its own, and all else is short.</summary>
    private async Task Work(BatchRequest request, CancellationTokenSource running)
    {
        using (running)
        {
            try
            {
                byte[] bytes = await slots.Run(request, done => Volatile.Write(ref _runs, done), running.Token);
                await Store(bytes, request, running.Token);
            }
            catch (OperationCanceledException)
            {
                _runs = 0;
            }
            catch (ExperimentException failure)
            {
                int scenario = request.Spec.Scenarios.Index().First(item => item.Item.Name == failure.Scenario).Index;
                string cause = failure.InnerException?.Message ?? failure.Message;
                _failure = new BatchFailure { Scenario = failure.Scenario, ScenarioIndex = scenario, Replication = failure.Replication, Message = cause };
            }
#pragma warning disable CA1031 // Nobody awaits this: whatever went wrong is told with the status.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(failure, this.GetPrimaryKeyString());
                _failure = new BatchFailure { Replication = request.First, Message = failure.Message };
            }

            _running = null;
        }

        await Tell(request);
    }

    /// <summary>Stores the results, however long the storage is away, within a minute. What is stored already must be the same.</summary>
    private async Task Store(byte[] bytes, BatchRequest request, CancellationToken cancellation)
    {
        for (int write = 1; ; write++)
        {
            try
            {
                record.State = new BatchRecord { Bytes = bytes };
                await record.WriteStateAsync(CancellationToken.None);
                return;
            }
            catch (Exception failure) when (write < MostWrites)
            {
                LogWriteFailure(failure, this.GetPrimaryKeyString(), write);
            }

            // The write may have succeeded for all that we know, and after a conflict another activation's has.
            if (await TryRead() && record.RecordExists)
            {
                Compare(bytes, record.State.Bytes, request);
                return;
            }

            await Task.Delay(s_pauseBetweenWrites, time, cancellation);
        }
    }

    private async Task<bool> TryRead()
    {
        try
        {
            await record.ReadStateAsync(CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (failure is not InvalidDataException)
        {
            return false;
        }
    }

    private void Compare(byte[] computed, byte[] stored, BatchRequest request)
    {
        if (!computed.AsSpan().SequenceEqual(stored))
        {
            LogAlarm(this.GetPrimaryKeyString());
            throw new UnequalResultsException(
                $"Replications {request.First} to {request.First + request.Count - 1} were computed twice, with unequal results. "
                + "Results must not depend on the machine: trust none of this experiment, and report it as a defect.");
        }
    }

    private async Task Tell(BatchRequest request)
    {
        try
        {
            IExperimentGrain experiment = GrainFactory.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(request.Spec.Id));
            await experiment.BatchEnded(request.Attempt, request.Index, await GetStatus());
        }
#pragma warning disable CA1031 // It asks as well.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUntold(failure, this.GetPrimaryKeyString());
        }
    }

    private BatchStatus Status(BatchStage stage) =>
        new() { Stage = stage, Runs = Volatile.Read(ref _runs), Silo = silo.SiloAddress, Cores = slots.Count, Failure = _failure };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Batch} could not be stored at attempt {Write} and is tried again.")]
    private partial void LogWriteFailure(Exception failure, string batch, int write);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Batch} was computed twice with unequal results: none of its experiment can be trusted.")]
    private partial void LogAlarm(string batch);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Batch} failed.")]
    private partial void LogFailure(Exception failure, string batch);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Batch} could not tell its experiment that it has ended.")]
    private partial void LogUntold(Exception failure, string batch);
}
