using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.SimulationTests.SchoolYears;

/// <summary>
/// The school years allocate nothing once a replication has brought their memory to size; the planner, who makes new schemes, is off. The same
/// replication is measured three times: what the lane allocates it allocates every time, what the runtime does beside it it does once.
/// </summary>
public class SchoolAllocationTests
{
    private const int Runs = 3;

    [Fact]
    public void School_years_that_were_lived_through_before_allocate_nothing_on_any_day()
    {
        CountyParameters parameters = new TestSchools().Build();
        var lane = new SchoolYearsLane(parameters);
        var history = new SchoolHistory();
        long[] least = [.. Enumerable.Repeat(long.MaxValue, parameters.Horizon + 1)];
        for (int run = 0; run <= Runs; run++)
        {
            long before = 0;
            lane.Sabotage = (_, day) =>
            {
                long now = GC.GetAllocatedBytesForCurrentThread();
                least[day] = Math.Min(least[day], now - before);
                before = now;
            };
            lane.Live(parameters, new DrawKey(1, 0), telling: false, audit: false, history, CancellationToken.None);
        }

        Assert.All(least[1..], bytes => Assert.Equal(0, bytes));
    }

    [Fact]
    public void Starting_and_measuring_school_years_allocates_nothing_either()
    {
        SchoolsKernel kernel = new TestSchools().Kernel();
        var results = new long[kernel.Layout.Length];
        long least = long.MaxValue;
        for (int run = 0; run <= Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
