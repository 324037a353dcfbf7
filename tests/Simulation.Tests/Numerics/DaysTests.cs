using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.SimulationTests.Numerics;

public class DaysTests
{
    [Fact]
    public void Expected_days_are_the_duration()
    {
        // Words spread evenly over the whole range take the place of the expectation.
        const int words = 1 << 16;
        foreach (double duration in new[] { 0, 0.3, 1, 17.125, 400.999 })
        {
            long sum = 0;
            for (uint i = 0; i < words; i++)
            {
                sum += Days.Round(duration, (i << 16) | 0x8000);
            }

            Assert.Equal(duration, (double)sum / words, 1.0 / words);
        }
    }

    [Theory]
    [InlineData(0, uint.MaxValue, 0)]
    [InlineData(0, 0u, 0)]
    [InlineData(3, 0u, 3)]
    [InlineData(3.5, 0u, 4)]
    [InlineData(3.5, uint.MaxValue, 3)]
    [InlineData(3.5, 0x7FFFFFFFu, 4)]
    [InlineData(3.5, 0x80000000u, 3)]
    public void Goes_up_where_the_word_is_below_the_fraction(double duration, uint word, int days)
    {
        Assert.Equal(days, Days.Round(duration, word));
    }

    [Theory]
    [InlineData(999_999_999.5, 0u)]
    [InlineData(1e9, uint.MaxValue)]
    [InlineData(1e300, 0u)]
    [InlineData(double.PositiveInfinity, 0u)]
    public void Never_exceeds_the_longest_duration(double duration, uint word)
    {
        Assert.Equal(Days.Max, Days.Round(duration, word));
    }

    [Fact]
    public void Refuses_what_is_no_duration()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Days.Round(-0.001, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Days.Round(double.NaN, 1));
    }
}
