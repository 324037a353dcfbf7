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

    [Fact]
    public void Starting_a_replication_allocates_nothing_either()
    {
        CountyKernel kernel = TestCounty.Busy().Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);

        long before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
