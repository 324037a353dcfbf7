using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// How one family likes the schools in view, a lane each: what is seen, less the way there, and luck. Of schools liked the same, to one part
/// in 2^18, the one listed first as nearer is liked better. Written for vectors, but only with operations that give the same bits without.
/// Optimised at the first call already: code made ahead of time has no such vectors, and code made in haste keeps them in memory.
/// </summary>
internal sealed class Likings
{
    /// <summary>Room for the schools in view: whole vectors.</summary>
    public const int Lanes = 24;

    private const int Width = 8;
    private const int LaneMask = 31;
    private const int MagnitudeMask = int.MaxValue;

    /// <summary>Below the order of any finite liking.</summary>
    private const int Nothing = unchecked((int)0x8080_0000);

    private readonly float[] _seen = new float[Lanes];
    private readonly float[] _luck = new float[Lanes];

    /// <summary>Room for luck; lanes beyond the schools in question are to hold minus infinity.</summary>
    public Span<float> Luck => _luck;

    /// <summary>What is seen of each school, with what its faith adds for some, less the way to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void See(
        ReadOnlySpan<float> seen, ReadOnlySpan<float> more, float share, ReadOnlySpan<float> east, ReadOnlySpan<float> north, float homeEast, float homeNorth, float perUnit)
    {
        Vector256<float> homesEast = Vector256.Create(homeEast);
        Vector256<float> homesNorth = Vector256.Create(homeNorth);
        for (int at = 0; at < Lanes; at += Width)
        {
            Vector256<float> e = Vector256.Create(east.Slice(at, Width)) - homesEast;
            Vector256<float> n = Vector256.Create(north.Slice(at, Width)) - homesNorth;
            Vector256<float> way = Vector256.Sqrt((e * e) + (n * n)) * perUnit;
            Vector256<float> liking = Vector256.Create(seen.Slice(at, Width)) + (Vector256.Create(more.Slice(at, Width)) * share) - way;
            liking.CopyTo(_seen, at);
        }
    }

    /// <summary>Lets a school be liked more.</summary>
    public void Raise(int lane, float effect) => _seen[lane] += effect;

    /// <summary>Finds the schools liked best, in order, and returns how many there are: fewer where fewer take part.</summary>
    /// <param name="best">Receives their lanes.</param>
    /// <param name="schools">Schools in question: the first lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Best(Span<int> best, int schools)
    {
        Vector256<int> first = Order(0);
        Vector256<int> second = Order(Width);
        Vector256<int> gone = Vector256.Create(int.MinValue);
        Vector256<int> third = schools > Width + Width ? Order(Width + Width) : gone;
        for (int rank = 0; rank < best.Length; rank++)
        {
            int top = Most(Vector256.Max(Vector256.Max(first, second), third));
            if (top < Nothing)
            {
                return rank;
            }

            best[rank] = LaneMask - (top & LaneMask);
            Vector256<int> taken = Vector256.Create(top);
            first = Vector256.ConditionalSelect(Vector256.Equals(first, taken), gone, first);
            second = Vector256.ConditionalSelect(Vector256.Equals(second, taken), gone, second);
            third = Vector256.ConditionalSelect(Vector256.Equals(third, taken), gone, third);
        }

        return best.Length;
    }

    /// <summary>Likings as integers of the same order, all different: the last bits give way to the lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Order(int at)
    {
        Vector256<int> bits = (Vector256.Create(_seen, at) + Vector256.Create(_luck, at)).AsInt32();
        Vector256<int> sortable = bits ^ ((bits >> 31) & Vector256.Create(MagnitudeMask));
        Vector256<int> lane = Vector256.Create(LaneMask - at) - Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
        return (sortable & Vector256.Create(~LaneMask)) | lane;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Most(Vector256<int> values)
    {
        Vector128<int> most = Vector128.Max(values.GetLower(), values.GetUpper());
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(2, 3, 0, 1)));
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(1, 0, 3, 2)));
        return most.ToScalar();
    }
}
