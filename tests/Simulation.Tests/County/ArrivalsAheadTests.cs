using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.County;

/// <summary>Arrivals drawn ahead in blocks are those of each day.</summary>
public class ArrivalsAheadTests
{
    private const double Reference = 2.7;

    [Theory]
    [InlineData(0, 30)]
    [InlineData(0.4, 1)]
    [InlineData(0.4, 200)]
    [InlineData(1, 63)]
    [InlineData(1.7, 65)]
    [InlineData(12.2, 129)]
    public void Days_ahead_bring_whom_each_day_brings(double layers, int days)
    {
        var key = new DrawKey(3, 9);
        var stream = new Arrivals(EntityKind.EarlyHelpChild, 7, Reference);
        var ahead = new ArrivalsAhead();

        ahead.Draw(stream, key, -40, -41 + days, layers * Reference);

        ulong[] expected = [.. Enumerable.Range(-40, days).SelectMany(day => On(stream, key, day, layers * Reference))];
        Assert.Equal(expected, ahead.Ids.ToArray().OrderBy(EntityId.Day).ThenBy(id => id));
        Assert.True(layers == 0 || days == 1 || expected.Length > 0);
    }

    [Fact]
    public void Streams_are_appended_until_all_is_forgotten()
    {
        var key = new DrawKey(3, 9);
        Arrivals[] streams = [.. Enumerable.Range(0, 12).Select(district => new Arrivals(EntityKind.ReferredChild, district, 40 * Reference))];
        var ahead = new ArrivalsAhead();
        foreach (Arrivals stream in streams)
        {
            ahead.Draw(stream, key, 0, 29, 40 * Reference);
        }

        Assert.Equal(streams.SelectMany(stream => Enumerable.Range(0, 30).SelectMany(day => On(stream, key, day, 40 * Reference))), ahead.Ids.ToArray());
        ahead.Clear();
        Assert.Equal(0, ahead.Ids.Length);
    }

    private static List<ulong> On(Arrivals stream, DrawKey key, int day, double rate)
    {
        List<ulong> ids = [];
        stream.On(key, day, rate, new Draws(key, stream.Address).Block((ushort)Process.Arrivals, Arrivals.Ordinal(day, 0)), ids);
        return ids;
    }
}
