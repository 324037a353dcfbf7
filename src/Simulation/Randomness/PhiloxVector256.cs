using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>Philox4x32-10 at 4 addresses at a time, on processors with AVX2.</summary>
/// <remarks>
/// Each 32-bit counter word lives in a 64-bit lane whose upper half is ignored: the widening multiplication reads the low halves only,
/// so a round needs no shuffle, and entities and ordinals are loaded as they are.
/// </remarks>
internal static class PhiloxVector256
{
    /// <summary>How many blocks are made at a time.</summary>
    public const int Lanes = 4;

    /// <summary>Whether the processor has the instructions. Those that do are little-endian, which the packing relies on.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Fills as many blocks as make whole vectors, from the first, and returns their number: 0 where unsupported.</summary>
    // At its first call already: code made ahead of time has no such vectors, and code made in haste keeps them in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fill(
        DrawKey key, ReadOnlySpan<ulong> entities, ushort process, ReadOnlySpan<ulong> ordinals, Span<RandomBlock> blocks)
    {
        if (!IsSupported)
        {
            return 0;
        }

        int whole = blocks.Length - (blocks.Length % Lanes);
        Span<Vector128<ulong>> output = MemoryMarshal.Cast<RandomBlock, Vector128<ulong>>(blocks[..whole]);
        for (int i = 0; i < whole; i += Lanes)
        {
            Vector256<ulong> entity = Vector256.Create(entities.Slice(i, Lanes));
            Vector256<ulong> ordinal = Vector256.Create(ordinals.Slice(i, Lanes));
            Rounds(key, entity, ordinal, process, out Vector256<ulong> ab, out Vector256<ulong> cd);
            Store(ab, cd, output.Slice(i, Lanes));
        }

        return whole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(
        DrawKey key, Vector256<ulong> entity, Vector256<ulong> ordinal, ushort process, out Vector256<ulong> ab, out Vector256<ulong> cd)
    {
        Vector256<uint> multiplier0 = Vector256.Create(Philox4x32.Multiplier0);
        Vector256<uint> multiplier1 = Vector256.Create(Philox4x32.Multiplier1);
        Vector256<uint> k0 = Vector256.Create(key.Seed);
        Vector256<uint> k1 = Vector256.Create(key.Replication);
        Vector256<ulong> c0 = entity;
        Vector256<ulong> c1 = entity >>> 32;
        Vector256<ulong> c2 = ordinal;
        Vector256<ulong> c3 = (ordinal >>> 32) | Vector256.Create((ulong)process << 16);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            Vector256<ulong> product0 = Avx2.Multiply(c0.AsUInt32(), multiplier0);
            Vector256<ulong> product1 = Avx2.Multiply(c2.AsUInt32(), multiplier1);
            c0 = (product1 >>> 32) ^ c1 ^ k0.AsUInt64();
            c1 = product1;
            c2 = (product0 >>> 32) ^ c3 ^ k1.AsUInt64();
            c3 = product0;
            k0 += Vector256.Create(Philox4x32.Weyl0);
            k1 += Vector256.Create(Philox4x32.Weyl1);
        }

        Vector256<ulong> low = Vector256.Create(0xFFFF_FFFFUL);
        ab = (c0 & low) | (c1 << 32);
        cd = (c2 & low) | (c3 << 32);
    }

    // Interleaving works within 128 bits: the even blocks come out of one instruction, the odd ones out of the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> ab, Vector256<ulong> cd, Span<Vector128<ulong>> output)
    {
        Vector256<ulong> even = Avx2.UnpackLow(ab, cd);
        Vector256<ulong> odd = Avx2.UnpackHigh(ab, cd);
        output[3] = odd.GetUpper();
        output[2] = even.GetUpper();
        output[1] = odd.GetLower();
        output[0] = even.GetLower();
    }
}
