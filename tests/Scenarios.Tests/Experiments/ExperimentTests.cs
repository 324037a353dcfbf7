using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using static KentSufficiency.ScenariosTests.Experiments.Experiments;

namespace KentSufficiency.ScenariosTests.Experiments;

public sealed class ExperimentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(256)]
    public void Any_number_of_threads_gives_the_same_digest(int threads)
    {
        using TemporaryFolder other = new();
        using ExperimentResults one = Run(Plan(_folder, threads: 1));
        using ExperimentResults many = Run(Plan(other, threads: threads));
        Assert.Equal(one.ComputeDigest(), many.ComputeDigest());
        Assert.False(many.IsPartial);
    }

    [Fact]
    public void Another_seed_number_of_replications_or_name_gives_another_digest()
    {
        ExperimentPlan plan = Plan(_folder);
        ExperimentPlan[] plans =
        [
            plan,
            plan with { Seed = 2 },
            plan with { Replications = 41 },
            plan with { Scenarios = [plan.Scenarios[1], plan.Scenarios[0]] },
            plan with { Scenarios = [plan.Scenarios[0], plan.Scenarios[1] with { Name = "renamed" }] },
        ];
        Assert.Equal(plans.Length, plans.Select(DigestOf).Distinct().Count());
    }

    [Fact]
    public void Every_value_is_read_back_as_the_engine_gave_it()
    {
        using ExperimentResults results = Run(Plan(_folder, replications: 5));
        var engine = new FakeEngine { Effect = 50 };
        long[] expected = new long[engine.Layout.Length];
        for (uint replication = 0; replication < 5; replication++)
        {
            engine.Run(1, replication, expected, false, null, default);
            for (int i = 0; i < expected.Length / 2; i++)
            {
                (int date, int measure) = Math.DivRem(i, engine.Measures.Count);
                double value = engine.Measures[measure].Value(expected[2 * i], expected[(2 * i) + 1]);
                Assert.Equal(value, results.Scenarios[1].Read(date, measure)[replication]);
            }
        }
    }

    [Theory]
    [InlineData(1, 17)]
    [InlineData(4, 0)]
    public void A_cancelled_run_keeps_the_replications_before_the_first_incomplete_one(int threads, int fewest)
    {
        using var source = new CancellationTokenSource();
        ExperimentPlan plan = Plan(_folder, replications: 1000, threads: threads, beforeStrategy: replication =>
        {
            if (replication == 17)
            {
                source.Cancel();
            }
        });
        using ExperimentResults results = Run(plan, source.Token);
        Assert.True(results.IsPartial);
        Assert.InRange(results.Replications, fewest, 17);
        Assert.All(results.Scenarios, scenario => Assert.Equal(results.Replications, scenario.Read(0, 0).Length));
        if (results.Replications > 0)
        {
            Assert.Equal(DigestOf(Plan(_folder, results.Replications)), results.ComputeDigest());
        }
    }

    [Fact]
    public void A_run_cancelled_before_it_begins_has_no_replications()
    {
        using ExperimentResults results = Run(Plan(_folder), new CancellationToken(canceled: true));
        Assert.Equal(0, results.Replications);
        Assert.True(results.IsPartial);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void The_first_failure_is_named_for_any_number_of_threads(int threads)
    {
        ExperimentPlan plan = Plan(_folder, threads: threads, beforeStrategy: replication =>
        {
            if (replication >= 5)
            {
                throw new AuditException(new DateOnly(2019, 9, 1), "One child has two homes.");
            }
        });
        var failure = Assert.Throws<ExperimentException>(() => Run(plan));
        Assert.Equal(("strategy", 5), (failure.Scenario, failure.Replication));
        Assert.IsType<AuditException>(failure.InnerException);
        Assert.Contains("Replication 5 of strategy (seed 1) failed. Audit failed on 2019-09-01: One child has two homes.", failure.Message);
    }

    [Fact]
    public void Scenarios_that_measure_different_things_are_refused()
    {
        ExperimentPlan plan = Plan(_folder);
        MeasureDefinition other = new("other", "Kent", MeasureKind.Count, "children", "Other");
        plan = plan with { Scenarios = [plan.Scenarios[0], new PlannedScenario("odd", _ => new FakeEngine { Measures = [other] })] };
        Assert.Throws<InvalidOperationException>(() => Run(plan));
    }

    [Fact]
    public void Only_replication_0_is_logged_and_once_for_each_scenario()
    {
        var asked = new ConcurrentBag<string>();
        ExperimentPlan plan = Plan(_folder) with
        {
            Log = name =>
            {
                asked.Add(name);
                return null;
            },
        };
        Run(plan).Dispose();
        Assert.Equal(["base", "strategy"], asked.Order());
    }

    [Fact]
    public void Progress_counts_every_replication_of_every_scenario()
    {
        var seen = new ConcurrentBag<ExperimentProgress>();
        Experiment.Run(Plan(_folder), new Told(seen.Add), default).Dispose();
        Assert.Equal(Enumerable.Range(1, 80), seen.Select(progress => progress.Completed).Order());
        Assert.All(seen, progress => Assert.Equal(80, progress.Total));
    }

    [Fact]
    public void No_scratch_file_remains()
    {
        Run(Plan(_folder)).Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static string DigestOf(ExperimentPlan plan)
    {
        using var folder = new TemporaryFolder();
        using ExperimentResults results = Run(plan with { ScratchDirectory = folder.Path });
        return results.ComputeDigest();
    }

    private sealed class Told(Action<ExperimentProgress> tell) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => tell(value);
    }
}
