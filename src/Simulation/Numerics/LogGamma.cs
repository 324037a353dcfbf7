namespace KentSufficiency.Simulation.Numerics;

/// <summary>The logarithm of the gamma function of a positive number, by Stirling's series; about 1 part in 10^14.</summary>
public static class LogGamma
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    // From here on six terms of the series suffice; smaller arguments are carried up by Gamma(x) = Gamma(x + 1) / x.
    private const double SeriesFrom = 10;

    /// <summary>log Gamma(x).</summary>
    /// <param name="x">A positive number; for an integer k, x = k + 1 gives log k!.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive.</exception>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        double product = 1;
        for (; x < SeriesFrom; x++)
        {
            product *= x;
        }

        double stirling = ((x - 0.5) * Elementary.Log(x)) - x + HalfLogTwoPi + Remainder(x);
        return product == 1 ? stirling : stirling - Elementary.Log(product);
    }

    private static double Remainder(double x)
    {
        double t = 1 / (x * x);
        return ((1.0 / 12) - (t * ((1.0 / 360) - (t * ((1.0 / 1260) - (t * ((1.0 / 1680)
            - (t * ((1.0 / 1188) - (t * (691.0 / 360360))))))))))) / x;
    }
}
