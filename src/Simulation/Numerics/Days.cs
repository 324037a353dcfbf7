using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>Turns durations into whole days: the one place where the model does so.</summary>
public static class Days
{
    /// <summary>The longest duration in days. A day of the simulation plus this is still an <see cref="int"/>.</summary>
    public const int Max = 1_000_000_000;

    /// <summary>
    /// Rounds a duration down, or up with the chance of its fraction, so that the expected number of days is the duration itself.
    /// </summary>
    /// <param name="duration">A duration in days, 0 or more; more than <see cref="Max"/> counts as <see cref="Max"/>.</param>
    /// <param name="word">A word of a block at the duration's own address; independent of the words that made the duration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative or NaN.</exception>
    public static int Round(double duration, uint word)
    {
        Require.Between(duration, 0, double.PositiveInfinity);
        if (duration >= Max)
        {
            return Max;
        }

        int whole = double.ConvertToIntegerNative<int>(duration);
        return whole + (RandomBlock.Uniform(word) < duration - whole ? 1 : 0);
    }
}
