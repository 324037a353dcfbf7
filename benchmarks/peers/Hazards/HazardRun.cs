using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly ulong[] _who = new ulong[Chunk + 4];
    private readonly byte[] _limits = new byte[People + Vector512<byte>.Count];
    private readonly Child[] _children = new Child[People];
    private readonly DayWheel _wheel = new(0, slotsLog2: 7);
    private readonly long[] _events = new long[HazardTables.Width];
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
                Live(key, month, start);
            }

            TurnEighteen(month);
        }

        int[] bits = [1, 2, 4];
        return [.. _events[..HazardTables.Count].Select(static count => (double)count), .. bits.Select(bit => (double)_children.Count(child => (child.State & bit) != 0))];
    }

    private void Live(DrawKey key, int month, int start)
    {
        int count = FindCandidates(key, start, Math.Min(Chunk, People - start));
        Philox4x32.Fill(key, _who.AsSpan(0, count), Fine, _ordinals.AsSpan(0, count), _fine.AsSpan(0, count));
        Decide(month, start, count);
    }

    private void Reset()
    {
        Array.Clear(_events);
        _limits.AsSpan(0, People).Fill(tables.Limits[0]);
        _wheel.Reset(0);
        for (int child = 0; child < People; child++)
        {
            int age = (int)((long)child * Ages / People);
            _children[child] = new Child((short)-age, 0);
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
        ref ulong who = ref MemoryMarshal.GetArrayDataReference(_who);
        int count = 0;
        for (int at = 0; at < length; at += Vector512<byte>.Count)
        {
            Vector512<byte> below = Vector512.LessThan(
                Vector512.LoadUnsafe(ref luck, (nuint)at), Vector512.LoadUnsafe(ref limits, (nuint)(start + at)));
            ulong bits = below.ExtractMostSignificantBits();
            int after = count + BitOperations.PopCount(bits);
            Note(ref bits, (ulong)(start + at), ref Unsafe.Add(ref who, count));
            for (count += 4; count < after; count += 4)
            {
                Note(ref bits, (ulong)(start + at), ref Unsafe.Add(ref who, count));
            }

            count = after;
        }

        return count;
    }

    /// <summary>Writes down four set bits, since how many there are would be guessed wrong: what is too many is written over by those that follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Note(ref ulong bits, ulong first, ref ulong who)
    {
        who = first + (ulong)BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref who, 1) = first + (ulong)BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref who, 2) = first + (ulong)BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        Unsafe.Add(ref who, 3) = first + (ulong)BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
    }

    /// <summary>Decides for each candidate whether something happens and what, without a branch: nothing is the eleventh event.</summary>
    private void Decide(int month, int start, int count)
    {
        ReadOnlySpan<byte> coarse = MemoryMarshal.AsBytes(_coarse.AsSpan());
        ReadOnlySpan<RandomBlock> fine = _fine.AsSpan(0, count);
        ReadOnlySpan<ulong> who = _who.AsSpan(0, count);
        ref uint rows = ref MemoryMarshal.GetArrayDataReference(tables.Cumulative);
        (byte[] follows, byte[] limits, bool[] newborn, long[] events) = (tables.Follows, tables.Limits, tables.Newborn, _events);
        for (int i = 0; i < fine.Length; i++)
        {
            int child = (int)who[i];
            Child was = _children[child];
            int row = ((was.State * HazardTables.Years) + ((int)(uint)(month - was.Birth) / 12)) * HazardTables.Width;
            var luck = Vector512.Create(((uint)coarse[child - start] << 24) | (fine[i].A >> 8));
            int what = BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref rows, (nuint)row), luck).ExtractMostSignificantBits());
            byte after = follows[(what * HazardTables.States) + was.State];
            events[what]++;
            _children[child] = new Child(newborn[what] ? (short)(month + 1) : was.Birth, after);
            _limits[child] = limits[after];
        }
    }

    /// <summary>Who turns 18 at the end of the month makes room for a newborn child.</summary>
    private void TurnEighteen(int month)
    {
        int due = _wheel.Drain(month, ref _due);
        foreach (int child in _due.AsSpan(0, due))
        {
            if (_children[child].Birth + Ages - 1 == month)
            {
                _children[child] = new Child((short)(month + 1), 0);
                _limits[child] = tables.Limits[0];
            }
        }
    }

    /// <summary>A child.</summary>
    /// <param name="Birth">The month of birth, counted from the start.</param>
    /// <param name="State">In care, with a plan, in need: a bit each.</param>
    private readonly record struct Child(short Birth, byte State);
}
