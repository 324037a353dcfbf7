namespace KentSufficiency.Simulation.Send;

/// <summary>A case in a queue.</summary>
/// <param name="Since">The day it came.</param>
/// <param name="Lot">Addressed lot.</param>
/// <param name="Id">The child's address.</param>
/// <param name="Slot">Slot of the plan.</param>
/// <param name="Serial">Which user of the slot it is.</param>
public readonly record struct QueuedPlan(int Since, uint Lot, ulong Id, int Slot, int Serial) : IComparable<QueuedPlan>
{
    /// <summary>First come, first served; then the lot, then the address.</summary>
    public int CompareTo(QueuedPlan other)
    {
        int bySince = Since.CompareTo(other.Since);
        if (bySince != 0)
        {
            return bySince;
        }

        int byLot = Lot.CompareTo(other.Lot);
        return byLot != 0 ? byLot : Id.CompareTo(other.Id);
    }
}

/// <summary>
/// A queue in which the first to come is the first served. Those of one day may be added in any order. A case that has gone meanwhile keeps
/// its entry until its turn; whoever takes it must look whether it is still there.
/// </summary>
public sealed class WaitingPlans
{
    private QueuedPlan[] _entries = new QueuedPlan[64];
    private int _head;
    private int _end;
    private int _sorted;

    /// <summary>Entries, those of cases that have gone included.</summary>
    public int Count => _end - _head;

    /// <summary>Empties the queue.</summary>
    public void Clear() => _head = _end = _sorted = 0;

    /// <summary>Adds a case; its day may not lie before one that was taken.</summary>
    public void Add(in QueuedPlan entry)
    {
        if (_end == _entries.Length)
        {
            MakeRoom();
        }

        _entries[_end++] = entry;
    }

    /// <summary>Takes the first.</summary>
    public bool TryTake(out QueuedPlan entry)
    {
        if (_head == _end)
        {
            entry = default;
            return false;
        }

        if (_sorted < _end)
        {
            // Only what came since the last look: later days sort behind earlier ones.
            _entries.AsSpan(_sorted.._end).Sort();
            _sorted = _end;
        }

        entry = _entries[_head++];
        return true;
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(WaitingPlans other)
    {
        if (_entries.Length < other._entries.Length)
        {
            _entries = new QueuedPlan[other._entries.Length];
        }

        other._entries.AsSpan(0, other._end).CopyTo(_entries);
        (_head, _end, _sorted) = (other._head, other._end, other._sorted);
    }

    // Grows only when full, so that a replication lived through again finds room; moving up costs at most the queue once a day.
    private void MakeRoom()
    {
        int count = Count;
        QueuedPlan[] room = _head == 0 ? new QueuedPlan[2 * _entries.Length] : _entries;
        _entries.AsSpan(_head, count).CopyTo(room);
        _entries = room;
        _sorted -= _head;
        (_head, _end) = (0, count);
    }
}
