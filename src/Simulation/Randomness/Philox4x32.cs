namespace KentSufficiency.Simulation.Randomness;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11): a keyed function from a 128-bit
/// counter to 128 random bits. The counter is the draw's address, so a draw depends on what it is for and on nothing that came before.
/// </summary>
/// <remarks>
/// <para>Layout of the address. Key: word 0 = seed, word 1 = replication. Counter:</para>
/// <list type="bullet">
/// <item>word 0 = entity bits 0-31</item>
/// <item>word 1 = entity bits 32-63</item>
/// <item>word 2 = ordinal bits 0-31</item>
/// <item>word 3 = ordinal bits 32-47 in its low half, process in its high half</item>
/// </list>
/// <para>The layout is part of every published result: a change renames all draws. Thread-safe; allocates nothing.</para>
/// </remarks>
public static class Philox4x32
{
    /// <summary>Ordinals are below this limit, 2^48.</summary>
    public const ulong OrdinalLimit = 1UL << 48;

    internal const int Rounds = 10;
    internal const uint Multiplier0 = 0xD2511F53;
    internal const uint Multiplier1 = 0xCD9E8D57;
    internal const uint Weyl0 = 0x9E3779B9;
    internal const uint Weyl1 = 0xBB67AE85;

    /// <summary>The bits at one address.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="entity">The entity's 64-bit address.</param>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below <see cref="OrdinalLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^48 or more.</exception>
    public static RandomBlock Block(DrawKey key, ulong entity, ushort process, ulong ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, OrdinalLimit);
        DrawCount.Add(1);
        uint last = (uint)(ordinal >> 32) | ((uint)process << 16);
        return Block((uint)entity, (uint)(entity >> 32), (uint)ordinal, last, key.Seed, key.Replication);
    }

    /// <summary>
    /// The bits at many addresses of one process, the same bits as one call of <see cref="Block(DrawKey, ulong, ushort, ulong)"/> each;
    /// several times faster where the processor has 256 or 512-bit vectors.
    /// </summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="entities">The entities' addresses.</param>
    /// <param name="process">What the draws decide.</param>
    /// <param name="ordinals">How many times each entity has used the process before; each below <see cref="OrdinalLimit"/>.</param>
    /// <param name="blocks">Receives a block for each entity.</param>
    /// <exception cref="ArgumentException">The three spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ordinal is 2^48 or more; what was written is rubbish.</exception>
    public static void Fill(
        DrawKey key, ReadOnlySpan<ulong> entities, ushort process, ReadOnlySpan<ulong> ordinals, Span<RandomBlock> blocks)
    {
        RequireSameLength(entities.Length, ordinals.Length, blocks.Length);
        if (PhiloxVector512.Fill(key, entities, process, ordinals, blocks) > 0 || PhiloxVector256.Fill(key, entities, process, ordinals, blocks) > 0)
        {
            DrawCount.Add(blocks.Length);
            return;
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Block(key, entities[i], process, ordinals[i]);
        }
    }

    /// <summary>The bits at many ordinals of one entity and process.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="entity">The entity's address.</param>
    /// <param name="process">What the draws decide.</param>
    /// <param name="ordinals">The uses; each below <see cref="OrdinalLimit"/>.</param>
    /// <param name="blocks">Receives a block for each ordinal.</param>
    /// <exception cref="ArgumentException">The two spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ordinal is 2^48 or more; what was written is rubbish.</exception>
    public static void Fill(DrawKey key, ulong entity, ushort process, ReadOnlySpan<ulong> ordinals, Span<RandomBlock> blocks)
    {
        RequireSameLength(blocks.Length, ordinals.Length, blocks.Length);
        if (PhiloxVector512.Fill(key, entity, process, ordinals, blocks) > 0 || PhiloxVector256.Fill(key, entity, process, ordinals, blocks) > 0)
        {
            DrawCount.Add(blocks.Length);
            return;
        }

        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Block(key, entity, process, ordinals[i]);
        }
    }

    /// <summary>
    /// The same bits as <see cref="Fill(DrawKey, ReadOnlySpan{ulong}, ushort, ReadOnlySpan{ulong}, Span{RandomBlock})"/>, the first and the second half of each
    /// block apart: for who goes through many blocks word by word.
    /// </summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="entities">The entities' addresses.</param>
    /// <param name="process">What the draws decide.</param>
    /// <param name="ordinals">How many times each entity has used the process before; each below <see cref="OrdinalLimit"/>.</param>
    /// <param name="ab">Receives A in the low half and B in the high half.</param>
    /// <param name="cd">Receives C in the low half and D in the high half.</param>
    internal static void Fill(
        DrawKey key, ReadOnlySpan<ulong> entities, ushort process, ReadOnlySpan<ulong> ordinals, Span<ulong> ab, Span<ulong> cd)
    {
        RequireSameLength(entities.Length, ordinals.Length, ab.Length);
        RequireSameLength(entities.Length, ordinals.Length, cd.Length);
        if (PhiloxVector512.Fill(key, entities, process, ordinals, ab, cd) > 0 || PhiloxVector256.Fill(key, entities, process, ordinals, ab, cd) > 0)
        {
            DrawCount.Add(ab.Length);
            return;
        }

        for (int i = 0; i < ab.Length; i++)
        {
            RandomBlock block = Block(key, entities[i], process, ordinals[i]);
            ab[i] = block.A | ((ulong)block.B << 32);
            cd[i] = block.C | ((ulong)block.D << 32);
        }
    }

    /// <summary>The function itself, on counter and key words.</summary>
    internal static RandomBlock Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * c0;
            ulong product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return new RandomBlock(c0, c1, c2, c3);
    }

    private static void RequireSameLength(int entities, int ordinals, int blocks)
    {
        if (entities != ordinals || entities != blocks)
        {
            throw new ArgumentException($"{entities} entities, {ordinals} ordinals and room for {blocks} blocks: they must be as many.");
        }
    }

    /// <summary>Refuses ordinals of which one is too large: each is below 2^48 if all of their bits together are.</summary>
    internal static void RequireOrdinals(bool tooLarge)
    {
        if (tooLarge)
        {
            throw new ArgumentOutOfRangeException(nameof(tooLarge), "Every ordinal must be below 2^48.");
        }
    }
}
