using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Peers.Hazards;

/// <summary>
/// W3 on the engine's addressed draws and its day wheel, turned by months. Each month candidates are picked with the largest chance that any child of the
/// kind has; for each a finer draw decides whether something happens, and what. Those in care or in need have a list of their own, since far more happens
/// to them. The wheel holds the 18th birthdays.
/// </summary>
internal sealed class HazardRun(HazardTables tables)
{
    private const int People = 340_000;
    private const int Months = 120;
    private const int Ages = 216;
    private const ushort OfQuiet = 1;
    private const ushort OfBusy = 2;
    private readonly Child[] _children = new Child[People];
    private readonly int[] _busy = new int[People];
    private readonly int[] _places = new int[People];
    private readonly CandidateDraws _quietDraws = new();
    private readonly CandidateDraws _busyDraws = new();
    private readonly DayWheel _wheel = new(0, slotsLog2: 7);
    private readonly long[] _events = new long[HazardTables.Width];
    private int[] _due = new int[4096];
    private int _busyCount;

    /// <summary>How often each hazard struck, then the children in care, with a plan and in need at the end.</summary>
    public double[] Replication(int number)
    {
        var key = new DrawKey(1, (uint)number);
        Reset();
        for (int month = 0; month < Months; month++)
        {
            Live(key, month);
        }

        return [.. _events[..HazardTables.Count].Select(static count => (double)count), CountWith(1), CountWith(2), CountWith(4)];
    }

    private double CountWith(int bit)
    {
        int count = 0;
        foreach (ref readonly Child child in _children.AsSpan())
        {
            count += (child.State & bit) != 0 ? 1 : 0;
        }

        return count;
    }

    private void Reset()
    {
        Array.Clear(_events);
        _busyCount = 0;
        _wheel.Reset(0);
        for (int child = 0; child < People; child++)
        {
            int age = (int)((long)child * Ages / People);
            _children[child] = new Child(-age, 0);
            int last = Ages - 1 - age;
            if (last < Months)
            {
                _wheel.Schedule(child, last);
            }
        }
    }

    /// <summary>One month: all candidates are known before anything happens, so that nothing happens twice to a child.</summary>
    private void Live(DrawKey key, int month)
    {
        int quiet = _quietDraws.Pick(key, OfQuiet, month, tables.MostQuiet, People);
        int busy = _busyDraws.Pick(key, OfBusy, month, tables.MostBusy, _busyCount);
        Span<int> whoBusy = _busyDraws.Positions.AsSpan(0, busy);
        foreach (ref int who in whoBusy)
        {
            who = _busy[who];
        }

        Decide(month, _quietDraws.Positions.AsSpan(0, quiet), _quietDraws.Luck, ofBusy: false);
        Decide(month, whoBusy, _busyDraws.Luck, ofBusy: true);
        TurnEighteen(month);
    }

    /// <summary>Decides for each candidate whether something happens, and what: how many of the summed chances its luck has passed.</summary>
    private void Decide(int month, ReadOnlySpan<int> who, ReadOnlySpan<uint> luck, bool ofBusy)
    {
        ref uint rows = ref MemoryMarshal.GetArrayDataReference(tables.Cumulative);
        for (int i = 0; i < who.Length; i++)
        {
            Child child = _children[who[i]];
            int state = child.State;
            int row = ((state * HazardTables.Years) + ((month - child.Birth) / 12)) * HazardTables.Width;
            Vector512<uint> passed = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref rows, (nuint)row), Vector512.Create(luck[i]));
            int what = BitOperations.PopCount(passed.ExtractMostSignificantBits());
            if (HazardTables.IsBusy(state) == ofBusy)
            {
                _events[what]++;
                int after = tables.Follows[(what * HazardTables.States) + state];
                _children[who[i]] = new Child(tables.Newborn[what] ? month + 1 : child.Birth, after);
                KeepList(who[i], state, after);
            }
        }
    }

    private void KeepList(int child, int before, int after)
    {
        bool was = HazardTables.IsBusy(before);
        if (was == HazardTables.IsBusy(after))
        {
            return;
        }

        if (!was)
        {
            _places[child] = _busyCount;
            _busy[_busyCount++] = child;
            return;
        }

        int last = _busy[--_busyCount];
        _busy[_places[child]] = last;
        _places[last] = _places[child];
    }

    /// <summary>Who turns 18 at the end of the month makes room for a newborn child.</summary>
    private void TurnEighteen(int month)
    {
        int due = _wheel.Drain(month, ref _due);
        foreach (int number in _due.AsSpan(0, due))
        {
            Child child = _children[number];
            if (child.Birth + Ages - 1 == month)
            {
                _children[number] = new Child(month + 1, 0);
                KeepList(number, child.State, 0);
            }
        }
    }

    /// <summary>A child in two bytes, so that all of them stay near.</summary>
    private readonly record struct Child(ushort Packed)
    {
        public Child(int birth, int state)
            : this((ushort)(((birth + Ages) << 3) | state))
        {
        }

        /// <summary>The month of birth, counted from the start.</summary>
        public int Birth => (Packed >> 3) - Ages;

        /// <summary>In care, with a plan, in need: a bit each.</summary>
        public int State => Packed & 7;
    }
}
