using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Peers.Hazards;

/// <summary>
/// Picks those out of many to whom something may happen, each with the same chance: the gaps between them are geometric, so that only they cost draws.
/// A gap takes one word of a block, and what is decided about the one it leads to another.
/// </summary>
internal sealed class CandidateDraws
{
    private const int Blocks = 256;
    private const int Batch = 2 * Blocks;
    private const double Word = 4294967296;
    private readonly ulong[] _entities = [.. Enumerable.Range(0, Blocks).Select(static block => (ulong)block)];
    private readonly ulong[] _ordinals = new ulong[Blocks];
    private readonly RandomBlock[] _blocks = new RandomBlock[Blocks];
    private readonly int[] _gaps = new int[Batch];

    /// <summary>Positions of the candidates, ascending.</summary>
    public int[] Positions { get; private set; } = new int[Batch];

    /// <summary>A uniform for each, in units of 2^-32, below the chance itself.</summary>
    public uint[] Luck { get; private set; } = new uint[Batch];

    /// <summary>Picks candidates among <paramref name="length"/> positions.</summary>
    /// <returns>Their number.</returns>
    public int Pick(DrawKey key, ushort process, int month, double chance, int length)
    {
        double perLog = 1 / Math.Log(1 - chance);
        uint units = (uint)Math.Ceiling(chance * Word);
        int count = 0;
        int from = 0;
        for (ulong batch = 0; from < length; batch++)
        {
            Array.Fill(_ordinals, ((ulong)month << 20) | batch);
            Draw(key, process);
            FindGaps(perLog);
            Grow(count + Batch);
            from = Walk(from, Positions.AsSpan(count, Batch), Luck.AsSpan(count, Batch), units);
            count += Batch;
        }

        while (count > 0 && Positions[count - 1] >= length)
        {
            count--;
        }

        return count;
    }

    /// <summary>A call of its own: within a larger method the compiler's patience ends before the vectors are done.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Draw(DrawKey key, ushort process) => Philox4x32.Fill(key, _entities, process, _ordinals, _blocks);

    private void FindGaps(double perLog)
    {
        ref uint words = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<RandomBlock, uint>(_blocks));
        ref int gaps = ref MemoryMarshal.GetArrayDataReference(_gaps);
        for (int i = 0; i < Batch; i += Vector512<uint>.Count)
        {
            (Vector512<ulong> low, Vector512<ulong> high) = Vector512.Widen(Vector512.LoadUnsafe(ref words, (nuint)i));
            Vector512.Narrow(Gap(low, perLog), Gap(high, perLog)).StoreUnsafe(ref gaps, (nuint)i);
        }
    }

    private static Vector512<long> Gap(Vector512<ulong> words, double perLog)
    {
        Vector512<double> uniform = (Vector512.ConvertToDouble(words) + Vector512.Create(0.5)) * (1 / Word);
        return Vector512.ConvertToInt64(Vector512.Log(uniform) * perLog);
    }

    private int Walk(int from, Span<int> positions, Span<uint> luck, uint units)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<RandomBlock, uint>(_blocks)[Batch..];
        ReadOnlySpan<int> gaps = _gaps;
        for (int i = 0; i < Batch; i++)
        {
            from += gaps[i];
            positions[i] = from++;
            luck[i] = (uint)(((ulong)words[i] * units) >> 32);
        }

        return from;
    }

    private void Grow(int length)
    {
        if (Positions.Length < length)
        {
            int[] positions = Positions;
            uint[] luck = Luck;
            Array.Resize(ref positions, 2 * length);
            Array.Resize(ref luck, 2 * length);
            (Positions, Luck) = (positions, luck);
        }
    }
}
