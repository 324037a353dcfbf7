namespace KentSufficiency.Simulation.Money;

/// <summary>
/// Nights by price class, exact, with work only when a child changes class: entering on day d takes d away, leaving on day e adds e, so the
/// sum grows by e - d nights; for those still there the day itself stands in for e.
/// </summary>
internal sealed class NightCount
{
    private readonly int[] _present = new int[PriceClass.Count];
    private readonly long[] _offset = new long[PriceClass.Count];
    private readonly long[] _taken = new long[PriceClass.Count];
    private short[] _class = new short[8 * 1024];
    private int[] _until = new int[8 * 1024];

    /// <summary>Forgets everybody.</summary>
    public void Reset()
    {
        Array.Clear(_present);
        Array.Clear(_offset);
        Array.Clear(_taken);
        Array.Clear(_class);
    }

    /// <summary>Becomes a copy of another count.</summary>
    public void CopyFrom(NightCount other)
    {
        other._present.CopyTo(_present, 0);
        other._offset.CopyTo(_offset, 0);
        other._taken.CopyTo(_taken, 0);
        if (_class.Length != other._class.Length)
        {
            Array.Resize(ref _class, other._class.Length);
            Array.Resize(ref _until, other._class.Length);
        }

        other._class.CopyTo(_class, 0);
        other._until.CopyTo(_until, 0);
    }

    /// <summary>Days taken away and added, by class.</summary>
    public ReadOnlySpan<long> Offset => _offset;

    /// <summary>Nights taken so far, by class.</summary>
    public ReadOnlySpan<long> Taken => _taken;

    /// <summary>The class that whoever is in a slot is in, and the day on which it is outgrown.</summary>
    public (int Class, int Until) At(int slot) => slot < _class.Length ? (_class[slot], _until[slot]) : (PriceClass.None, int.MaxValue);

    /// <summary>Goes on from what was kept, with nobody there yet.</summary>
    public void Restore(ReadOnlySpan<long> offset, ReadOnlySpan<long> taken)
    {
        Reset();
        offset.CopyTo(_offset);
        taken.CopyTo(_taken);
    }

    /// <summary>Puts somebody back who was counted already.</summary>
    public void Restore(int slot, int priceClass, int until)
    {
        if (slot >= _class.Length)
        {
            Array.Resize(ref _class, Math.Max(slot + 1, 2 * _class.Length));
            Array.Resize(ref _until, _class.Length);
        }

        _class[slot] = (short)priceClass;
        _until[slot] = until;
        _present[priceClass]++;
    }

    /// <summary>The day on which somebody outgrows the class of a day.</summary>
    public static int Until(int birthDay, int day) => (int)Math.Min((long)birthDay + PriceClass.BandEnd(day - birthDay), int.MaxValue);

    /// <summary>Whether a child has outgrown the class it is in. Kept apart from the child, since every child is asked every month.</summary>
    public bool IsOutgrown(int slot, int day) => _until[slot] <= day;

    /// <summary>Puts whoever is in a slot into a class from the night of a day on.</summary>
    public void Put(int slot, int priceClass, int day, int birthDay)
    {
        if (slot >= _class.Length)
        {
            if (priceClass == PriceClass.None)
            {
                return;
            }

            Array.Resize(ref _class, Math.Max(slot + 1, 2 * _class.Length));
            Array.Resize(ref _until, _class.Length);
        }

        int former = _class[slot];
        if (former == priceClass)
        {
            return;
        }

        _class[slot] = (short)priceClass;
        _until[slot] = Until(birthDay, day);
        _present[former]--;
        _offset[former] += day;
        _present[priceClass]++;
        _offset[priceClass] -= day;
    }

    /// <summary>Nights of a class since they were last taken, that of the day included.</summary>
    public long Take(int priceClass, int day)
    {
        long reached = ((long)_present[priceClass] * (day + 1)) + _offset[priceClass];
        long nights = reached - _taken[priceClass];
        _taken[priceClass] = reached;
        return nights;
    }
}
