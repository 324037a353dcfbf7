using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>
/// The kernel allocates nothing once a replication has brought its memory to size. The same replication is measured three times: what the
/// kernel allocates it allocates every time, what the runtime does beside it (tests run in parallel, methods are compiled anew) it does once.
/// </summary>
public class AllocationTests
{
    private const int Runs = 3;

    [Fact]
    public void A_replication_that_was_run_before_allocates_nothing_on_any_day()
    {
        CountyKernel kernel = TestCounty.Busy().Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);
        int horizon = kernel.Dates[^1].DayNumber - kernel.Dates[0].DayNumber;
        long[] least = [.. Enumerable.Repeat(long.MaxValue, horizon + 1)];
        for (int run = 0; run < Runs; run++)
        {
            long before = 0;
            kernel.Sabotage = day =>
            {
                long now = GC.GetAllocatedBytesForCurrentThread();
                least[day] = Math.Min(least[day], now - before);
                before = now;
            };
            kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);
        }

        Assert.All(least[1..], bytes => Assert.Equal(0, bytes));
    }

    [Fact]
    public void Starting_a_replication_allocates_nothing_either()
    {
        CountyKernel kernel = TestCounty.Busy().Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);
        long least = long.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
