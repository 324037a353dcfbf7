using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Someone who seeks a place outside the rounds today.</summary>
/// <param name="Number">The child.</param>
/// <param name="Id">The child's address.</param>
/// <param name="Applications">Applications before this one.</param>
/// <param name="Displaced">Whether the child's school has closed.</param>
internal readonly record struct InYearRequest(int Number, ulong Id, int Applications, bool Displaced);

/// <summary>
/// The requests of a day in the order in which they are answered: children of a school that closes first, then by an addressed lot, then by
/// address. Lots and characters are drawn in blocks.
/// </summary>
internal sealed class InYearQueue
{
    private const int IndexBits = 31;
    private const ulong IndexMask = (1UL << IndexBits) - 1;

    private InYearRequest[] _requests = new InYearRequest[256];
    private ulong[] _ids = new ulong[256];
    private ulong[] _ordinals = new ulong[256];
    private ulong[] _keys = new ulong[256];
    private int[] _boxes = new int[512];
    private RandomBlock[] _lots = new RandomBlock[256];
    private RandomBlock[] _characters = new RandomBlock[256];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A request, in the order in which they were added.</summary>
    public ref readonly InYearRequest this[int request] => ref _requests[request];

    /// <summary>The admission character of who asks.</summary>
    public ref readonly RandomBlock CharacterOf(int request) => ref _characters[request];

    /// <summary>Empties the queue.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a request.</summary>
    public void Add(in InYearRequest request)
    {
        if (Count == _requests.Length)
        {
            Grow(2 * Count);
        }

        (_ids[Count], _ordinals[Count]) = (request.Id, (ulong)request.Applications);
        _requests[Count++] = request;
    }

    /// <summary>Draws the lots and characters of all.</summary>
    public void Draw(DrawKey key)
    {
        ReadOnlySpan<ulong> ids = _ids.AsSpan(0, Count);
        Span<ulong> ordinals = _ordinals.AsSpan(0, Count);
        Philox4x32.Fill(key, ids, (ushort)Process.InYear, ordinals, _lots.AsSpan(0, Count));
        ordinals.Fill(AdmissionCharacter.CharacterBlock);
        Philox4x32.Fill(key, ids, (ushort)Process.ResidentCharacter, ordinals, _characters.AsSpan(0, Count));
    }

    /// <summary>The requests in their order; valid until the queue changes.</summary>
    public Turns InOrder()
    {
        CountBoxes();
        Span<ulong> keys = _keys.AsSpan(0, Count);
        for (int request = 0; request < keys.Length; request++)
        {
            ulong key = KeyOf(request);
            keys[_boxes[BoxOf(key)]++] = key;
        }

        for (int i = 1; i < keys.Length; i++)
        {
            for (int j = i; j > 0 && IsBefore(keys[j], keys[j - 1]); j--)
            {
                (keys[j], keys[j - 1]) = (keys[j - 1], keys[j]);
            }
        }

        return new Turns(keys);
    }

    /// <summary>What a request is sorted by, and the request in the lowest bits.</summary>
    private ulong KeyOf(int request) =>
        ((_requests[request].Displaced ? 0UL : 1) << 63) | ((ulong)_lots[request].D << IndexBits) | (uint)request;

    /// <summary>Lots are uniform: boxes of equal width, as many as requests, put them nearly in order.</summary>
    private int BoxOf(ulong key) => (int)((((key >> IndexBits) & uint.MaxValue) * (ulong)Count) >> 32) + (key >> 63 != 0 ? Count : 0);

    /// <summary>Where each box begins.</summary>
    private void CountBoxes()
    {
        Span<int> boxes = _boxes.AsSpan(0, 2 * Count);
        boxes.Clear();
        for (int request = 0; request < Count; request++)
        {
            boxes[BoxOf(KeyOf(request))]++;
        }

        int at = 0;
        foreach (ref int box in boxes)
        {
            (box, at) = (at, at + box);
        }
    }

    /// <summary>By class and lot; of those with one lot the lower address goes first.</summary>
    private bool IsBefore(ulong one, ulong other) =>
        one >> IndexBits != other >> IndexBits ? one < other : IdOf(one) < IdOf(other);

    private ulong IdOf(ulong key) => _ids[(int)(key & IndexMask)];

    private void Grow(int length)
    {
        Array.Resize(ref _requests, length);
        Array.Resize(ref _ids, length);
        Array.Resize(ref _ordinals, length);
        Array.Resize(ref _keys, length);
        Array.Resize(ref _boxes, 2 * length);
        Array.Resize(ref _lots, length);
        Array.Resize(ref _characters, length);
    }

    /// <summary>Goes through the requests.</summary>
    internal ref struct Turns(ReadOnlySpan<ulong> keys)
    {
        private readonly ReadOnlySpan<ulong> _keys = keys;
        private int _next;

        /// <summary>The request.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (_next == _keys.Length)
            {
                return false;
            }

            Current = (int)(_keys[_next++] & IndexMask);
            return true;
        }

        /// <summary>The turns themselves, so that foreach takes them.</summary>
        public readonly Turns GetEnumerator() => this;
    }
}
