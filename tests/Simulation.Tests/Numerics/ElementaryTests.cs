using System.Security.Cryptography;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Numerics;

public class ElementaryTests
{
    private const int Points = 300_000;

    private static readonly double[] _special =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, 1e-310, -1e-310, double.Epsilon, 1e300, -1e300, 9007199254740991, -9007199254740991,
        9007199254740993, 1e19, -1e19, 1e25, -1e25, 0.9999999999999999, 1.0000000000000002, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Log_is_within_two_units_in_the_last_place()
    {
        long worst = 0;
        foreach ((double wide, double nearOne, double u) in SamplePoints())
        {
            worst = Math.Max(worst, Ulps(Elementary.Log(wide), Math.Log(wide)));
            worst = Math.Max(worst, Ulps(Elementary.Log(nearOne), Math.Log(nearOne)));
            worst = Math.Max(worst, Ulps(Elementary.Log(u), Math.Log(u)));
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Exp_is_within_two_units_in_the_last_place()
    {
        long worst = 0;
        foreach ((_, double nearOne, double u) in SamplePoints())
        {
            foreach (double x in new[] { (u * 1416) - 707, (u * 2) - 1, nearOne - 1 })
            {
                worst = Math.Max(worst, Ulps(Elementary.Exp(x), Math.Exp(x)));
            }
        }

        Assert.InRange(worst, 0, 2);
    }

    [Fact]
    public void Pow_is_within_one_part_in_ten_to_the_thirteen()
    {
        double worst = 0;
        foreach ((double wide, double nearOne, double u) in SamplePoints())
        {
            double moderate = 0.001 + (1000 * u);
            double y = (40 * ((u * 1e6) - Math.Floor(u * 1e6))) - 20;
            worst = Math.Max(worst, RelativeError(moderate, y));
            worst = Math.Max(worst, RelativeError(nearOne, y * 100));
            worst = Math.Max(worst, RelativeError(wide, y / 20));
        }

        Assert.InRange(worst, 0, 1e-13);
    }

    [Fact]
    public void Special_values_are_those_of_the_platform()
    {
        foreach (double x in _special)
        {
            Assert.InRange(Ulps(Elementary.Log(x), Math.Log(x)), 0, 2);
            Assert.InRange(Ulps(Elementary.Exp(x), Math.Exp(x)), 0, 2);
            foreach (double y in _special)
            {
                double own = Elementary.Pow(x, y);
                double platform = Math.Pow(x, y);
                bool same = Ulps(own, platform) == 0 || Math.Abs((own / platform) - 1) < 1e-13;
                Assert.True(same, $"{x:R} to the {y:R}: {own:R}, the platform has {platform:R}");
            }
        }
    }

    [Theory]
    [InlineData(709.782712893384)]
    [InlineData(709.7827128933841)]
    [InlineData(709.5)]
    [InlineData(-708.5)]
    [InlineData(-720)]
    [InlineData(-745.1332191019411)]
    [InlineData(-745.1332191019412)]
    [InlineData(-745.1332191019413)]
    public void Exp_overflows_and_underflows_where_the_platform_does(double x)
    {
        Assert.InRange(Ulps(Elementary.Exp(x), Math.Exp(x)), 0, 2);
    }

    // Computed once on x64; a machine that differs in one bit of one of 40,000 results fails here, before its digests differ.
    [Fact]
    public void Every_machine_computes_these_bits()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((double wide, double nearOne, double u) in SamplePoints().Take(10_000))
        {
            foreach (double value in new[]
                { Elementary.Log(wide), Elementary.Log(nearOne), Elementary.Exp((u * 1400) - 700), Elementary.Pow(1000 * u, nearOne * 3) })
            {
                digest.AppendData(BitConverter.GetBytes(value));
            }
        }

        Assert.Equal("ED2532C1DD13FC3BAF3EF74625B2D1C1", Convert.ToHexString(digest.GetHashAndReset().AsSpan(0, 16)));
    }

    // A number of any normal size, one between 1/2 and 2 that crowds around 1, and a uniform.
    private static IEnumerable<(double Wide, double NearOne, double U)> SamplePoints()
    {
        var draws = new Draws(new DrawKey(2024, 0), 1);
        for (ulong i = 0; i < Points; i++)
        {
            RandomBlock block = draws.Block(1, i);
            long exponent = 1 + (block.A % 2046);
            double wide = BitConverter.Int64BitsToDouble((exponent << 52) | ((long)block.B << 20) | (block.C & 0xFFFFF));
            double offset = Math.ScaleB(block.UniformC, -(int)(block.D % 50));
            yield return (wide, (block.D & 0x1000) == 0 ? 1 + offset : 1 - (offset / 2), block.Uniform53AB);
        }
    }

    private static double RelativeError(double x, double y)
    {
        double platform = Math.Pow(x, y);
        return double.IsNormal(platform) ? Math.Abs((Elementary.Pow(x, y) / platform) - 1) : 0;
    }

    // Distance in representable numbers; 0 for two NaN, huge between NaN and a number or between zeros of different sign.
    private static long Ulps(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b) || double.IsNegative(a) != double.IsNegative(b))
        {
            return double.IsNaN(a) && double.IsNaN(b) ? 0 : long.MaxValue;
        }

        return Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));
    }
}
