using KentSufficiency.Simulation.Money;

namespace KentSufficiency.SimulationTests.Money;

public class PriceIndexTests
{
    [Theory]
    [InlineData(1000, 1_019_000, 1019)]
    [InlineData(1001, 1_100_000, 1101)]   // 1,101.1
    [InlineData(5, 1_100_000, 6)]         // 5.5: a half goes away from zero
    [InlineData(-5, 1_100_000, -6)]
    [InlineData(-1001, 1_100_000, -1101)]
    [InlineData(0, 1_100_000, 0)]
    public void An_amount_is_moved_to_the_nearest_penny(long pence, long level, long moved) => Assert.Equal(moved, PriceIndex.At(pence, level));

    [Theory]
    [InlineData(2000, 900_000)]
    [InlineData(2018, 900_000)]
    [InlineData(2019, 1_000_000)]
    [InlineData(2020, 1_100_000)]
    [InlineData(2050, 1_100_000)]
    public void Outside_the_years_given_the_nearest_holds(int year, long level) =>
        Assert.Equal(level, new PriceIndex(2018, [900_000, 1_000_000, 1_100_000])[year]);
}
