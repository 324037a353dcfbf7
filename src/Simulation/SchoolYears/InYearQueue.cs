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
    private readonly LotOrder _displaced = new();
    private readonly LotOrder _others = new();
    private InYearRequest[] _requests = new InYearRequest[256];
    private ulong[] _ids = new ulong[256];
    private ulong[] _ordinals = new ulong[256];
    private int[] _order = new int[256];
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
    public ReadOnlySpan<int> InOrder()
    {
        _displaced.Clear();
        _others.Clear();
        for (int request = 0; request < Count; request++)
        {
            (_requests[request].Displaced ? _displaced : _others).Add(_lots[request].D, _ids[request], request);
        }

        int next = 0;
        foreach (LotOrder order in (ReadOnlySpan<LotOrder>)[_displaced, _others])
        {
            foreach (ref readonly LotOrder.Waiting one in order.Sort())
            {
                _order[next++] = one.Number;
            }
        }

        return _order.AsSpan(0, Count);
    }

    private void Grow(int length)
    {
        Array.Resize(ref _requests, length);
        Array.Resize(ref _ids, length);
        Array.Resize(ref _ordinals, length);
        Array.Resize(ref _order, length);
        Array.Resize(ref _lots, length);
        Array.Resize(ref _characters, length);
    }
}
