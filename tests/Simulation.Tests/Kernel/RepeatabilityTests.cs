using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>Results depend on seed and replication alone, whatever the kernel's memory held before.</summary>
public class RepeatabilityTests
{
    private static readonly CountyKernel _used = TestCounty.Busy().Kernel();
    private static readonly RecordedRun _fresh = RecordedRun.Of(TestCounty.Busy().Kernel(), seed: 7, replication: 3);

    [Fact]
    public void The_same_replication_twice_on_one_kernel_gives_the_same_results()
    {
        RecordedRun first = RecordedRun.Of(_used, seed: 7, replication: 3);
        RecordedRun second = RecordedRun.Of(_used, seed: 7, replication: 3);

        Assert.Equal(_fresh.Results, first.Results);
        Assert.Equal(_fresh.Results, second.Results);
        Assert.Equal(first.Events, second.Events);
    }

    [Fact]
    public void Another_replication_in_between_leaves_no_trace()
    {
        RecordedRun.Of(_used, seed: 7, replication: 4);
        RecordedRun.Of(_used, seed: 8, replication: 3);
        RecordedRun again = RecordedRun.Of(_used, seed: 7, replication: 3);

        Assert.Equal(_fresh.Results, again.Results);
        Assert.Equal(_fresh.Events, again.Events);
    }

    [Fact]
    public void A_replication_that_was_broken_off_leaves_no_trace()
    {
        var broken = TestCounty.Busy().Kernel();
        broken.Sabotage = day => throw new OperationCanceledException();
        Assert.Throws<OperationCanceledException>(() => RecordedRun.Of(broken, seed: 9));
        broken.Sabotage = day =>
        {
            if (day == 400)
            {
                throw new OperationCanceledException();
            }
        };
        Assert.Throws<OperationCanceledException>(() => RecordedRun.Of(broken, seed: 9));
        broken.Sabotage = null;

        Assert.Equal(_fresh.Events, RecordedRun.Of(broken, seed: 7, replication: 3).Events);
    }

    [Fact]
    public void Neither_log_nor_audit_changes_a_result() =>
        Assert.Equal(_fresh.Results, RecordedRun.ResultsOf(_used, seed: 7, replication: 3));

    [Fact]
    public void Seed_and_replication_both_matter()
    {
        long[] otherSeed = RecordedRun.ResultsOf(_used, seed: 8, replication: 3);
        long[] otherReplication = RecordedRun.ResultsOf(_used, seed: 7, replication: 4);

        Assert.NotEqual(_fresh.Results, otherSeed);
        Assert.NotEqual(_fresh.Results, otherReplication);
    }
}
