using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// How some families like the schools in view, a lane each: what is seen, less the way there, and luck. Of schools liked the same, to one part
/// in 2^18, the one listed first as nearer is liked better. Written for vectors, but only with operations that give the same bits without.
/// Optimised at the first call already: code made ahead of time has no such vectors, and code made in haste keeps them in memory.
/// </summary>
/// <param name="families">Families for which there is room.</param>
internal sealed class Likings(int families)
{
    /// <summary>Room for the schools in view: whole vectors.</summary>
    public const int Lanes = 24;

    private const int Width = 8;

    /// <summary>Lanes that are always looked at.</summary>
    private const int Fewest = Width + Width;
    private const int LaneMask = 31;
    private const int MagnitudeMask = int.MaxValue;

    /// <summary>Below the order of any finite liking.</summary>
    private const int Nothing = unchecked((int)0x8080_0000);

    private readonly float[] _seen = new float[families * Lanes];
    private readonly float[] _luck = new float[families * Lanes];

    /// <summary>Room for a family's luck. It may be anything finite of a school of which minus infinity is seen.</summary>
    public Span<float> Luck(int family) => _luck.AsSpan(family * Lanes, Lanes);

    /// <summary>What is seen of each school, with what its faith adds for some, less the way to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See(
        int family, ReadOnlySpan<float> seen, ReadOnlySpan<float> more, float share, ReadOnlySpan<float> east, ReadOnlySpan<float> north, float homeEast, float homeNorth, float perUnit, int schools)
    {
        Span<float> liking = _seen.AsSpan(family * Lanes, Lanes);
        Vector256<float> homesEast = Vector256.Create(homeEast);
        Vector256<float> homesNorth = Vector256.Create(homeNorth);
        int lanes = Math.Max(schools, Fewest);
        for (int at = 0; at < lanes; at += Width)
        {
            Vector256<float> e = Vector256.Create(east.Slice(at, Width)) - homesEast;
            Vector256<float> n = Vector256.Create(north.Slice(at, Width)) - homesNorth;
            Vector256<float> way = Vector256.Sqrt((e * e) + (n * n)) * perUnit;
            (Vector256.Create(seen.Slice(at, Width)) + (Vector256.Create(more.Slice(at, Width)) * share) - way).CopyTo(liking.Slice(at, Width));
        }
    }

    /// <summary>Lets a school be liked more.</summary>
    public void Raise(int family, int lane, float effect) => _seen[(family * Lanes) + lane] += effect;

    /// <summary>Finds the schools liked best, in order, and returns how many there are: fewer where fewer take part.</summary>
    /// <param name="family">The family.</param>
    /// <param name="best">Receives their lanes.</param>
    /// <param name="schools">Schools in question: the first lanes, and whatever else is in the same vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Best(int family, Span<int> best, int schools)
    {
        ReadOnlySpan<float> seen = _seen.AsSpan(family * Lanes, Lanes);
        ReadOnlySpan<float> luck = _luck.AsSpan(family * Lanes, Lanes);
        Vector256<int> gone = Vector256.Create(int.MinValue);
        Vector256<int> first = Order(seen, luck, 0);
        Vector256<int> second = Order(seen, luck, Width);
        Vector256<int> third = schools > Fewest ? Order(seen, luck, Fewest) : gone;
        for (int rank = 0; rank < best.Length; rank++)
        {
            Vector256<int> top = Most(Vector256.Max(Vector256.Max(first, second), third));
            int most = top.ToScalar();
            if (most < Nothing)
            {
                return rank;
            }

            best[rank] = LaneMask - (most & LaneMask);
            first = Vector256.ConditionalSelect(Vector256.Equals(first, top), gone, first);
            second = Vector256.ConditionalSelect(Vector256.Equals(second, top), gone, second);
            third = Vector256.ConditionalSelect(Vector256.Equals(third, top), gone, third);
        }

        return best.Length;
    }

    /// <summary>Likings as integers of the same order, all different: the last bits give way to the lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Order(ReadOnlySpan<float> seen, ReadOnlySpan<float> luck, int at)
    {
        Vector256<int> bits = (Vector256.Create(seen.Slice(at, Width)) + Vector256.Create(luck.Slice(at, Width))).AsInt32();
        Vector256<int> sortable = bits ^ ((bits >> 31) & Vector256.Create(MagnitudeMask));
        Vector256<int> lane = Vector256.Create(LaneMask - at) - Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
        return (sortable & Vector256.Create(~LaneMask)) | lane;
    }

    /// <summary>The greatest of the values, in all lanes: what comes next need not wait for it to leave the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Most(Vector256<int> values)
    {
        values = Vector256.Max(values, Vector256.Shuffle(values, Vector256.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        values = Vector256.Max(values, Vector256.Shuffle(values, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        return Vector256.Max(values, Vector256.Shuffle(values, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6)));
    }
}
