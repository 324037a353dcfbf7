namespace KentSufficiency.Simulation.County;

/// <summary>
/// The children of one replication in one flat array; slots of those who left are used again, so that memory follows the children
/// present and not all who ever came. A slot is a place in memory, never an identity.
/// </summary>
public sealed class ChildTable
{
    private ChildState[] _children = new ChildState[8 * 1024];
    private int[] _free = new int[8 * 1024];
    private int _freeCount;

    /// <summary>Slots in use or once used.</summary>
    public int Top { get; private set; }

    /// <summary>Children present.</summary>
    public int Present => Top - _freeCount;

    /// <summary>A child by slot.</summary>
    public ref ChildState this[int slot] => ref _children[slot];

    /// <summary>Forgets every child.</summary>
    public void Reset()
    {
        Array.Clear(_children, 0, Top);
        Top = _freeCount = 0;
    }

    /// <summary>Takes a slot for a child and clears it.</summary>
    public int Add(ulong id, int district)
    {
        int slot = _freeCount > 0 ? _free[--_freeCount] : Top++;
        if (slot == _children.Length)
        {
            Array.Resize(ref _children, 2 * slot);
            Array.Resize(ref _free, 2 * slot);
        }

        Begin(ref _children[slot], id, district);
        return slot;
    }

    /// <summary>A child of whom nothing is known yet but the address.</summary>
    public static ChildState Unknown(ulong id, int district)
    {
        ChildState child = default;
        Begin(ref child, id, district);
        return child;
    }

    // Where the child is to be: a record as large as this is not copied for nothing.
    private static void Begin(ref ChildState child, ulong id, int district)
    {
        child = default;
        child.Id = id;
        child.District = (byte)district;
        child.NextDay = ChildState.Never;
        child.RequestDay = ChildState.Never;
        child.LegalDay = ChildState.Never;
        child.PlacementEndDay = ChildState.Never;
        child.LastReferralDay = -ChildState.Never;
        child.Home = ChildState.NoHome;
        child.GroupSize = 1;
    }

    /// <summary>Becomes a copy of another table.</summary>
    public void CopyFrom(ChildTable other)
    {
        if (_children.Length < other._children.Length)
        {
            _children = new ChildState[other._children.Length];
            _free = new int[other._free.Length];
        }

        Array.Clear(_children, 0, Top);
        Array.Copy(other._children, _children, other.Top);
        Array.Copy(other._free, _free, other._freeCount);
        (Top, _freeCount) = (other.Top, other._freeCount);
    }

    /// <summary>Gives back the slot of a child who left.</summary>
    public void Remove(int slot)
    {
        _children[slot].Id = 0;
        _free[_freeCount++] = slot;
    }
}
