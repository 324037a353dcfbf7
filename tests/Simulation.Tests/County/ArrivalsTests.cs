using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.Numerics;
using MathNet.Numerics.Distributions;

namespace KentSufficiency.SimulationTests.County;

public class ArrivalsTests
{
    private const double Reference = 0.8;
    private static readonly Arrivals _stream = new(EntityKind.ReferredChild, 5, Reference);

    /// <summary>Rates in hundredths of the reference up to three layers, on any day of any replication.</summary>
    [Fact]
    public void A_higher_rate_adds_and_renames_none()
    {
        var cases =
            from low in Gen.Choose(0, 300)
            from more in Gen.Choose(0, 300)
            from day in Gen.Choose(-400, 4000)
            from seed in Gen.Choose(0, 1000)
            select (low, more, day, seed);

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var key = new DrawKey((uint)c.seed, 0);
            List<ulong> few = On(key, c.day, Reference * c.low / 100);
            List<ulong> many = On(key, c.day, Reference * (c.low + c.more) / 100);
            return few.All(many.Contains) && many.Distinct().Count() == many.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(1.4)]
    [InlineData(2.6)]
    public void A_days_arrivals_are_Poisson_at_the_rate_in_force(double layers)
    {
        int[] counts = [.. Enumerable.Range(0, 20_000).Select(day => On(new DrawKey(1, 0), day, layers * Reference).Count)];

        var expected = new Poisson(layers * Reference);
        GoodnessOfFit.AssertDiscrete(counts, expected.Probability);
    }

    [Fact]
    public void An_address_tells_kind_district_and_day()
    {
        List<ulong> ids = [.. Enumerable.Range(0, 200).SelectMany(day => On(new DrawKey(1, 0), day, 1.9 * Reference))];

        Assert.All(ids, id => Assert.Equal(EntityKind.ReferredChild, EntityId.Kind(id)));
        Assert.All(ids, id => Assert.Equal(5, EntityId.District(id)));
        Assert.All(ids, id => Assert.Equal(id, EntityId.Lead(id)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void No_rate_brings_nobody_and_an_absurd_one_is_refused()
    {
        Assert.Empty(On(new DrawKey(1, 0), 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => On(new DrawKey(1, 0), 0, 65 * Reference));
    }

    private static List<ulong> On(DrawKey key, int day, double rate)
    {
        List<ulong> ids = [];
        RandomBlock first = new Draws(key, _stream.Address).Block((ushort)Process.Arrivals, Arrivals.Ordinal(day, 0));
        _stream.On(key, day, rate, first, ids);
        return ids;
    }
}
