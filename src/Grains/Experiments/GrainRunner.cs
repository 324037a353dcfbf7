using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.Experiments;

/// <summary>Runs one experiment on silos: asks, waits, and takes the results of batches in their order.</summary>
internal sealed class GrainRunner(
    ExperimentClient client,
    ExperimentSpec spec,
    GrainEngine engine,
    ExperimentPlan plan,
    IReadOnlyList<IReplicationEngine> engines,
    IResultSink sink,
    IProgress<ExperimentProgress>? progress) : IReplicationRunner
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_paceAtEnds = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    private readonly long[] _record = new long[engines[0].Layout.Length];
    private int _taken;
    private int _replications;
    private int _attempt = -1;

    /// <inheritdoc/>
    public int Run(int replications, CancellationToken cancellation)
    {
        if (engine.TakesOnlyStored)
        {
            return Task.Run(() => TakeStored(replications, cancellation), CancellationToken.None).GetAwaiter().GetResult();
        }

        LogFirst(cancellation);
        return Task.Run(() => RunAsync(replications, cancellation), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (!engine.TakesOnlyStored)
        {
            Task.Run(() => client.Finish(CancellationToken.None)).GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The experiment lives on in its grain, whatever became of this client.
    }

    private async Task<int> TakeStored(int replications, CancellationToken cancellation)
    {
        await Take(await client.GetStatus(cancellation), cancellation);
        return Math.Min(_replications, replications);
    }

    private async Task<int> RunAsync(int replications, CancellationToken cancellation)
    {
        try
        {
            ExperimentStatus status = await Ask(replications, cancellation);
            while (_replications < replications)
            {
                status = await client.GetStatus(cancellation);
                Tell(status, replications);
                if (await IsOver(status, replications, cancellation))
                {
                    break;
                }

                await Task.Delay(PaceOf(status, replications), engine.Time, cancellation);
            }

            return Math.Min(_replications, replications);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await SayFarewell(replications);
        }
    }

    private async Task<ExperimentStatus> Ask(int replications, CancellationToken cancellation)
    {
        ExperimentStatus status = await client.Run(spec, replications, cancellation);
        if (_attempt < 0)
        {
            _attempt = status.Attempt;
            if (status.Replications > 0)
            {
                engine.Resumed?.Invoke(Math.Min(status.Replications, replications));
            }
        }

        return status;
    }

    /// <summary>Asks more often at the beginning and near the end, where somebody waits for what comes.</summary>
    private TimeSpan PaceOf(ExperimentStatus status, int replications)
    {
        int left = (replications * plan.Scenarios.Count) - status.Runs;
        return _taken == 0 || left <= 2 * BatchPlan.RunsInBatch ? s_paceAtEnds : s_pace;
    }

    /// <summary>Does what the status calls for.</summary>
    private async Task<bool> IsOver(ExperimentStatus status, int replications, CancellationToken cancellation)
    {
        if (status.Attempt != _attempt)
        {
            throw new EngineException($"Experiment {client.Id} was begun anew by somebody else: wait for it, or take another seed.");
        }

        if (engine.IsCancelled?.Invoke() == true)
        {
            await client.Cancel(cancellation);
            return true;
        }

        switch (status.Stage)
        {
            case ExperimentStage.Failed:
                throw ToException(status.Failure!);
            case ExperimentStage.Cancelled:
                return true;
            case ExperimentStage.Stopped or ExperimentStage.Unknown:
                await client.Run(spec, replications, cancellation); // Another client was interrupted; this one was not.
                return false;
        }

        await Take(status, cancellation);
        if (status.Stage == ExperimentStage.Complete && status.Target < replications)
        {
            await client.Run(spec, replications, cancellation); // Another client wanted less.
        }

        return false;
    }

    /// <summary>Takes the results of all batches that follow on those that were taken.</summary>
    private async Task Take(ExperimentStatus status, CancellationToken cancellation)
    {
        IReadOnlyList<BatchRange> ranges = status.Ranges;
        for (; _taken < status.LeadingBatches; _taken++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await client.Read(status.Attempt, ranges[_taken], cancellation) is not BatchReader reader)
            {
                return;
            }

            Write(reader, ranges[_taken]);
            _replications = ranges[_taken].End;
        }
    }

    private void Write(BatchReader reader, BatchRange range)
    {
        var expected = new BatchShape(range.First, range.Count, plan.Scenarios.Count, engines[0].Layout);
        if (reader.Shape != expected)
        {
            throw new EngineException($"The results of replications {range.First} to {range.End - 1} are of another shape: they cannot be of this version.");
        }

        for (int item = 0; item < range.Count * plan.Scenarios.Count; item++)
        {
            (int replication, int scenario) = Math.DivRem(item, plan.Scenarios.Count);
            reader.Read(_record);
            sink.Write(scenario, range.First + replication, _record);
        }
    }

    private void Tell(ExperimentStatus status, int replications)
    {
        engine.Told?.Invoke(status);
        int total = checked(replications * plan.Scenarios.Count);
        int done = Math.Min(status.Runs, total);
        if (done > 0)
        {
            progress?.Report(new ExperimentProgress(done, total));
        }
    }

    /// <summary>Interrupts the experiment, so that silos have their cores back, and takes what is complete by then.</summary>
    private async Task<int> SayFarewell(int replications)
    {
        using var patience = new CancellationTokenSource(s_farewell, engine.Time);
        try
        {
            await client.Interrupt(patience.Token);
            ExperimentStatus status = await client.GetStatus(patience.Token);
            engine.Told?.Invoke(status);
            if (status.Attempt == _attempt)
            {
                await Take(status, CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or EngineException)
        {
            // What was taken before is complete; the rest stays with the silos.
        }

        return Math.Min(_replications, replications);
    }

    private Exception ToException(BatchFailure failure) => failure.Scenario is string scenario
        ? new ExperimentException(scenario, failure.Replication, spec.Seed, new EngineException(failure.Message))
        : new EngineException(failure.Message);

    /// <summary>The log of replication 0 is made here: silos send results, not events. The same engines give the same replication.</summary>
    private void LogFirst(CancellationToken cancellation)
    {
        if (plan.Log is null || _taken > 0)
        {
            return;
        }

        for (int scenario = 0; scenario < engines.Count; scenario++)
        {
            if (cancellation.IsCancellationRequested || plan.Log(plan.Scenarios[scenario].Name) is not IEventLog log)
            {
                return;
            }

            try
            {
                Array.Clear(_record);
                engines[scenario].Run(plan.Seed, 0, _record, plan.Audit, log, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                throw new ExperimentException(plan.Scenarios[scenario].Name, 0, plan.Seed, failure);
            }
        }
    }
}
