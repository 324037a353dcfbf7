using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.GrainsTests.Experiments;

public sealed class BatchPlanTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    [InlineData(24, 1)]
    [InlineData(100, 1)]
    public void A_batch_has_about_eight_runs_and_at_least_one_replication(int scenarios, int expected) =>
        Assert.Equal(expected, BatchPlan.SizeFor(scenarios));

    [Theory]
    [InlineData(new[] { 1 }, 8)]
    [InlineData(new[] { 100, 200, 400 }, 8)]
    [InlineData(new[] { 7, 16, 1000 }, 16)]
    public void Every_replication_is_in_one_batch_and_no_batch_crosses_a_stage(int[] stages, int size)
    {
        IReadOnlyList<BatchRange> ranges = BatchPlan.Ranges(stages, size);
        Assert.Equal(Enumerable.Range(0, stages[^1]), ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)));
        Assert.Equal(Enumerable.Range(0, ranges.Count), ranges.Select(range => range.Index));
        Assert.All(ranges, range => Assert.InRange(range.Count, 1, size));
        Assert.All(stages, stage => Assert.Contains(ranges, range => range.End == stage));
    }

    [Fact]
    public void More_replications_leave_the_batches_there_were() =>
        Assert.Equal(BatchPlan.Ranges([100], 8), BatchPlan.Ranges([100, 250], 8).Take(13));
}
