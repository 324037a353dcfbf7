using System.Runtime.InteropServices;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// The central queue. It is in order but for the requests of today, so that putting these in their places is all that has to be done in the morning.
/// </summary>
internal sealed class WaitingLine
{
    private readonly List<WaitingRequest> _requests = new(256);
    private int _inOrder;

    /// <summary>How many requests there are.</summary>
    public int Count => _requests.Count;

    /// <summary>The requests; in the order of the queue once <see cref="Order"/> was called and nobody has asked since.</summary>
    public Span<WaitingRequest> All => CollectionsMarshal.AsSpan(_requests);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _requests.Clear();
        _inOrder = 0;
    }

    /// <summary>Takes over requests in any order.</summary>
    public void AddRange(IEnumerable<WaitingRequest> requests) => _requests.AddRange(requests);

    /// <summary>Takes over requests in any order.</summary>
    public void AddRange(ReadOnlySpan<WaitingRequest> requests) => _requests.AddRange(requests);

    /// <summary>Puts a request of today into the queue; a child who already waits keeps one place only, the newer.</summary>
    public void Add(in WaitingRequest request)
    {
        Span<WaitingRequest> all = All;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Id == request.Id)
            {
                _requests.RemoveAt(i);
                _inOrder -= i < _inOrder ? 1 : 0;
                break;
            }
        }

        _requests.Add(request);
    }

    /// <summary>Dates the requests of today and puts everybody in order.</summary>
    public void Order(int day)
    {
        Span<WaitingRequest> all = All;
        for (int i = all.Length - 1; i >= 0 && all[i].Since == int.MinValue; i--)
        {
            all[i] = all[i] with { Since = day };
        }

        for (int i = Math.Max(1, _inOrder); i < all.Length; i++)
        {
            if (all[i].ComesBefore(all[i - 1]))
            {
                Advance(all, i);
            }
        }

        _inOrder = all.Length;
    }

    /// <summary>Moves a request up to where the line has closed ranks; mostly it stands there.</summary>
    public static void MoveUp(Span<WaitingRequest> all, int at, int from)
    {
        if (at != from)
        {
            all[at] = all[from];
        }
    }

    /// <summary>Keeps the first so many, in which those who go on waiting were gathered in order.</summary>
    public void Keep(int count)
    {
        CollectionsMarshal.SetCount(_requests, count);
        _inOrder = count;
    }

    /// <summary>Moves a request forward to where it belongs among those before it, which are in order.</summary>
    private static void Advance(Span<WaitingRequest> all, int from)
    {
        WaitingRequest request = all[from];
        int at = from;
        for (; at > 0 && request.ComesBefore(all[at - 1]); at--)
        {
            all[at] = all[at - 1];
        }

        all[at] = request;
    }
}
