using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Silo.Experiments;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.SiloTests.Experiments;

/// <summary>A silo in this process, with SQLite and the real kernel.</summary>
public sealed class SiloEngineTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void One_thread_two_threads_and_a_silo_give_one_digest()
    {
        string one = RealExperiment.DigestOf(20, threads: 1);
        Assert.Equal(one, RealExperiment.DigestOf(20, threads: 2));
        Assert.Equal(one, RealExperiment.DigestOf(20, threads: 2, Engine()));
        Assert.Equal([NoteStage.Finished], Notes().Select(note => note.Stage));
    }

    [Fact]
    public async Task Two_at_once_do_not_disturb_each_other()
    {
        string[] digests = await Task.WhenAll(
            Task.Run(() => RealExperiment.DigestOf(10, threads: 1, Engine())), Task.Run(() => RealExperiment.DigestOf(10, threads: 1, Engine())));
        Assert.Equal([RealExperiment.DigestOf(10, threads: 2)], digests.Distinct());
        Assert.Equal(2, Notes().Count(note => note.Stage == NoteStage.Finished));
    }

    [Fact]
    public void An_interrupted_experiment_goes_on_from_its_file()
    {
        using var folder = new TemporaryFolder();
        using var interruption = new CancellationTokenSource();
        var progress = new Told(told =>
        {
            if (told.Completed >= 40)
            {
                interruption.Cancel();
            }
        });
        int complete;
        using (ExperimentResults partial = Experiment.Run(RealExperiment.Plan(folder.Path, 400), progress, interruption.Token, Engine()))
        {
            Assert.True(partial.IsPartial);
            complete = partial.Replications;
        }

        Assert.Equal([NoteStage.Unfinished], Notes().Select(note => note.Stage));
        int resumed = 0;
        string digest = RealExperiment.DigestOf(60, threads: 2, Engine(brought => resumed = brought));
        Assert.Equal(RealExperiment.DigestOf(60, threads: 2), digest);
        Assert.InRange(resumed, Math.Max(1, complete), 60);
        Assert.Equal([NoteStage.Finished], Notes().Select(note => note.Stage));
    }

    [Fact]
    public void The_log_of_replication_0_is_that_of_a_local_run()
    {
        Assert.Equal(LogOf(null), LogOf(Engine()));
    }

    [Fact]
    public void At_most_three_finished_ones_are_kept()
    {
        for (uint seed = 1; seed <= 5; seed++)
        {
            using var folder = new TemporaryFolder();
            var engine = new SiloEngine(Folder(), RealExperiment.Spec(seed)) { Log = TextWriter.Null };
            Experiment.Run(RealExperiment.Plan(folder.Path, 1, seed: seed), null, default, engine).Dispose();
        }

        Assert.Equal([5u, 4u, 3u], Notes().Select(note => note.Seed));
        Assert.Equal(3, Directory.GetFiles(_data.In("experiments"), "*.db").Length);
    }

    private static EventRecord[] LogOf(IExperimentEngine? engine)
    {
        using var folder = new TemporaryFolder();
        var log = new Log();
        ExperimentPlan plan = RealExperiment.Plan(folder.Path, 2) with { Log = name => name == "baseline-2019" ? log : new Log() };
        Experiment.Run(plan, null, default, engine).Dispose();
        Assert.NotEmpty(log.Records);
        return [.. log.Records];
    }

    private ExperimentFolder Folder() => new(_data.Path, TimeProvider.System);

    private IEnumerable<ExperimentNote> Notes() => Folder().List().Select(entry => entry.Note);

    private SiloEngine Engine(Action<int>? resumed = null) => new(Folder(), RealExperiment.Spec()) { Log = TextWriter.Null, Resumed = resumed };

    private sealed class Log : IEventLog
    {
        public ConcurrentQueue<EventRecord> Records { get; } = [];

        public void Record(in EventRecord happened) => Records.Enqueue(happened);
    }

    private sealed class Told(Action<ExperimentProgress> tell) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => tell(value);
    }
}
