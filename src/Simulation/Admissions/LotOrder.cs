namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Puts those who wait into the order of their lots. Lots are uniform, so boxes of equal width, as many as wait, put them nearly in order by counting alone;
/// what is left is done by insertion. Equal lots are served by address. Not thread-safe; allocates nothing once it has seen as many.
/// </summary>
internal sealed class LotOrder
{
    private int[] _boxes = new int[256];
    private Waiting[] _waiting = new Waiting[256];
    private Waiting[] _inBoxes = new Waiting[256];
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds one who waits.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="id">The address, which decides between equal lots.</param>
    /// <param name="number">The caller's number.</param>
    public void Add(uint lot, ulong id, int number)
    {
        if (_count == _waiting.Length)
        {
            Array.Resize(ref _waiting, 2 * _count);
            Array.Resize(ref _inBoxes, 2 * _count);
            Array.Resize(ref _boxes, 2 * _count);
        }

        _waiting[_count++] = new Waiting(id, lot, number);
    }

    /// <summary>All who wait, in order; valid until more are added.</summary>
    public ReadOnlySpan<Waiting> Sort()
    {
        CountBoxes();
        foreach (ref readonly Waiting one in _waiting.AsSpan(0, _count))
        {
            _inBoxes[_boxes[BoxOf(one.Lot)]++] = one;
        }

        (_waiting, _inBoxes) = (_inBoxes, _waiting);
        Span<Waiting> waiting = _waiting.AsSpan(0, _count);
        for (int n = 1; n < waiting.Length; n++)
        {
            for (int at = n; at > 0 && waiting[at].ComesBefore(waiting[at - 1]); at--)
            {
                (waiting[at], waiting[at - 1]) = (waiting[at - 1], waiting[at]);
            }
        }

        return waiting;
    }

    private int BoxOf(uint lot) => (int)(((ulong)lot * (ulong)_count) >> 32);

    /// <summary>Where each box begins.</summary>
    private void CountBoxes()
    {
        Span<int> boxes = _boxes.AsSpan(0, _count);
        boxes.Clear();
        foreach (ref readonly Waiting one in _waiting.AsSpan(0, _count))
        {
            boxes[BoxOf(one.Lot)]++;
        }

        int before = 0;
        foreach (ref int box in boxes)
        {
            (box, before) = (before, before + box);
        }
    }

    /// <summary>One who waits.</summary>
    /// <param name="Id">The address.</param>
    /// <param name="Lot">The lot.</param>
    /// <param name="Number">The caller's number.</param>
    internal readonly record struct Waiting(ulong Id, uint Lot, int Number)
    {
        /// <summary>The lower lot, then the lower address.</summary>
        public bool ComesBefore(in Waiting other) => Lot != other.Lot ? Lot < other.Lot : Id < other.Id;
    }
}
