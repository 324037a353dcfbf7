using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>Philox4x32-10 at 4 addresses at a time, on processors with AVX2.</summary>
/// <remarks>
/// Each 32-bit counter word lives in a 64-bit lane whose upper half is ignored: the widening multiplication reads the low halves only,
/// so a round needs no shuffle, and entities and ordinals are loaded as they are. Optimised at the first call already, and calls of their own: code made ahead of time
/// has no such vectors, code made in haste keeps them in memory, and within a larger method the compiler stops inlining before they are done.
/// </remarks>
internal static class PhiloxVector256
{
    /// <summary>How many blocks are made at a time.</summary>
    public const int Lanes = 4;

    /// <summary>Whether the processor has the instructions. Those that do are little-endian, which the packing relies on.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>
    /// Fills all blocks, the last of them with a vector that overlaps the one before, and returns their number; 0 where unsupported, or where
    /// they are fewer than a vector has.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Fill(
        DrawKey key, ReadOnlySpan<ulong> entities, ushort process, ReadOnlySpan<ulong> ordinals, Span<RandomBlock> blocks)
    {
        if (!IsSupported || blocks.Length < Lanes)
        {
            return 0;
        }

        Span<Vector128<ulong>> output = MemoryMarshal.Cast<RandomBlock, Vector128<ulong>>(blocks);
        Vector256<ulong> all = Vector256<ulong>.Zero;
        int last = blocks.Length - Lanes;
        for (int i = 0; i < last + Lanes; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(Vector256.Create(entities.Slice(at, Lanes)), ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(Vector256.Create(entities.Slice(other, Lanes)), ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            Store(one.FirstHalves, one.SecondHalves, output.Slice(at, Lanes));
            Store(two.FirstHalves, two.SecondHalves, output.Slice(other, Lanes));
        }

        Philox4x32.RequireOrdinals(Vector256.GreaterThanOrEqualAny(all, Vector256.Create(Philox4x32.OrdinalLimit)));
        return blocks.Length;
    }

    /// <summary>The same for many ordinals of one entity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Fill(DrawKey key, ulong entity, ushort process, ReadOnlySpan<ulong> ordinals, Span<RandomBlock> blocks)
    {
        if (!IsSupported || blocks.Length < Lanes)
        {
            return 0;
        }

        Span<Vector128<ulong>> output = MemoryMarshal.Cast<RandomBlock, Vector128<ulong>>(blocks);
        Vector256<ulong> entities = Vector256.Create(entity);
        Vector256<ulong> all = Vector256<ulong>.Zero;
        int last = blocks.Length - Lanes;
        for (int i = 0; i < last + Lanes; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(entities, ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(entities, ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            Store(one.FirstHalves, one.SecondHalves, output.Slice(at, Lanes));
            Store(two.FirstHalves, two.SecondHalves, output.Slice(other, Lanes));
        }

        Philox4x32.RequireOrdinals(Vector256.GreaterThanOrEqualAny(all, Vector256.Create(Philox4x32.OrdinalLimit)));
        return blocks.Length;
    }

    /// <summary>The same for many entities, the halves of the blocks apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Fill(DrawKey key, ReadOnlySpan<ulong> entities, ushort process, ReadOnlySpan<ulong> ordinals, Span<ulong> firstHalves, Span<ulong> secondHalves)
    {
        if (!IsSupported || entities.Length < Lanes)
        {
            return 0;
        }

        Vector256<ulong> all = Vector256<ulong>.Zero;
        int last = entities.Length - Lanes;
        for (int i = 0; i < last + Lanes; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(Vector256.Create(entities.Slice(at, Lanes)), ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(Vector256.Create(entities.Slice(other, Lanes)), ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            one.FirstHalves.CopyTo(firstHalves.Slice(at, Lanes));
            one.SecondHalves.CopyTo(secondHalves.Slice(at, Lanes));
            two.FirstHalves.CopyTo(firstHalves.Slice(other, Lanes));
            two.SecondHalves.CopyTo(secondHalves.Slice(other, Lanes));
        }

        Philox4x32.RequireOrdinals(Vector256.GreaterThanOrEqualAny(all, Vector256.Create(Philox4x32.OrdinalLimit)));
        return entities.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Counter Read(Vector256<ulong> entity, ReadOnlySpan<ulong> ordinals, ushort process, ref Vector256<ulong> all)
    {
        Vector256<ulong> ordinal = Vector256.Create(ordinals);
        all |= ordinal;
        return new Counter(entity, entity >>> 32, ordinal, (ordinal >>> 32) | Vector256.Create((ulong)process << 16));
    }

    // A round has to wait for the one before, so two counters go through them side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(DrawKey key, ref Counter one, ref Counter two)
    {
        Vector256<uint> k0 = Vector256.Create(key.Seed);
        Vector256<uint> k1 = Vector256.Create(key.Replication);
        Counter a = one;
        Counter b = two;
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            a = a.Round(k0, k1);
            b = b.Round(k0, k1);
            k0 += Vector256.Create(Philox4x32.Weyl0);
            k1 += Vector256.Create(Philox4x32.Weyl1);
        }

        one = a;
        two = b;
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

    /// <summary>The four words of a counter, of which only the low half of each lane counts.</summary>
    private readonly struct Counter(Vector256<ulong> c0, Vector256<ulong> c1, Vector256<ulong> c2, Vector256<ulong> c3)
    {
        private readonly Vector256<ulong> _c0 = c0;
        private readonly Vector256<ulong> _c1 = c1;
        private readonly Vector256<ulong> _c2 = c2;
        private readonly Vector256<ulong> _c3 = c3;

        public Vector256<ulong> FirstHalves => (_c0 & Vector256.Create(0xFFFF_FFFFUL)) | (_c1 << 32);

        public Vector256<ulong> SecondHalves => (_c2 & Vector256.Create(0xFFFF_FFFFUL)) | (_c3 << 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counter Round(Vector256<uint> k0, Vector256<uint> k1)
        {
            Vector256<ulong> product0 = Avx2.Multiply(_c0.AsUInt32(), Vector256.Create(Philox4x32.Multiplier0));
            Vector256<ulong> product1 = Avx2.Multiply(_c2.AsUInt32(), Vector256.Create(Philox4x32.Multiplier1));
            return new Counter((product1 >>> 32) ^ _c1 ^ k0.AsUInt64(), product1, (product0 >>> 32) ^ _c3 ^ k1.AsUInt64(), product0);
        }
    }
}
