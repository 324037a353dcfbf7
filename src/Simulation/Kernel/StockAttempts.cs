using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The luck of the attempts at one group of the initial stock, drawn some attempts ahead in a block: when the group entered, and the course it
/// shares.
/// </summary>
internal sealed class StockAttempts
{
    private const int Ahead = 8;
    private readonly ulong[] _entities = new ulong[2 * Ahead];
    private readonly ulong[] _ordinals = new ulong[2 * Ahead];
    private readonly RandomBlock[] _entries = new RandomBlock[Ahead];
    private readonly RandomBlock[] _courses = new RandomBlock[2 * Ahead];
    private DrawKey _key;
    private int _first;

    /// <summary>Turns to a group.</summary>
    public void Begin(in Draws lead)
    {
        _key = lead.Key;
        Array.Fill(_entities, lead.Entity);
        Draw(0);
    }

    /// <summary>Goes on to an attempt.</summary>
    public void GoTo(int attempt)
    {
        if (attempt >= _first + Ahead)
        {
            Draw(attempt);
        }

        Entry = _entries[attempt - _first];
        Course = _courses[2 * (attempt - _first)];
        Order = _courses[(2 * (attempt - _first)) + 1];
    }

    /// <summary>When the group entered, and the lead child's age.</summary>
    public RandomBlock Entry { get; private set; }

    /// <summary>The first block of <see cref="Care.CareCourse"/>.</summary>
    public RandomBlock Course { get; private set; }

    /// <summary>The second block of <see cref="Care.CareCourse"/>.</summary>
    public RandomBlock Order { get; private set; }

    private void Draw(int first)
    {
        _first = first;
        for (int i = 0; i < 2 * Ahead; i++)
        {
            _ordinals[i] = (ulong)(first + i);
        }

        Philox4x32.Fill(_key, _entities.AsSpan(0, Ahead), (ushort)Process.InitialStock, _ordinals.AsSpan(0, Ahead), _entries);
        for (int i = 0; i < 2 * Ahead; i++)
        {
            _ordinals[i] = (ulong)((2 * (1 + first)) + i); // An attempt is one episode more, and an episode has two blocks.
        }

        Philox4x32.Fill(_key, _entities, (ushort)Process.CareCourse, _ordinals, _courses);
    }
}
