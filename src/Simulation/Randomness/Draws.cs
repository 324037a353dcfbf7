namespace KentSufficiency.Simulation.Randomness;

/// <summary>The random numbers of one entity in one replication. Reading changes nothing: an address always gives the same bits.</summary>
/// <param name="Key">Seed and replication.</param>
/// <param name="Entity">The entity's 64-bit address.</param>
public readonly record struct Draws(DrawKey Key, ulong Entity)
{
    /// <summary>Ordinals given to <see cref="Attempt"/> are below this limit, 2^40, since the attempt takes the eight bits above.</summary>
    public const ulong AttemptOrdinalLimit = 1UL << AttemptShift;

    private const int AttemptShift = 40;

    /// <summary>The bits for one use of one process.</summary>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below 2^48.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^48 or more.</exception>
    public RandomBlock Block(ushort process, ulong ordinal) => Philox4x32.Block(Key, Entity, process, ordinal);

    /// <summary>
    /// The bits for one attempt of a sampler that may reject: ordinal bits 40 to 47 carry the attempt, so that a rejection takes no
    /// bits from the next use. Attempt 0 reads the same bits as <see cref="Block"/>.
    /// </summary>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below <see cref="AttemptOrdinalLimit"/>.</param>
    /// <param name="attempt">The attempt, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^40 or more.</exception>
    public RandomBlock Attempt(ushort process, ulong ordinal, byte attempt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, AttemptOrdinalLimit);
        return Philox4x32.Block(Key, Entity, process, ordinal | ((ulong)attempt << AttemptShift));
    }
}
