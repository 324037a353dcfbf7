using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Output;
using static KentSufficiency.ScenariosTests.Experiments.Experiments;

namespace KentSufficiency.ScenariosTests.Experiments;

/// <summary>
/// The fake engine's values are uniform: for cla the half-width is about 1.13 / sqrt(n) of the mean, for scs19 56.6 / sqrt(n) points.
/// </summary>
public sealed class PrecisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cla", 0.5, 100)]
    [InlineData("cla", 0.09, 200)]
    [InlineData("cla", 0.06, 400)]
    [InlineData("scs19", 7, 100)]
    [InlineData("scs19", 3, 400)]
    [InlineData("scs19", 1.5, 1600)]
    public void It_stops_at_the_first_look_that_is_good_enough(string measure, double halfWidth, int expected)
    {
        using ExperimentResults results = Run(PlanTo(measure, halfWidth));
        Assert.Equal((expected, expected), (results.Replications, results.ReplicationsAsked));
        Assert.False(results.IsPartial);
        Assert.True(results.Precision!.IsMet);
        Assert.Equal(measure == "scs19", results.Precision.InPoints);
        Assert.InRange(results.Precision.HalfWidth, 0, halfWidth);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void The_number_of_replications_and_the_digest_are_the_same_for_any_number_of_threads(int threads)
    {
        using TemporaryFolder other = new();
        using ExperimentResults precise = Run(PlanTo("cla", 0.06) with { Threads = threads });
        using ExperimentResults counted = Run(Plan(other, replications: 400, threads: 2));
        Assert.Equal(400, precise.Replications);
        Assert.Equal(counted.ComputeDigest(), precise.ComputeDigest());
        Assert.Null(counted.Precision);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(60, 60)]
    public void It_goes_on_to_the_limit_and_says_that_it_was_not_enough(int limit, int expected)
    {
        using ExperimentResults results = Run(PlanTo("cla", 1e-9, limit));
        Assert.Equal(expected, results.Replications);
        Assert.False(results.IsPartial);
        Assert.False(results.Precision!.IsMet);
    }

    [Fact]
    public void Every_replication_runs_once_for_each_scenario()
    {
        int runs = 0;
        ExperimentPlan plan = Plan(_folder, replications: 1000, beforeStrategy: _ => Interlocked.Increment(ref runs));
        Run(plan with { Precision = new PrecisionTarget("cla", 0.06) }).Dispose();
        Assert.Equal(400, runs);
    }

    [Fact]
    public void An_interrupted_run_keeps_what_is_complete_and_is_partial()
    {
        using var source = new CancellationTokenSource();
        ExperimentPlan plan = Plan(_folder, replications: 1000, threads: 1, beforeStrategy: replication =>
        {
            if (replication == 150)
            {
                source.Cancel();
            }
        });
        using ExperimentResults results = Run(plan with { Precision = new PrecisionTarget("cla", 0.06) }, source.Token);
        Assert.Equal((150, 200), (results.Replications, results.ReplicationsAsked));
        Assert.True(results.IsPartial);
    }

    private ExperimentPlan PlanTo(string measure, double halfWidth, int limit = PrecisionTarget.MostReplications) =>
        Plan(_folder, replications: limit) with { Precision = new PrecisionTarget(measure, halfWidth) };
}
