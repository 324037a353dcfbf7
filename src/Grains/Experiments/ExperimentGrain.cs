using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Placement;
using Orleans.Storage;
using Orleans.Timers;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// Hands batches to silos and notes what is stored; see <see cref="IExperimentGrain"/>. No turn of it waits for a batch: questions are asked side
/// by side, so that a silo that does not answer holds up nobody else.
/// </summary>
internal sealed partial class ExperimentGrain : Grain, IExperimentGrain, IRemindable
{
    private const string Reminder = "resume";
    private const int MostUnanswered = 100;
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_reminderPace = TimeSpan.FromMinutes(1);

    private readonly IPersistentState<ExperimentSpecState> _spec;
    private readonly IPersistentState<ExperimentProgressState> _progress;
    private readonly ISiloStatusOracle _silos;
    private readonly ILogger _logger;
    private readonly StateSaver _saver;
    private ExperimentCourse _course = new(new ExperimentProgressState());
    private IGrainTimer? _timer;

    public ExperimentGrain(
        [PersistentState("spec", StorageNames.Experiments)] IPersistentState<ExperimentSpecState> spec,
        [PersistentState("progress", StorageNames.Experiments)] IPersistentState<ExperimentProgressState> progress,
        ISiloStatusOracle silos,
        ILogger<ExperimentGrain> logger)
    {
        (_spec, _progress, _silos, _logger) = (spec, progress, silos, logger);
        _saver = new StateSaver(Write);
    }

    private ExperimentProgressState State => _progress.State;

    private bool IsRunning => State.Stage == ExperimentStage.Running;

    private string Id => ExperimentKeys.IdOf(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _course = new ExperimentCourse(State);
        GoOn();
        return Task.CompletedTask;
    }

    public async Task<ExperimentStatus> Run(ExperimentSpec spec, int replications)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replications);
        if (spec.Id != Id || (_spec.RecordExists && _spec.State.Spec!.Id != spec.Id))
        {
            throw new ArgumentException($"The key {this.GetPrimaryKeyString()} is that of another experiment than {spec.Id}.", nameof(spec));
        }

        if (!_spec.RecordExists)
        {
            _spec.State.Spec = spec;
            await _spec.WriteStateAsync();
        }

        Ask(spec, replications);
        await _saver.Save();
        await Quietly(GrainFactory.GetGrain<IExperimentDirectoryGrain>(ExperimentKeys.Directory).Note(ExperimentEntry.Of(spec)));
        await Remind(IsRunning);
        GoOn();
        return await GetStatus();
    }

    public Task<ExperimentStatus> GetStatus() => Task.FromResult(_course.Status(_spec.State.Spec?.Scenarios.Count ?? 0));

    public Task<ExperimentSpec?> GetSpec() => Task.FromResult(_spec.State.Spec);

    public Task Interrupt() => IsRunning ? End(ExperimentStage.Stopped) : Task.CompletedTask;

    public Task Finish() => State.Stage == ExperimentStage.Complete ? End(ExperimentStage.Finished) : Task.CompletedTask;

    public async Task Cancel()
    {
        if (State.Stage != ExperimentStage.Unknown)
        {
            await End(ExperimentStage.Cancelled);
            Discard();
        }
    }

    public Task BatchEnded(int attempt, int index, BatchStatus status)
    {
        if (attempt == State.Attempt && IsRunning && _course.Find(index) is HandedBatch batch)
        {
            Hear(batch, status);
        }

        return Task.CompletedTask;
    }

    public async Task BatchMissing(int attempt, int index)
    {
        if (attempt == State.Attempt && State.IsStored(index) && State.Stage is ExperimentStage.Running or ExperimentStage.Complete)
        {
            _course.Lose(index);
            State.Stage = ExperimentStage.Running;
            await _saver.Save();
            GoOn();
        }
    }

    /// <summary>The silo that had the experiment is lost and nobody has asked since: being activated has made it go on.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => IsRunning ? Task.CompletedTask : Remind(false);

    /// <summary>Changes the state to what is asked for now.</summary>
    private void Ask(ExperimentSpec spec, int replications)
    {
        if (State.Stage is not (ExperimentStage.Running or ExperimentStage.Stopped or ExperimentStage.Complete))
        {
            Discard();
            int attempt = State.Stage == ExperimentStage.Unknown ? 0 : State.Attempt + 1;
            _progress.State = new ExperimentProgressState { Attempt = attempt, BatchSize = BatchPlan.SizeFor(spec.Scenarios.Count) };
        }

        bool isMore = State.Stages.Count == 0 || State.Stages[^1] < replications;
        if (isMore)
        {
            State.Stages.Add(replications);
        }

        // Batches that are running stay with the course they belong to.
        if (isMore || !IsRunning)
        {
            _course = new ExperimentCourse(State);
        }

        State.Target = replications;
        State.Stage = ExperimentStage.Running;
    }

    /// <summary>Hands out what there is, and starts the timer, which also asks after batches whose message was lost.</summary>
    private void GoOn()
    {
        if (!IsRunning)
        {
            return;
        }

        _timer ??= this.RegisterGrainTimer(Look, new GrainTimerCreationOptions(s_pace, s_pace) { KeepAlive = true });
        foreach (HandedBatch batch in _course.HandOut(_silos.GetActiveSilos()))
        {
            _ = Ask(batch);
        }

        if (_course.IsOver)
        {
            _ = Quietly(End(State.Failure is null ? ExperimentStage.Complete : ExperimentStage.Failed));
        }
    }

    private Task Look(CancellationToken cancellation)
    {
        GoOn();
        foreach (HandedBatch batch in _course.Handed.Where(batch => !batch.IsAsked).ToArray())
        {
            _ = Ask(batch);
        }

        return _saver.IsBehind ? _saver.Save() : Task.CompletedTask;
    }

    /// <summary>Asks a batch to run or, where it does, how it stands.</summary>
    private async Task Ask(HandedBatch batch)
    {
        batch.IsAsked = true;
        try
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, batch.Silo);
            IReplicationBatchGrain grain = BatchGrain(batch.Range);
            BatchStatus status = batch.IsAccepted
                ? await grain.GetStatus()
                : await grain.Run(new BatchRequest(_spec.State.Spec!, State.Attempt, batch.Range.Index, batch.Range.First, batch.Range.Count));
            if (IsRunning && _course.Awaits(batch))
            {
                Hear(batch, status);
            }
        }
#pragma warning disable CA1031 // Whatever it is, it is asked again, for a while.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogUnanswered(failure, Id, batch.Range.Index);
            if (++batch.Unanswered >= MostUnanswered && IsRunning && _course.Awaits(batch))
            {
                string message = $"{ExperimentKeys.Batch(Id, State.Attempt, batch.Range)} cannot be reached. {failure.Message}";
                Drop(_course.Fail(batch, new BatchFailure { Replication = batch.Range.First, Message = message }));
            }
        }
        finally
        {
            batch.IsAsked = false;
        }
    }

    private void Hear(HandedBatch batch, BatchStatus status)
    {
        Drop(_course.Hear(batch, status));
        if (status.Stage is BatchStage.Complete or BatchStage.Failed)
        {
            _ = Quietly(_saver.Save());
        }

        if (status.Stage != BatchStage.Running)
        {
            GoOn();
        }
    }

    private void Drop(IReadOnlyList<BatchRange> ranges)
    {
        foreach (BatchRange range in ranges)
        {
            _ = Quietly(BatchGrain(range).Interrupt());
        }
    }

    private async Task End(ExperimentStage stage)
    {
        BatchRange[] running = [.. _course.Handed.Select(batch => batch.Range)];
        State.Stage = stage;
        _course = new ExperimentCourse(State);
        _timer?.Dispose();
        _timer = null;
        Task stopped = Task.WhenAll(running.Select(range => Quietly(BatchGrain(range).Interrupt())));
        await _saver.Save();
        await stopped;
        await Remind(false);
    }

    private void Discard() => _ = Task.WhenAll(_course.Ranges.Select(range => Quietly(BatchGrain(range).Discard())));

    private IReplicationBatchGrain BatchGrain(BatchRange range) =>
        GrainFactory.GetGrain<IReplicationBatchGrain>(ExperimentKeys.Batch(Id, State.Attempt, range));

    private async Task Write()
    {
        try
        {
            await _progress.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            DeactivateOnIdle(); // The experiment has gone on elsewhere, and this is an activation that was thought lost.
            throw;
        }
    }

    /// <summary>A reminder resumes the experiment where nobody asks; where the host has none, asking again is what resumes it.</summary>
    private async Task Remind(bool on)
    {
        if (ServiceProvider.GetService<IReminderRegistry>() is not null)
        {
            await Quietly(on ? this.RegisterOrUpdateReminder(Reminder, s_reminderPace, s_reminderPace) : Forget());
        }

        async Task Forget()
        {
            if (await this.GetReminder(Reminder) is IGrainReminder reminder)
            {
                await this.UnregisterReminder(reminder);
            }
        }
    }

    private async Task Quietly(Task call)
    {
        try
        {
            await call;
        }
#pragma warning disable CA1031 // What could not be stopped, forgotten or noted is tried again, or ends by itself.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogIgnored(failure, Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experiment {Id} had no answer from batch {Batch} and asks again.")]
    private partial void LogUnanswered(Exception failure, string id, int batch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experiment {Id} goes on in spite of a call that failed.")]
    private partial void LogIgnored(Exception failure, string id);
}
