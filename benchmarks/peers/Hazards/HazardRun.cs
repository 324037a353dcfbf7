using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Peers.Hazards;

/// <summary>
/// W3 on the engine's addressed draws and its day wheel, turned by months. Each month every child gets one random byte, 16 from a block; it rules out
/// all but a few, for whom a finer draw decides whether something happens, and what. The wheel holds the 18th birthdays.
/// </summary>
internal sealed class HazardRun(HazardTables tables)
{
    private const int People = 340_000;
    private const int Months = 120;
    private const int Ages = 216;
    private const int BytesPerBlock = 16;
    private const int Chunk = 256 * BytesPerBlock;
    private const ushort Coarse = 1;
    private const ushort Fine = 2;
    private readonly ulong[] _blocks = [.. Enumerable.Range(0, (People + BytesPerBlock - 1) / BytesPerBlock).Select(block => (ulong)block)];
    private readonly RandomBlock[] _coarse = new RandomBlock[Chunk / BytesPerBlock];
    private readonly RandomBlock[] _fine = new RandomBlock[Chunk];
    private readonly ulong[] _ordinals = new ulong[Chunk];
    private readonly ulong[] _who = new ulong[Chunk];
    private readonly byte[] _limits = new byte[People + Vector512<byte>.Count];
    private readonly byte[] _states = new byte[People];
    private readonly short[] _births = new short[People];
    private readonly DayWheel _wheel = new(0, slotsLog2: 7);
    private readonly long[] _events = new long[HazardTables.Count];
    private int[] _due = new int[4096];

    /// <summary>How often each hazard struck, then the children in care, with a plan and in need at the end.</summary>
    public double[] Replication(int number)
    {
        var key = new DrawKey(1, (uint)number);
        Reset();
        for (int month = 0; month < Months; month++)
        {
            Array.Fill(_ordinals, (ulong)month);
            for (int start = 0; start < People; start += Chunk)
            {
                int count = FindCandidates(key, start, Math.Min(Chunk, People - start));
                Philox4x32.Fill(key, _who.AsSpan(0, count), Fine, _ordinals.AsSpan(0, count), _fine.AsSpan(0, count));
                Decide(month, start, count);
            }

            TurnEighteen(month);
        }

        int[] bits = [1, 2, 4];
        return [.. _events.Select(static count => (double)count), .. bits.Select(bit => (double)_states.Count(state => (state & bit) != 0))];
    }

    private void Reset()
    {
        Array.Clear(_events);
        Array.Clear(_states);
        _limits.AsSpan(0, People).Fill(tables.Limits[0]);
        _wheel.Reset(0);
        for (int child = 0; child < People; child++)
        {
            int age = (int)((long)child * Ages / People);
            _births[child] = (short)-age;
            int last = Ages - 1 - age;
            if (last < Months)
            {
                _wheel.Schedule(child, last);
            }
        }
    }

    /// <summary>Notes the children of a chunk whose byte lies below the limit of their state.</summary>
    private int FindCandidates(DrawKey key, int start, int length)
    {
        int blocks = (length + BytesPerBlock - 1) / BytesPerBlock;
        Span<RandomBlock> coarse = _coarse.AsSpan(0, blocks);
        Philox4x32.Fill(key, _blocks.AsSpan(start / BytesPerBlock, blocks), Coarse, _ordinals.AsSpan(0, blocks), coarse);
        ref byte luck = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(_coarse.AsSpan()));
        ref byte limits = ref MemoryMarshal.GetArrayDataReference(_limits);
        int count = 0;
        for (int at = 0; at < length; at += Vector512<byte>.Count)
        {
            Vector512<byte> below = Vector512.LessThan(
                Vector512.LoadUnsafe(ref luck, (nuint)at), Vector512.LoadUnsafe(ref limits, (nuint)(start + at)));
            for (ulong bits = below.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                _who[count++] = (ulong)(start + at + BitOperations.TrailingZeroCount(bits));
            }
        }

        return count;
    }

    private void Decide(int month, int start, int count)
    {
        ReadOnlySpan<byte> coarse = MemoryMarshal.AsBytes(_coarse.AsSpan());
        ref ulong rows = ref MemoryMarshal.GetArrayDataReference(tables.Cumulative);
        for (int i = 0; i < count; i++)
        {
            int child = (int)_who[i];
            int state = _states[child];
            int year = (month - _births[child]) / 12;
            nuint row = (nuint)(((state * HazardTables.Years) + year) * HazardTables.Width);
            var luck = Vector512.Create(((ulong)coarse[child - start] << 32) | _fine[i].A);
            ulong first = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref rows, row), luck).ExtractMostSignificantBits();
            ulong second = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref rows, row + 8), luck).ExtractMostSignificantBits();
            int what = BitOperations.PopCount(first | (second << 8));
            if (what < HazardTables.Count)
            {
                Happen(child, state, what, month);
            }
        }
    }

    private void Happen(int child, int state, int what, int month)
    {
        _events[what]++;
        byte after = tables.Follows[(what * HazardTables.States) + state];
        _states[child] = after;
        _limits[child] = tables.Limits[after];
        _births[child] = tables.Newborn[what] ? (short)(month + 1) : _births[child];
    }

    /// <summary>Who turns 18 at the end of the month makes room for a newborn child.</summary>
    private void TurnEighteen(int month)
    {
        int due = _wheel.Drain(month, ref _due);
        foreach (int child in _due.AsSpan(0, due))
        {
            if (_births[child] + Ages - 1 == month)
            {
                _births[child] = (short)(month + 1);
                _states[child] = 0;
                _limits[child] = tables.Limits[0];
            }
        }
    }
}
