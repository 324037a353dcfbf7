using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>The order of lots, against the plainest one.</summary>
public class LotOrderTests
{
    /// <summary>A mask of few bits makes many lots equal; one of bits apart shows that every digit counts.</summary>
    [Theory]
    [InlineData(0, 0xFFFF_FFFFu)]
    [InlineData(1, 0xFFFF_FFFFu)]
    [InlineData(3000, 0xFFFF_FFFFu)]
    [InlineData(3000, 0x8000_0401u)]
    [InlineData(3000, 0u)]
    public void The_order_is_that_of_lots_and_of_addresses_where_they_are_equal(int count, uint mask)
    {
        var order = new LotOrder();
        foreach (uint again in new uint[] { 1, 2 })
        {
            var waiting = Enumerable.Range(0, count).Select(n =>
            {
                RandomBlock luck = Philox4x32.Block(new DrawKey(3, again), (ulong)n, 1, 0);
                return (Lot: luck.A & mask, Id: ((ulong)luck.B << 32) | (uint)n, Number: n);
            }).ToList();
            order.Clear();
            waiting.ForEach(one => order.Add(one.Lot, one.Id, one.Number));

            Assert.Equal(waiting.Order().Select(one => one.Number), order.Sort().ToArray().Select(one => one.Number));
        }
    }
}
