using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>Philox4x32-10 at 8 addresses at a time, on processors with AVX-512.</summary>
/// <remarks>
/// Each 32-bit counter word lives in a 64-bit lane whose upper half is ignored: the widening multiplication reads the low halves only,
/// so a round needs no shuffle, and entities and ordinals are loaded as they are.
/// </remarks>
internal static class PhiloxVector512
{
    /// <summary>How many blocks are made at a time.</summary>
    public const int Lanes = 8;

    /// <summary>Whether the processor has the instructions. Those that do are little-endian, which the packing relies on.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

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
            Vector512<ulong> entity = Vector512.Create(entities.Slice(i, Lanes));
            Vector512<ulong> ordinal = Vector512.Create(ordinals.Slice(i, Lanes));
            Rounds(key, entity, ordinal, process, out Vector512<ulong> ab, out Vector512<ulong> cd);
            Store(ab, cd, output.Slice(i, Lanes));
        }

        return whole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(
        DrawKey key, Vector512<ulong> entity, Vector512<ulong> ordinal, ushort process, out Vector512<ulong> ab, out Vector512<ulong> cd)
    {
        Vector512<uint> multiplier0 = Vector512.Create(Philox4x32.Multiplier0);
        Vector512<uint> multiplier1 = Vector512.Create(Philox4x32.Multiplier1);
        Vector512<uint> k0 = Vector512.Create(key.Seed);
        Vector512<uint> k1 = Vector512.Create(key.Replication);
        Vector512<ulong> c0 = entity;
        Vector512<ulong> c1 = entity >>> 32;
        Vector512<ulong> c2 = ordinal;
        Vector512<ulong> c3 = (ordinal >>> 32) | Vector512.Create((ulong)process << 16);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            Vector512<ulong> product0 = Avx512F.Multiply(c0.AsUInt32(), multiplier0);
            Vector512<ulong> product1 = Avx512F.Multiply(c2.AsUInt32(), multiplier1);
            c0 = (product1 >>> 32) ^ c1 ^ k0.AsUInt64();
            c1 = product1;
            c2 = (product0 >>> 32) ^ c3 ^ k1.AsUInt64();
            c3 = product0;
            k0 += Vector512.Create(Philox4x32.Weyl0);
            k1 += Vector512.Create(Philox4x32.Weyl1);
        }

        Vector512<ulong> low = Vector512.Create(0xFFFF_FFFFUL);
        ab = (c0 & low) | (c1 << 32);
        cd = (c2 & low) | (c3 << 32);
    }

    // Interleaving works within 128 bits: the even blocks come out of one instruction, the odd ones out of the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ulong> ab, Vector512<ulong> cd, Span<Vector128<ulong>> output)
    {
        Vector512<ulong> even = Avx512F.UnpackLow(ab, cd);
        Vector512<ulong> odd = Avx512F.UnpackHigh(ab, cd);
        output[7] = odd.GetUpper().GetUpper();
        output[6] = even.GetUpper().GetUpper();
        output[5] = odd.GetUpper().GetLower();
        output[4] = even.GetUpper().GetLower();
        output[3] = odd.GetLower().GetUpper();
        output[2] = even.GetLower().GetUpper();
        output[1] = odd.GetLower().GetLower();
        output[0] = even.GetLower().GetLower();
    }
}
