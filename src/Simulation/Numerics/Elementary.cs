namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// Logarithm, exponential and power from + - * / and bit manipulation alone: the same bits on every machine, which the platform's
/// own functions do not promise. No fused multiply-add either: not every machine has one, and it rounds differently.
/// </summary>
/// <remarks>
/// Where the result is a normal number, <see cref="Log"/> and <see cref="Exp"/> are within 2 units in the last place (measured: below
/// 0.9) and <see cref="Pow"/> within 1e-13 relative. Special values are those of IEEE 754. A change of one bit here changes every
/// published digest.
/// </remarks>
public static class Elementary
{
    private const long MinNormalBits = 0x0010_0000_0000_0000;
    private const long InfinityBits = 0x7FF0_0000_0000_0000;
    private const double SmallestNormal = 2.2250738585072014E-308;
    internal const long SqrtHalfBits = 0x3FE6_A09E_667F_3BCD;

    // ln 2 in two parts. The first has 33 significant bits, so that its product with an exponent is exact.
    internal const double Ln2High = 6.93147180369123816490e-1;
    internal const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm; minus infinity at 0, NaN below.</summary>
    /// <param name="x">Any number.</param>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        if (bits is >= MinNormalBits and < InfinityBits)
        {
            LogParts parts = LogOfNormal(bits);
            return parts.Tail + parts.Fraction + parts.Exponent;
        }

        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        bool subnormal = x is > 0 and < double.PositiveInfinity;
        return subnormal ? Log(x * TwoTo(54)) - (54 * Ln2Low) - (54 * Ln2High) : x > 0 ? x : double.NaN;
    }

    /// <summary>The exponential; 0 below about -745.1, infinity above about 709.8.</summary>
    /// <param name="x">Any number.</param>
    public static double Exp(double x)
    {
        const double overflow = 709.782712893384;
        const double underflow = -745.1332191019412;
        const double perLn2 = 1.4426950408889634;
        const double rounder = 6755399441055744.0; // 1.5 * 2^52: adding it rounds to an integer.
        if (!(x >= underflow && x <= overflow))
        {
            return x > overflow ? double.PositiveInfinity : x < underflow ? 0 : double.NaN;
        }

        double exponent = ((x * perLn2) + rounder) - rounder;
        double high = x - (exponent * Ln2High);
        double low = exponent * Ln2Low;
        return Scale(ExpOfReduced(high, low), (int)exponent);
    }

    /// <summary>x to the power y, with the special values of IEEE 754.</summary>
    /// <param name="x">The base; below 0 the result is NaN unless y is an integer.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y)
    {
        bool ordinary = x > 0 && x < double.PositiveInfinity && y != 0 && y > double.NegativeInfinity && y < double.PositiveInfinity;
        if (!ordinary)
        {
            return PowOfSpecial(x, y);
        }

        if (x == 1 || y == 1)
        {
            return x;
        }

        (double high, double low) = LogInTwoParts(x);
        const double certain = 36893488147419103232.0; // 2^65: |log x| is at least 2^-53, so the result is 0 or infinite.
        if (y > certain || y < -certain)
        {
            return Exp(y * high);
        }

        double product = y * high;
        double rest = ProductError(y, high, product) + (y * low);
        double power = Exp(product);
        return power == 0 || power == double.PositiveInfinity ? power : power + (power * rest);
    }

    /// <summary>2 to an integer power that is a normal number.</summary>
    private static double TwoTo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    /// <summary>log x = Exponent + Fraction + Tail, the first two exact and in falling order of size unless Exponent is 0.</summary>
    private readonly record struct LogParts(double Exponent, double Fraction, double Tail);

    // x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2). With s = f / (2 + f), log(1 + f) = 2 artanh s; written as
    // f - f^2/2 + s (f^2/2 + series) so that the largest term is exact.
    private static LogParts LogOfNormal(long bits)
    {
        int k = (int)((bits - SqrtHalfBits) >> 52);
        double f = BitConverter.Int64BitsToDouble(bits - ((long)k << 52)) - 1;
        double half = 0.5 * f * f;
        double s = f / (2 + f);
        double tail = (s * (half + ArtanhSeries(s * s))) + (k * Ln2Low) - half;
        return new LogParts(k * Ln2High, f, tail);
    }

    // 2 (z/3 + z^2/5 + ... + z^10/21), in two interleaved halves for the sake of the pipeline. z is at most 0.0295.
    private static double ArtanhSeries(double z)
    {
        double w = z * z;
        double odd = z * ((2.0 / 3) + (w * ((2.0 / 7) + (w * ((2.0 / 11) + (w * ((2.0 / 15) + (w * (2.0 / 19)))))))));
        double even = w * ((2.0 / 5) + (w * ((2.0 / 9) + (w * ((2.0 / 13) + (w * ((2.0 / 17) + (w * (2.0 / 21)))))))));
        return odd + even;
    }

    private static (double High, double Low) LogInTwoParts(double x)
    {
        bool subnormal = x < SmallestNormal;
        LogParts parts = LogOfNormal(BitConverter.DoubleToInt64Bits(subnormal ? x * TwoTo(54) : x));
        double exponent = subnormal ? parts.Exponent - (54 * Ln2High) : parts.Exponent;
        double tail = subnormal ? parts.Tail - (54 * Ln2Low) : parts.Tail;
        double sum = exponent + parts.Fraction;
        double low = parts.Fraction - (sum - exponent) + tail;
        double high = sum + low;
        return (high, low - (high - sum));
    }

    // e^r for r = high - low between -ln(2)/2 and ln(2)/2: 1 + r + r c / (2 - c), where 2 + r - c = r coth(r / 2), whose series has
    // the Bernoulli numbers as coefficients.
    private static double ExpOfReduced(double high, double low)
    {
        double r = high - low;
        double t = r * r;
        double series = t * ((1.0 / 6) - (t * ((1.0 / 360) - (t * ((1.0 / 15120) - (t * ((1.0 / 604800)
            - (t * ((1.0 / 23950080) - (t * (691.0 / 653837184000)))))))))));
        double c = r - series;
        return 1 - (low - (r * c / (2 - c)) - high);
    }

    // y 2^k in two steps where 2^k or the result is not a normal number.
    private static double Scale(double y, int k) => k switch
    {
        > 1023 => y * 2 * TwoTo(k - 1),
        < -1021 => y * TwoTo(k + 1000) * TwoTo(-1000),
        _ => y * TwoTo(k),
    };

    // a b - product, exactly (Dekker): each factor is split into halves of 26 bits, whose products are exact.
    private static double ProductError(double a, double b, double product)
    {
        const double splitter = 134217729.0; // 2^27 + 1
        double aHigh = (a * splitter) - ((a * splitter) - a);
        double bHigh = (b * splitter) - ((b * splitter) - b);
        double aLow = a - aHigh;
        double bLow = b - bHigh;
        return (aHigh * bHigh) - product + (aHigh * bLow) + (aLow * bHigh) + (aLow * bLow);
    }

    private static double PowOfSpecial(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (double.IsInfinity(y))
        {
            double size = Math.Abs(x);
            return size == 1 ? 1 : size > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        bool integer = y == Math.Floor(y);
        bool odd = integer && Math.Abs(y) < 9007199254740992.0 && ((long)y & 1) != 0;
        double magnitude = x == 0 ? (y > 0 ? 0 : double.PositiveInfinity)
            : double.IsInfinity(x) ? (y > 0 ? double.PositiveInfinity : 0)
            : integer ? Pow(-x, y) : double.NaN;
        return odd && double.IsNegative(x) ? -magnitude : magnitude;
    }
}
