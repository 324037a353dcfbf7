using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>Philox4x32-10 at 8 addresses at a time, on processors with AVX-512.</summary>
/// <remarks>
/// Each 32-bit counter word lives in a 64-bit lane whose upper half is ignored: the widening multiplication reads the low halves only,
/// so a round needs no shuffle, and entities and ordinals are loaded as they are. Optimised at the first call already, and calls of their own: code made ahead of time
/// has no such vectors, code made in haste keeps them in memory, and within a larger method the compiler stops inlining before they are done.
/// </remarks>
internal static class PhiloxVector512
{
    /// <summary>How many blocks are made at a time.</summary>
    public const int Lanes = 8;

    /// <summary>Whether the processor has the instructions. Those that do are little-endian, which the packing relies on.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

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
        Vector512<ulong> all = Vector512<ulong>.Zero;
        int last = blocks.Length - Lanes;
        int i = 0;
        for (; i + (4 * Lanes) <= blocks.Length; i += 4 * Lanes)
        {
            Counter one = Read(Vector512.Create(entities.Slice(i, Lanes)), ordinals.Slice(i, Lanes), process, ref all);
            Counter two = Read(Vector512.Create(entities.Slice(i + Lanes, Lanes)), ordinals.Slice(i + Lanes, Lanes), process, ref all);
            Counter three = Read(Vector512.Create(entities.Slice(i + (2 * Lanes), Lanes)), ordinals.Slice(i + (2 * Lanes), Lanes), process, ref all);
            Counter four = Read(Vector512.Create(entities.Slice(i + (3 * Lanes), Lanes)), ordinals.Slice(i + (3 * Lanes), Lanes), process, ref all);
            Rounds(key, ref one, ref two, ref three, ref four);
            Store(one.FirstHalves, one.SecondHalves, output.Slice(i, Lanes));
            Store(two.FirstHalves, two.SecondHalves, output.Slice(i + Lanes, Lanes));
            Store(three.FirstHalves, three.SecondHalves, output.Slice(i + (2 * Lanes), Lanes));
            Store(four.FirstHalves, four.SecondHalves, output.Slice(i + (3 * Lanes), Lanes));
        }

        for (; i < blocks.Length; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(Vector512.Create(entities.Slice(at, Lanes)), ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(Vector512.Create(entities.Slice(other, Lanes)), ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            Store(one.FirstHalves, one.SecondHalves, output.Slice(at, Lanes));
            Store(two.FirstHalves, two.SecondHalves, output.Slice(other, Lanes));
        }

        Philox4x32.RequireOrdinals(Vector512.GreaterThanOrEqualAny(all, Vector512.Create(Philox4x32.OrdinalLimit)));
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
        Vector512<ulong> entities = Vector512.Create(entity);
        Vector512<ulong> all = Vector512<ulong>.Zero;
        int last = blocks.Length - Lanes;
        for (int i = 0; i < blocks.Length; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(entities, ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(entities, ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            Store(one.FirstHalves, one.SecondHalves, output.Slice(at, Lanes));
            Store(two.FirstHalves, two.SecondHalves, output.Slice(other, Lanes));
        }

        Philox4x32.RequireOrdinals(Vector512.GreaterThanOrEqualAny(all, Vector512.Create(Philox4x32.OrdinalLimit)));
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

        Vector512<ulong> all = Vector512<ulong>.Zero;
        int last = entities.Length - Lanes;
        int i = 0;
        for (; i + (4 * Lanes) <= entities.Length; i += 4 * Lanes)
        {
            Counter one = Read(Vector512.Create(entities.Slice(i, Lanes)), ordinals.Slice(i, Lanes), process, ref all);
            Counter two = Read(Vector512.Create(entities.Slice(i + Lanes, Lanes)), ordinals.Slice(i + Lanes, Lanes), process, ref all);
            Counter three = Read(Vector512.Create(entities.Slice(i + (2 * Lanes), Lanes)), ordinals.Slice(i + (2 * Lanes), Lanes), process, ref all);
            Counter four = Read(Vector512.Create(entities.Slice(i + (3 * Lanes), Lanes)), ordinals.Slice(i + (3 * Lanes), Lanes), process, ref all);
            Rounds(key, ref one, ref two, ref three, ref four);
            one.CopyTo(firstHalves, secondHalves, i);
            two.CopyTo(firstHalves, secondHalves, i + Lanes);
            three.CopyTo(firstHalves, secondHalves, i + (2 * Lanes));
            four.CopyTo(firstHalves, secondHalves, i + (3 * Lanes));
        }

        for (; i < entities.Length; i += 2 * Lanes)
        {
            (int at, int other) = (Math.Min(i, last), Math.Min(i + Lanes, last));
            Counter one = Read(Vector512.Create(entities.Slice(at, Lanes)), ordinals.Slice(at, Lanes), process, ref all);
            Counter two = Read(Vector512.Create(entities.Slice(other, Lanes)), ordinals.Slice(other, Lanes), process, ref all);
            Rounds(key, ref one, ref two);
            one.CopyTo(firstHalves, secondHalves, at);
            two.CopyTo(firstHalves, secondHalves, other);
        }

        Philox4x32.RequireOrdinals(Vector512.GreaterThanOrEqualAny(all, Vector512.Create(Philox4x32.OrdinalLimit)));
        return entities.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Counter Read(Vector512<ulong> entity, ReadOnlySpan<ulong> ordinals, ushort process, ref Vector512<ulong> all)
    {
        Vector512<ulong> ordinal = Vector512.Create(ordinals);
        all |= ordinal;
        return new Counter(entity, entity >>> 32, ordinal, (ordinal >>> 32) | Vector512.Create((ulong)process << 16));
    }

    // A round has to wait for the one before, so counters go through them side by side: four, and two where fewer are left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(DrawKey key, ref Counter one, ref Counter two)
    {
        Vector512<uint> k0 = Vector512.Create(key.Seed);
        Vector512<uint> k1 = Vector512.Create(key.Replication);
        Counter a = one;
        Counter b = two;
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            a = a.Round(k0, k1);
            b = b.Round(k0, k1);
            k0 += Vector512.Create(Philox4x32.Weyl0);
            k1 += Vector512.Create(Philox4x32.Weyl1);
        }

        one = a;
        two = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds(DrawKey key, ref Counter one, ref Counter two, ref Counter three, ref Counter four)
    {
        Vector512<uint> k0 = Vector512.Create(key.Seed);
        Vector512<uint> k1 = Vector512.Create(key.Replication);
        (Counter a, Counter b, Counter c, Counter d) = (one, two, three, four);
        for (int round = 0; round < Philox4x32.Rounds; round++)
        {
            a = a.Round(k0, k1);
            b = b.Round(k0, k1);
            c = c.Round(k0, k1);
            d = d.Round(k0, k1);
            k0 += Vector512.Create(Philox4x32.Weyl0);
            k1 += Vector512.Create(Philox4x32.Weyl1);
        }

        (one, two, three, four) = (a, b, c, d);
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

    /// <summary>The four words of a counter, of which only the low half of each lane counts.</summary>
    private readonly struct Counter(Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3)
    {
        private readonly Vector512<ulong> _c0 = c0;
        private readonly Vector512<ulong> _c1 = c1;
        private readonly Vector512<ulong> _c2 = c2;
        private readonly Vector512<ulong> _c3 = c3;

        public Vector512<ulong> FirstHalves => (_c0 & Vector512.Create(0xFFFF_FFFFUL)) | (_c1 << 32);

        public Vector512<ulong> SecondHalves => (_c2 & Vector512.Create(0xFFFF_FFFFUL)) | (_c3 << 32);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void CopyTo(Span<ulong> firstHalves, Span<ulong> secondHalves, int at)
        {
            FirstHalves.CopyTo(firstHalves.Slice(at, Lanes));
            SecondHalves.CopyTo(secondHalves.Slice(at, Lanes));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Counter Round(Vector512<uint> k0, Vector512<uint> k1)
        {
            Vector512<ulong> product0 = Avx512F.Multiply(_c0.AsUInt32(), Vector512.Create(Philox4x32.Multiplier0));
            Vector512<ulong> product1 = Avx512F.Multiply(_c2.AsUInt32(), Vector512.Create(Philox4x32.Multiplier1));
            return new Counter((product1 >>> 32) ^ _c1 ^ k0.AsUInt64(), product1, (product0 >>> 32) ^ _c3 ^ k1.AsUInt64(), product0);
        }
    }
}
