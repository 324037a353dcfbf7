using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>Words as uniforms, several at once: the bits of <see cref="RandomBlock.Uniform"/>.</summary>
internal static class Uniforms
{
    private const double TwoTo52 = 4503599627370496.0;
    private const double TwoToMinus32 = 1.0 / 4294967296.0;

    /// <summary>Words of 32 bits as uniforms: (word + 0.5) / 2^32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<ulong> words) => AndAHalf(words) * Vector256.Create(TwoToMinus32);

    /// <summary>Numbers below 2^51, and one half more. Written into the fraction of 2^52 a number needs no conversion, and the difference is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AndAHalf(Vector256<ulong> numbers) =>
        (numbers | Vector256.Create(TwoTo52).AsUInt64()).AsDouble() - Vector256.Create(TwoTo52 - 0.5);
}
