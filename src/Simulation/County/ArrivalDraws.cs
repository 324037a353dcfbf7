using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.County;

/// <summary>The first draw of each of several streams of arrivals on a day, made in a block.</summary>
internal sealed class ArrivalDraws(Arrivals[] streams)
{
    private readonly ulong[] _addresses = [.. streams.Select(stream => stream.Address)];
    private readonly ulong[] _ordinals = new ulong[streams.Length];
    private readonly RandomBlock[] _luck = new RandomBlock[streams.Length];

    /// <summary>The number of streams.</summary>
    public int Count => _luck.Length;

    /// <summary>The draws of a day in the order of the streams; valid until the next day is asked for.</summary>
    public ReadOnlySpan<RandomBlock> On(DrawKey key, int day)
    {
        Array.Fill(_ordinals, Arrivals.Ordinal(day, 0));
        Philox4x32.Fill(key, _addresses, (ushort)Process.Arrivals, _ordinals, _luck);
        return _luck;
    }
}
