using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Draws one block for each child that a walk gathers, as many at a time as there is room for.</summary>
/// <param name="process">What is drawn for.</param>
/// <param name="ordinal">The ordinal of the draw, the same for all.</param>
internal sealed class GatheredDraws(Process process, ulong ordinal)
{
    private const int Abreast = 256;

    private readonly int[] _numbers = new int[Abreast];
    private readonly ulong[] _ids = new ulong[Abreast];
    private readonly ulong[] _ordinals = [.. Enumerable.Repeat(ordinal, Abreast)];
    private readonly RandomBlock[] _luck = new RandomBlock[Abreast];
    private int _count;

    /// <summary>Gathers a child. True when there is room for no other: it is time to draw.</summary>
    public bool Add(int number, ulong id)
    {
        (_numbers[_count], _ids[_count]) = (number, id);
        return ++_count == Abreast;
    }

    /// <summary>Draws for those gathered, and lets them go.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="numbers">The children.</param>
    /// <returns>Their blocks; both are valid until others are gathered.</returns>
    public ReadOnlySpan<RandomBlock> Draw(DrawKey key, out ReadOnlySpan<int> numbers)
    {
        int count = _count;
        _count = 0;
        numbers = _numbers.AsSpan(0, count);
        Span<RandomBlock> luck = _luck.AsSpan(0, count);
        Philox4x32.Fill(key, _ids.AsSpan(0, count), (ushort)process, _ordinals.AsSpan(0, count), luck);
        return luck;
    }
}
