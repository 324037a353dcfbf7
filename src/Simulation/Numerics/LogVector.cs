using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// <see cref="Elementary.Log"/> of eight numbers at a time: the same operations in the same order, so the same bits, on any machine.
/// </summary>
internal static class LogVector
{
    /// <summary>Numbers at a time.</summary>
    public const int Lanes = 8;

    /// <summary>Natural logarithms of positive normal numbers; of anything else they are rubbish.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<long> bits = x.AsInt64();
        Vector512<long> k = (bits - Vector512.Create(Elementary.SqrtHalfBits)) >> 52;
        Vector512<double> exponent = Vector512.ConvertToDouble(k);
        Vector512<double> f = (bits - (k << 52)).AsDouble() - Vector512.Create(1.0);
        Vector512<double> half = Vector512.Create(0.5) * f * f;
        Vector512<double> s = f / (Vector512.Create(2.0) + f);
        Vector512<double> tail = (s * (half + ArtanhSeries(s * s))) + (exponent * Elementary.Ln2Low) - half;
        return tail + f + (exponent * Elementary.Ln2High);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ArtanhSeries(Vector512<double> z)
    {
        Vector512<double> w = z * z;
        Vector512<double> odd = z * (Of(2.0 / 3) + (w * (Of(2.0 / 7) + (w * (Of(2.0 / 11) + (w * (Of(2.0 / 15) + (w * (2.0 / 19)))))))));
        Vector512<double> even = w * (Of(2.0 / 5) + (w * (Of(2.0 / 9) + (w * (Of(2.0 / 13) + (w * (Of(2.0 / 17) + (w * (2.0 / 21)))))))));
        return odd + even;
    }

    private static Vector512<double> Of(double value) => Vector512.Create(value);
}
