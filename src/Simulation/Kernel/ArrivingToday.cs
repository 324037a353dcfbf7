using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>Who arrives today, from all streams; the draws of the streams and the first luck of the arrivals are made in blocks.</summary>
internal sealed class ArrivingToday
{
    private readonly List<ulong> _ids = new(256);
    private ulong[] _addresses = [];
    private ulong[] _ordinals = new ulong[256];
    private RandomBlock[] _luck = new RandomBlock[256];

    /// <summary>Arrivals.</summary>
    public int Count => _ids.Count;

    /// <summary>The n-th arrival's address.</summary>
    public ulong Id(int n) => _ids[n];

    /// <summary>The n-th arrival's first luck at the front door.</summary>
    public ref readonly RandomBlock Luck(int n) => ref _luck[n];

    /// <summary>Draws the day's arrivals.</summary>
    public void Draw(DrawKey key, in Today today, Arrivals[] streams)
    {
        if (_addresses.Length != streams.Length)
        {
            _addresses = [.. streams.Select(stream => stream.Address)];
        }

        Grow(streams.Length);
        _ordinals.AsSpan(0, streams.Length).Fill(Arrivals.Ordinal(today.Day, 0));
        Fill(key, _addresses, Process.Arrivals);
        _ids.Clear();
        for (int i = 0; i < streams.Length; i++)
        {
            streams[i].On(key, today.Day, Rate(streams[i], today), _luck[i], _ids);
        }

        Grow(_ids.Count);
        _ordinals.AsSpan(0, _ids.Count).Clear();
        Fill(key, CollectionsMarshal.AsSpan(_ids), Process.FrontDoor);
    }

    private static double Rate(Arrivals stream, in Today today)
    {
        CountyRates rates = today.Rates;
        int month = today.Month - 1;
        return stream.Kind switch
        {
            EntityKind.ReferredChild => rates.FrontDoor.ReferralsPerDay[stream.District],
            EntityKind.EarlyHelpChild => rates.FrontDoor.EarlyHelpPerDay[stream.District],
            EntityKind.OtherAuthorityChild => rates.OtherAuthorities.RequestsPerDay[stream.District],
            EntityKind.EnquiringHousehold => rates.Fostering.EnquiriesPerDay[stream.District] * rates.Fostering.EnquirySeason[month],
            _ => rates.Unaccompanied.ArrivalsPerDay * rates.Unaccompanied.Season[month],
        };
    }

    private void Fill(DrawKey key, ReadOnlySpan<ulong> entities, Process process) =>
        Philox4x32.Fill(key, entities, (ushort)process, _ordinals.AsSpan(0, entities.Length), _luck.AsSpan(0, entities.Length));

    private void Grow(int size)
    {
        if (_luck.Length < size)
        {
            _ordinals = new ulong[2 * size];
            Array.Resize(ref _luck, 2 * size);
        }
    }
}
