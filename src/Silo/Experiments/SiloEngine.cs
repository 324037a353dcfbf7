using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Silo.Experiments;

/// <summary>A silo in this process, with a database file of its own for the experiment, which outlives it.</summary>
/// <param name="folder">Where the file is.</param>
/// <param name="spec">The experiment; says the same as the plan it is opened with.</param>
public sealed class SiloEngine(ExperimentFolder folder, ExperimentSpec spec) : IExperimentEngine
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "silo";

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <summary>Told how many replications an unfinished experiment brought along.</summary>
    public Action<int>? Resumed { get; init; }

    /// <summary>Where warnings and errors of the silo go.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    /// <summary>Measures patience, and tells when a note was written.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    /// <exception cref="HostingException">The silo cannot be started.</exception>
    public IReplicationRunner Open(
        ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress)
    {
        ExperimentPlace place = folder.Take(spec, plan.Replications);
        IHost? silo = null;
        try
        {
            SiloSettings settings = SiloSettings.Embedded(place.Database) with { Cores = plan.Threads, Log = Log, DrainTimeout = TimeSpan.FromSeconds(5) };
            silo = Task.Run(() => KentSilo.StartAsync(settings)).GetAwaiter().GetResult();
            var runner = new PlaceRunner(folder, place, silo, plan, Time);
            var engine = new GrainEngine(Name, silo.Services.GetRequiredService<IGrainFactory>(), spec)
            {
                Time = Time,
                Resumed = Resumed,
                Told = runner.Note,
                IsCancelled = () => place.IsToBeCancelled,
            };
            runner.Inner = engine.Open(plan, engines, sink, progress);
            return runner;
        }
        catch
        {
            silo?.Dispose();
            place.Dispose();
            throw;
        }
    }

    /// <summary>Keeps the note beside the database up to date, and takes the silo down at the end.</summary>
    private sealed class PlaceRunner(ExperimentFolder folder, ExperimentPlace place, IHost silo, ExperimentPlan plan, TimeProvider time) : IReplicationRunner
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

        private long _noted = time.GetTimestamp();

        public IReplicationRunner Inner { get; set; } = null!;

        public int Run(int replications, CancellationToken cancellation)
        {
            place.Note = place.Note! with { Replications = replications };
            return Inner.Run(replications, cancellation);
        }

        public void Finish()
        {
            Inner.Finish();
            place.Note = place.Note! with { Stage = NoteStage.Finished, Stored = place.Note.Replications };
        }

        public void Note(ExperimentStatus status)
        {
            NoteStage stage = status.Stage switch
            {
                ExperimentStage.Cancelled => NoteStage.Cancelled,
                ExperimentStage.Failed => NoteStage.Failed,
                _ => NoteStage.Unfinished,
            };
            int stored = status.Runs / plan.Scenarios.Count;
            bool isNews = stage != place.Note!.Stage || status.Stage != ExperimentStage.Running;
            if (isNews || (stored != place.Note.Stored && time.GetElapsedTime(_noted) > s_pause))
            {
                _noted = time.GetTimestamp();
                place.Note = place.Note with { Stage = stage, Stored = stored };
            }
        }

        public void Dispose()
        {
            Inner.Dispose();
            Task.Run(() => silo.StopAsync()).GetAwaiter().GetResult();
            silo.Dispose();
            if (place.IsToBeCancelled)
            {
                place.Delete();
            }

            place.Dispose();
            folder.Prune();
        }
    }
}
