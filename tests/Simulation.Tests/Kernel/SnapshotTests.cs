using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>A county taken at the end of a day holds all that the days after it need.</summary>
public class SnapshotTests
{
    private const uint Seed = 1;

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(44)]
    [InlineData(60)]
    [InlineData(333)]
    public void A_kernel_that_goes_on_from_a_day_ends_as_one_that_lived_through_it(int day)
    {
        CountyParameters parameters = TestCounty.Changing();
        RecordedRun whole = RecordedRun.Of(new CountyKernel(parameters));
        var before = new Events();
        CountySnapshot snapshot = CountySnapshot.Of(parameters, Seed, 0, day, before);
        RecordedRun after = RecordedRun.Of(new CountyKernel(parameters, null, null, snapshot));

        Assert.Equal(whole.Results, after.Results);
        Assert.Equal(whole.Events, [.. before, .. after.Events]);
        Assert.Equal(whole.Results[..snapshot.Measured.Count], snapshot.Measured);
    }

    /// <summary>One snapshot is the start of many replications: none may leave a trace in it.</summary>
    [Fact]
    public void Replications_from_one_snapshot_differ_and_each_can_be_had_again()
    {
        CountyParameters parameters = TestCounty.Changing();
        CountySnapshot snapshot = CountySnapshot.Of(parameters, Seed, 0, 100);
        var kernel = new CountyKernel(parameters, null, null, snapshot);
        var results = new List<long[]>();
        foreach (uint replication in (uint[])[1, 2, 1])
        {
            long[] run = new long[kernel.Layout.Length];
            kernel.Run(Seed, replication, run, audit: true, log: null, CancellationToken.None);
            results.Add(run);
        }

        Assert.Equal(results[0], results[2]);
        Assert.NotEqual(results[0], results[1]);
    }

    private sealed class Events : List<EventRecord>, IEventLog
    {
        public void Record(in EventRecord happened) => Add(happened);
    }
}
