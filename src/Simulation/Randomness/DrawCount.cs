using System.Diagnostics;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>
/// Counts draws of 128 bits on this thread, where the library is built with COUNT_DRAWS (<c>-p:CountDraws=true</c>). In any other build nothing
/// of it is left in the loop.
/// </summary>
internal static class DrawCount
{
    [ThreadStatic]
    private static long s_draws;

    /// <summary>Whether this build counts.</summary>
    public static bool IsOn =>
#if COUNT_DRAWS
        true;
#else
        false;
#endif

    /// <summary>Draws so far.</summary>
    public static long Draws => s_draws;

    /// <summary>Counts some.</summary>
    [Conditional("COUNT_DRAWS")]
    public static void Add(int draws) => s_draws += draws;
}
