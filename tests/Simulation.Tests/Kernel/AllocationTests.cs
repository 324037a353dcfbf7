using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>The kernel allocates nothing once a replication has brought its memory to size.</summary>
public class AllocationTests
{
    [Fact]
    public void A_replication_that_was_run_before_allocates_nothing_on_any_day()
    {
        CountyKernel kernel = TestCounty.Busy().Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);
        long[] atEndOfDay = new long[1000];
        kernel.Sabotage = day => atEndOfDay[day] = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);
        int horizon = kernel.Dates[^1].DayNumber - kernel.Dates[0].DayNumber;

        Assert.All(Enumerable.Range(1, horizon), day => Assert.Equal(0, atEndOfDay[day] - atEndOfDay[day - 1]));
    }

    /// <summary>What builds the initial state is made anew for every replication: five small objects, whatever the size of the county.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public void Starting_a_replication_allocates_a_handful_of_small_objects(int lookedAfter)
    {
        TestCounty county = TestCounty.Busy();
        county.LookedAfter = lookedAfter;
        CountyKernel kernel = county.Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);

        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256);
    }
}
