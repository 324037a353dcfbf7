using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Residents;

/// <summary>Draws one block for each child of the start, many at a time.</summary>
internal sealed class StockDraws(ResidentTable residents)
{
    private const int Abreast = 512;

    private readonly ulong[] _ids = new ulong[Abreast];
    private readonly ulong[] _ordinals = new ulong[Abreast];
    private readonly RandomBlock[] _luck = new RandomBlock[Abreast];

    /// <summary>The blocks of a child and of the next ones, as many as are drawn at a time; valid until more are asked for.</summary>
    /// <param name="first">Number of the child, one of the start.</param>
    /// <param name="key">Seed and replication.</param>
    /// <param name="process">What is drawn for.</param>
    /// <param name="ordinal">The ordinal of the draw, the same for all.</param>
    public ReadOnlySpan<RandomBlock> From(int first, DrawKey key, Process process, ulong ordinal)
    {
        int count = Math.Min(Abreast, residents.StockCount - first);
        for (int i = 0; i < count; i++)
        {
            _ids[i] = residents[first + i].Id;
        }

        Array.Fill(_ordinals, ordinal);
        Philox4x32.Fill(key, _ids.AsSpan(0, count), (ushort)process, _ordinals.AsSpan(0, count), _luck.AsSpan(0, count));
        return _luck.AsSpan(0, count);
    }
}
