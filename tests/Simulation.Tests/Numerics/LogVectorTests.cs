using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.SimulationTests.Numerics;

/// <summary>The vector's logarithm is the scalar's, bit by bit.</summary>
public class LogVectorTests
{
    [Fact]
    public void Eight_logarithms_at_a_time_have_the_bits_of_one()
    {
        for (ulong n = 0; n < 20_000; n++)
        {
            RandomBlock luck = new Draws(new DrawKey(2, 0), n).Block(1, 0);
            double[] x =
            [
                1 - luck.UniformA, luck.UniformB, 1 - luck.Uniform53CD, luck.Uniform53AB, 1e300 * luck.UniformC, 1e-300 * luck.UniformD, n + 1, 1.0 / (n + 1),
            ];
            var logs = new double[LogVector.Lanes];
            LogVector.Log(Vector512.Create<double>(x)).CopyTo(logs);
            Assert.Equal(x.Select(Elementary.Log).Select(BitConverter.DoubleToInt64Bits), logs.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(29)]
    public void Days_between_candidates_are_exponential_whole_days(int count)
    {
        RandomBlock[] luck = [.. Enumerable.Range(0, count).Select(n => new Draws(new DrawKey(4, 0), (ulong)n).Block(1, 0))];
        var days = new int[count + 1];
        ResidentRules.Gaps(luck, days);
        Assert.Equal(luck.Select(block => 1 + (int)(-Elementary.Log(1 - block.UniformC) * (365.25 / ResidentRates.CandidatesAYear))), days[..count]);
        Assert.Equal(0, days[count]);
    }

    [Fact]
    public void Ages_are_in_years_of_365_and_a_quarter_days()
    {
        for (int days = 0; days < 12_000; days++)
        {
            Assert.Equal((int)(days / 365.25), ResidentRules.AgeOn(-days, 0));
        }
    }
}
