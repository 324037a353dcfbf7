namespace KentSufficiency.Simulation.County;

/// <summary>
/// The children of one replication in one flat array; slots of those who left are used again, so that memory follows the children
/// present and not all who ever came. A slot is a place in memory, never an identity.
/// </summary>
public sealed class ChildTable
{
    private ChildState[] _children = new ChildState[32 * 1024];
    private int[] _free = new int[32 * 1024];
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

        _children[slot] = new ChildState
        {
            Id = id,
            District = (byte)district,
            NextDay = ChildState.Never,
            RequestDay = ChildState.Never,
            LegalDay = ChildState.Never,
            PlacementEndDay = ChildState.Never,
            LastReferralDay = -ChildState.Never,
            Home = ChildState.NoHome,
            GroupSize = 1,
        };
        return slot;
    }

    /// <summary>Gives back the slot of a child who left.</summary>
    public void Remove(int slot)
    {
        _children[slot].Id = 0;
        _free[_freeCount++] = slot;
    }
}
