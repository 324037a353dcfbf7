using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.County;

/// <summary>Addresses of one process that are to be drawn together, in a block. Allocates nothing once grown.</summary>
internal sealed class DrawList(Process process)
{
    private ulong[] _entities = new ulong[64];
    private ulong[] _ordinals = new ulong[64];
    private RandomBlock[] _luck = new RandomBlock[64];
    private int _count;

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds an address.</summary>
    public void Add(ulong entity, int ordinal)
    {
        if (_count == _entities.Length)
        {
            Array.Resize(ref _entities, 2 * _count);
            Array.Resize(ref _ordinals, 2 * _count);
            Array.Resize(ref _luck, 2 * _count);
        }

        (_entities[_count], _ordinals[_count]) = (entity, (ulong)(uint)ordinal);
        _count++;
    }

    /// <summary>The draws, in the order in which their addresses were added; valid until the list changes.</summary>
    public ReadOnlySpan<RandomBlock> Draw(DrawKey key)
    {
        Philox4x32.Fill(key, _entities.AsSpan(0, _count), (ushort)process, _ordinals.AsSpan(0, _count), _luck.AsSpan(0, _count));
        return _luck.AsSpan(0, _count);
    }
}
