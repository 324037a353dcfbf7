using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>The county as grains lives the very days of the kernel, however its silos come and go.</summary>
public sealed class TwinTests
{
    private const uint Seed = 3;
    private const int TwoYears = 730;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Over_24_months_grains_tell_and_measure_what_the_kernel_does(short silos)
    {
        (List<EventRecord> events, long[] results) = SmallCounty.OfKernel(Seed);
        await using TwinCluster cluster = await TwinCluster.StartAsync(new FaultyStore(), silos);
        await cluster.County.Begin(SmallCounty.Definition(Seed));
        CountyStatus status = await cluster.AdvanceAsync(TwoYears);

        Assert.Null(status.Failure);
        Assert.Equal(TwoYears, status.Marker);
        Assert.Equal(events.TakeWhile(happened => happened.Date <= status.Date), await cluster.EventsAsync());
        long[] measured = await cluster.County.GetMeasured();
        Assert.Equal(results.Take(measured.Length), measured);
    }
}
