using System.Numerics;

namespace KentSufficiency.Benchmarks.Core;

/// <summary>
/// Work that stays the same whatever changes in the program: a walk through 4 MiB, two thirds of it arithmetic and one third waiting for memory
/// beyond the nearest caches, roughly what a replication is like. What is held against it is freed of a good part of the machine's speed on that day.
/// </summary>
internal sealed class Yardstick
{
    private const int Steps = 20_000;
    private readonly ulong[] _field = new ulong[(4 << 20) / sizeof(ulong)];

    /// <summary>Does some portions of about half a millisecond each.</summary>
    /// <param name="portions">How many.</param>
    /// <returns>A number that depends on all of it, so that nothing is left out.</returns>
    public long Work(int portions)
    {
        ulong state = 0x9E3779B97F4A7C15;
        for (int step = 0; step < portions * Steps; step++)
        {
            ref ulong place = ref _field[state & (ulong)(_field.Length - 1)];
            place += state;
            for (int round = 0; round < 3; round++)
            {
                state = (BitOperations.RotateLeft(state, 23) ^ place) * 0xBF58476D1CE4E5B9;
            }
        }

        return (long)state;
    }
}
