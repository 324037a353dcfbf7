namespace KentSufficiency.Peers.Placement;

/// <summary>
/// Children of one priority who wait for one type of provider, in the order in which they asked. Who has given up stays in the line until passed over.
/// </summary>
internal sealed class WaitingLine
{
    private (int Slot, int Child)[] _ring = new (int, int)[64];
    private int _head;
    private int _count;

    public void Clear() => _head = _count = 0;

    public void Add(int slot, int child)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        _ring[(_head + _count++) & (_ring.Length - 1)] = (slot, child);
    }

    public bool TryTake(out int slot, out int child)
    {
        if (_count == 0)
        {
            (slot, child) = (-1, -1);
            return false;
        }

        (slot, child) = _ring[_head];
        _head = (_head + 1) & (_ring.Length - 1);
        _count--;
        return true;
    }

    private void Grow()
    {
        var ring = new (int, int)[2 * _ring.Length];
        for (int i = 0; i < _count; i++)
        {
            ring[i] = _ring[(_head + i) & (_ring.Length - 1)];
        }

        (_ring, _head) = (ring, 0);
    }
}
