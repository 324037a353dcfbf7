using System.Numerics;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// A set of slots: a bit each, so that putting one in or taking it out touches one word, and a list in rising order when it is to be walked, so
/// that what lies in the slots is read from front to back.
/// </summary>
internal sealed class SlotSet
{
    private ulong[] _words = new ulong[256];
    private int[] _members = new int[4096];
    private int _count;
    private bool _listed = true;

    /// <summary>How many are in.</summary>
    public int Count => Members.Length;

    /// <summary>The members in rising order, as they are now; valid until the next call.</summary>
    public ReadOnlySpan<int> Members
    {
        get
        {
            if (!_listed)
            {
                List();
            }

            return _members.AsSpan(0, _count);
        }
    }

    /// <summary>Takes all out.</summary>
    public void Reset()
    {
        Array.Clear(_words);
        _listed = false;
    }

    /// <summary>Becomes a copy of another set.</summary>
    public void CopyFrom(SlotSet other)
    {
        if (_words.Length != other._words.Length)
        {
            _words = new ulong[other._words.Length];
        }

        other._words.CopyTo(_words);
        _listed = false;
    }

    /// <summary>Puts a slot in or takes it out.</summary>
    public void Put(int slot, bool member)
    {
        int word = slot >> 6;
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(word + 1, 2 * _words.Length));
        }

        ulong bit = 1UL << (slot & 63);
        _words[word] = member ? _words[word] | bit : _words[word] & ~bit;
        _listed = false;
    }

    private void List()
    {
        _count = 0;
        for (int word = 0; word < _words.Length; word++)
        {
            if (_count + 64 > _members.Length)
            {
                Array.Resize(ref _members, 2 * _members.Length);
            }

            for (ulong left = _words[word]; left != 0; left &= left - 1)
            {
                _members[_count++] = (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }

        _listed = true;
    }
}
