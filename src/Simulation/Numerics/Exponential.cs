namespace KentSufficiency.Simulation.Numerics;

/// <summary>Exponential durations: the chance of an end tomorrow does not depend on the time elapsed.</summary>
public static class Exponential
{
    /// <summary>A draw, by inversion: a larger uniform gives a longer duration.</summary>
    /// <param name="u">A uniform between 0 and 1, both excluded.</param>
    /// <param name="mean">The mean duration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not positive and finite.</exception>
    public static double Sample(double u, double mean)
    {
        Require.PositiveFinite(mean);
        return mean * Standard(u);
    }

    /// <summary>A draw of mean 1.</summary>
    internal static double Standard(double u) => -Elementary.Log(1 - u);
}
