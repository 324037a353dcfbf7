namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Puts those who wait into the order of their lots, by counting and not by comparing: the lots' digits are sorted from the last to the first, each
/// pass keeping what the one before did. Equal lots are served by address. Not thread-safe; allocates nothing once it has seen as many.
/// </summary>
internal sealed class LotOrder
{
    private const int Digit = 11;
    private const int Passes = 3;
    private const int Radix = 1 << Digit;

    private readonly int[] _counts = new int[Radix * Passes];
    private Waiting[] _waiting = new Waiting[1024];
    private Waiting[] _passed = new Waiting[1024];
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
            Array.Resize(ref _passed, 2 * _count);
        }

        _waiting[_count++] = new Waiting(id, lot, number);
    }

    /// <summary>All who wait, in order; valid until more are added.</summary>
    public ReadOnlySpan<Waiting> Sort()
    {
        CountDigits();
        for (int pass = 0; pass < Passes; pass++)
        {
            Span<int> starts = _counts.AsSpan(pass * Radix, Radix);
            foreach (ref readonly Waiting one in _waiting.AsSpan(0, _count))
            {
                _passed[starts[DigitOf(one.Lot, pass)]++] = one;
            }

            (_waiting, _passed) = (_passed, _waiting);
        }

        OrderEqualLots();
        return _waiting.AsSpan(0, _count);
    }

    private static int DigitOf(uint lot, int pass) => (int)(lot >> (Digit * pass)) & (Radix - 1);

    /// <summary>Where those of each digit begin, in all passes.</summary>
    private void CountDigits()
    {
        Array.Clear(_counts);
        foreach (ref readonly Waiting one in _waiting.AsSpan(0, _count))
        {
            for (int pass = 0; pass < Passes; pass++)
            {
                _counts[(pass * Radix) + DigitOf(one.Lot, pass)]++;
            }
        }

        for (int pass = 0; pass < Passes; pass++)
        {
            int before = 0;
            foreach (ref int count in _counts.AsSpan(pass * Radix, Radix))
            {
                (count, before) = (before, before + count);
            }
        }
    }

    private void OrderEqualLots()
    {
        for (int n = 1; n < _count; n++)
        {
            for (int at = n; at > 0 && _waiting[at].Lot == _waiting[at - 1].Lot && _waiting[at].Id < _waiting[at - 1].Id; at--)
            {
                (_waiting[at], _waiting[at - 1]) = (_waiting[at - 1], _waiting[at]);
            }
        }
    }

    /// <summary>One who waits.</summary>
    /// <param name="Id">The address.</param>
    /// <param name="Lot">The lot.</param>
    /// <param name="Number">The caller's number.</param>
    internal readonly record struct Waiting(ulong Id, uint Lot, int Number);
}
