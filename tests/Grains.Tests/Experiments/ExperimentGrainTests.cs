using System.Collections.Concurrent;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.GrainsTests.Experiments;

/// <summary>Experiments on silos in this process: the digest is that of a local run, whatever happens to silos, clients and storage.</summary>
public sealed class ExperimentGrainTests : IDisposable
{
    private readonly ExperimentRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_number_of_silos_gives_the_digest_of_a_local_run(short count)
    {
        await using TestSilos silos = await TestSilos.Start(count);
        var progress = new ConcurrentBag<ExperimentProgress>();
        using ExperimentResults results = _run.Run(silos, 100, progress: new Told(progress.Add));
        Assert.Equal(ExperimentRun.LocalDigest(100), results.ComputeDigest());
        Assert.False(results.IsPartial);
        Assert.Null(_run.Resumed);
        Assert.Equal(25, silos.Storage.Batches.Count);
        Assert.All(silos.Storage.BatchWrites, batch => Assert.Equal(1, batch.Value));
        Assert.All(progress, told => Assert.True(told.Total == 200 && told.Completed is > 0 and <= 200));
        Assert.InRange(silos.Hooks.Engines.Count, 2, count * 2 * TestSilos.ScenarioNames.Length); // a set for each core, made once
    }

    [Fact]
    public async Task A_precision_asks_for_more_and_more()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        using ExperimentResults results = _run.Run(silos, PrecisionTarget.MostReplications, precision: new PrecisionTarget("cla", 0.06));
        Assert.Equal(400, results.Replications);
        Assert.Equal(ExperimentRun.LocalDigest(400), results.ComputeDigest());
    }

    [Fact]
    public async Task A_silo_lost_in_the_middle_loses_nothing_and_counts_nothing_twice()
    {
        var victim = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var killed = new ManualResetEventSlim();
        var hooks = new Hooks
        {
            Before = seen =>
            {
                if (seen.Replication >= 40)
                {
                    victim.TrySetResult(seen.Silo);
                    killed.Wait(ExperimentRun.Patience, seen.Cancellation);
                }
            },
        };
        await using TestSilos silos = await TestSilos.Start(2, hooks);
        Task<ExperimentResults> running = _run.Start(silos, 200);
        string name = await victim.Task.WaitAsync(ExperimentRun.Patience);
        await silos.Cluster.KillSiloAsync(silos.Cluster.Silos.Single(silo => silo.Name == name));
        killed.Set();
        using ExperimentResults results = await running.WaitAsync(ExperimentRun.Patience);
        Assert.Equal(ExperimentRun.LocalDigest(200), results.ComputeDigest());
        Assert.Equal(50, silos.Storage.Batches.Count);
    }

    [Fact]
    public async Task A_client_that_comes_again_goes_on_where_the_experiment_is()
    {
        using var source = new CancellationTokenSource();
        using var interrupted = new ManualResetEventSlim();
        var hooks = new Hooks();
        hooks.Before = seen =>
        {
            if (seen.Replication >= 40 && !interrupted.IsSet)
            {
                source.Cancel();
                interrupted.Wait(ExperimentRun.Patience, seen.Cancellation);
            }
        };
        await using TestSilos silos = await TestSilos.Start(1, hooks);
        using (ExperimentResults partial = await _run.Start(silos, 100, source.Token).WaitAsync(ExperimentRun.Patience))
        {
            Assert.True(partial.IsPartial);
            Assert.InRange(partial.Replications, 4, 40);
            Assert.Equal(ExperimentRun.LocalDigest(partial.Replications), partial.ComputeDigest());
        }

        Assert.Equal(ExperimentStage.Stopped, (await Experiment(silos).GetStatus()).Stage);
        interrupted.Set();
        var ran = new ConcurrentBag<uint>();
        hooks.Before = seen => ran.Add(seen.Replication);
        using var again = new ExperimentRun();
        using ExperimentResults whole = again.Run(silos, 100);
        Assert.Equal(ExperimentRun.LocalDigest(100), whole.ComputeDigest());
        Assert.InRange(again.Resumed ?? 0, 4, 40);
        Assert.DoesNotContain(0u, ran);
        Assert.All(silos.Storage.BatchWrites, batch => Assert.Equal(1, batch.Value));
    }

    [Fact]
    public async Task A_finished_experiment_is_computed_anew_and_its_old_results_are_forgotten()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        _run.Run(silos, 20).Dispose();
        Assert.Equal(ExperimentStage.Finished, (await Experiment(silos).GetStatus()).Stage);
        using var again = new ExperimentRun();
        using ExperimentResults results = again.Run(silos, 20);
        Assert.Equal(ExperimentRun.LocalDigest(20), results.ComputeDigest());
        Assert.Null(again.Resumed);
        Assert.Equal(1, (await Experiment(silos).GetStatus()).Attempt);
        await Until(() => silos.Storage.Batches.Count == 5);
    }

    [Fact]
    public async Task An_unequal_duplicate_is_an_alarm()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        InsertBeforeFirstWrite(silos, differing: true);
        EngineException alarm = Assert.Throws<EngineException>(() => _run.Run(silos, 20));
        Assert.Contains("were computed twice, with unequal results", alarm.Message);
        Assert.Equal(ExperimentStage.Failed, (await Experiment(silos).GetStatus()).Stage);
    }

    [Fact]
    public async Task An_equal_duplicate_is_none()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        InsertBeforeFirstWrite(silos, differing: false);
        using ExperimentResults results = _run.Run(silos, 20);
        Assert.Equal(ExperimentRun.LocalDigest(20), results.ComputeDigest());
    }

    [Fact]
    public async Task A_storage_that_fails_now_and_then_loses_nothing()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        int writes = 0;
        silos.Storage.BeforeWrite = _ =>
        {
            if (Interlocked.Increment(ref writes) % 3 == 0)
            {
                throw new IOException("The disk is tired.");
            }
        };
        using ExperimentResults results = _run.Run(silos, 30);
        Assert.Equal(ExperimentRun.LocalDigest(30), results.ComputeDigest());
    }

    [Fact]
    public async Task Results_that_are_lost_are_computed_again()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        ExperimentStatus status = await Experiment(silos).Run(TestSilos.Spec(), 40);
        await Until(async () => (await Experiment(silos).GetStatus()).Stage == ExperimentStage.Complete);
        await silos.Grains.GetGrain<IReplicationBatchGrain>(ExperimentKeys.Batch(TestSilos.Spec().Id, status.Attempt, status.Ranges[2])).Discard();
        using ExperimentResults results = _run.Run(silos, 40);
        Assert.Equal(ExperimentRun.LocalDigest(40), results.ComputeDigest());
        Assert.Equal(40, _run.Resumed);
    }

    [Fact]
    public async Task Cancelling_reaches_a_kernel_that_runs_and_forgets_what_is_stored()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hooks = new Hooks
        {
            Before = seen =>
            {
                if (seen.Replication == 20)
                {
                    seen.Cancellation.WaitHandle.WaitOne(ExperimentRun.Patience);
                    ended.TrySetResult();
                    seen.Cancellation.ThrowIfCancellationRequested();
                }
            },
        };
        await using TestSilos silos = await TestSilos.Start(1, hooks);
        Task<ExperimentResults> running = _run.Start(silos, 1000);
        await Until(async () => (await Experiment(silos).GetStatus()).Replications >= 16);
        await Experiment(silos).Cancel();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(5));
        using ExperimentResults results = await running.WaitAsync(ExperimentRun.Patience);
        Assert.True(results.IsPartial);
        Assert.Equal(ExperimentStage.Cancelled, (await Experiment(silos).GetStatus()).Stage);
        await Until(() => silos.Storage.Batches.Count == 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_first_failure_is_named_as_in_a_local_run(short count)
    {
        var hooks = new Hooks
        {
            Before = seen =>
            {
                if (seen.Replication >= 21 && seen.Scenario == "strategy")
                {
                    throw new InvalidOperationException("One child has two homes.");
                }
            },
        };
        await using TestSilos silos = await TestSilos.Start(count, hooks);
        var failure = Assert.Throws<ExperimentException>(() => _run.Run(silos, 200));
        Assert.Equal("Replication 21 of strategy (seed 1) failed. One child has two homes.", failure.Message);
        Assert.Equal(("strategy", 21), (failure.Scenario, failure.Replication));
    }

    [Fact]
    public async Task A_silo_with_other_data_refuses_and_says_why()
    {
        await using TestSilos silos = await TestSilos.Start(1, dataOf: _ => "other");
        EngineException refusal = Assert.Throws<EngineException>(() => _run.Run(silos, 20));
        Assert.Contains("refuses the experiment: its data (other) are not those of the experiment (data)", refusal.Message);
    }

    [Fact]
    public async Task Beside_a_silo_with_other_data_the_others_do_the_work()
    {
        string? strange = null;
        var ran = new ConcurrentBag<string>();
        var hooks = new Hooks { Before = seen => ran.Add(seen.Silo) };
        await using TestSilos silos = await TestSilos.Start(2, hooks, name => name == (strange ??= name) ? "other" : "data");
        using ExperimentResults results = _run.Run(silos, 60);
        Assert.Equal(ExperimentRun.LocalDigest(60), results.ComputeDigest());
        Assert.DoesNotContain(strange, ran);
    }

    [Fact]
    public async Task A_key_of_another_experiment_is_refused()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        await Assert.ThrowsAsync<ArgumentException>(() => Experiment(silos).Run(TestSilos.Spec(seed: 2), 10));
        Assert.Equal(ExperimentStage.Unknown, (await Experiment(silos).GetStatus()).Stage);
    }

    [Fact]
    public async Task The_directory_lists_the_latest_first()
    {
        await using TestSilos silos = await TestSilos.Start(1);
        foreach (uint seed in (uint[])[1, 2, 1])
        {
            ExperimentSpec spec = TestSilos.Spec(seed);
            await silos.Grains.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(spec.Id)).Run(spec, 5);
        }

        IReadOnlyList<ExperimentEntry> entries = await silos.Grains.GetGrain<IExperimentDirectoryGrain>(ExperimentKeys.Directory).List();
        Assert.Equal([1u, 2u], entries.Select(entry => entry.Seed));
    }

    private static IExperimentGrain Experiment(TestSilos silos) =>
        silos.Grains.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(TestSilos.Spec().Id));

    /// <summary>Lets another activation store the first batch at the last moment.</summary>
    private static void InsertBeforeFirstWrite(TestSilos silos, bool differing)
    {
        int inserted = 0;
        silos.Storage.BeforeWrite = grain =>
        {
            if (grain.Key.ToString()!.StartsWith("batch/", StringComparison.Ordinal) && Interlocked.Exchange(ref inserted, 1) == 0)
            {
                string range = grain.Key.ToString()!.Split('/')[^1];
                silos.Storage.Insert("batch", grain, Stored(int.Parse(range.Split('-')[0]), int.Parse(range.Split('-')[1]), differing));
            }
        };
    }

    /// <summary>A batch as it lies in the store.</summary>
    private static byte[] Stored(int first, int count, bool differing)
    {
        var engines = TestSilos.ScenarioNames.Select(TestSilos.Engine).ToArray();
        var shape = new BatchShape(first, count, engines.Length, engines[0].Layout);
        var writer = new BatchWriter(shape);
        long[] record = new long[shape.RecordLength];
        for (int item = 0; item < count * engines.Length; item++)
        {
            engines[item % engines.Length].Run(1, (uint)(first + (item / engines.Length)), record, false, null, default);
            record[0] += differing ? 1 : 0;
            writer.Add(record);
        }

        return [(byte)'K', (byte)'X', 1, 1, .. writer.Finish()];
    }

    private static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    /// <summary>Asks until it is so; what is waited for says nothing by itself.</summary>
    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(ExperimentRun.Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await isSo())
        {
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }

    private sealed class Told(Action<ExperimentProgress> tell) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => tell(value);
    }
}
