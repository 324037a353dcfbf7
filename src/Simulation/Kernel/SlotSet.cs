namespace KentSufficiency.Simulation.Kernel;

/// <summary>A set of slots that can be walked quickly; order carries no meaning.</summary>
internal sealed class SlotSet
{
    private int[] _members = new int[4096];
    private int[] _position = new int[8 * 1024];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Members => _members.AsSpan(0, Count);

    public void Reset()
    {
        Array.Clear(_position);
        Count = 0;
    }

    public void CopyFrom(SlotSet other)
    {
        if (_position.Length != other._position.Length)
        {
            _position = new int[other._position.Length];
        }

        if (_members.Length < other._members.Length)
        {
            _members = new int[other._members.Length];
        }

        other._position.CopyTo(_position);
        Array.Copy(other._members, _members, other.Count);
        Count = other.Count;
    }

    /// <summary>Puts a slot in or takes it out.</summary>
    public void Put(int slot, bool member)
    {
        if (slot >= _position.Length)
        {
            if (!member)
            {
                return;
            }

            Array.Resize(ref _position, Math.Max(slot + 1, 2 * _position.Length));
        }

        int position = _position[slot] - 1;
        if (member == position >= 0)
        {
            return;
        }

        if (member)
        {
            if (Count == _members.Length)
            {
                Array.Resize(ref _members, 2 * Count);
            }

            _members[Count++] = slot;
            _position[slot] = Count;
            return;
        }

        int last = _members[--Count];
        _members[position] = last;
        _position[last] = position + 1;
        _position[slot] = 0;
    }
}
