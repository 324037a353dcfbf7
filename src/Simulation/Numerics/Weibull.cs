namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// A Weibull distribution of durations: with a shape above 1 an end becomes likelier as time passes, below 1 less likely; shape 1 is
/// the exponential.
/// </summary>
public readonly record struct Weibull
{
    /// <summary>Creates the distribution.</summary>
    /// <param name="shape">The shape, from 0.01 to 1000.</param>
    /// <param name="scale">The duration that 63% (1 - 1/e) do not exceed, whatever the shape; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Weibull(double shape, double scale)
    {
        Require.Between(shape, 0.01, 1000);
        Require.PositiveFinite(scale);
        Shape = shape;
        Scale = scale;
    }

    /// <summary>The shape.</summary>
    public double Shape { get; }

    /// <summary>The scale.</summary>
    public double Scale { get; }

    /// <summary>The mean.</summary>
    public double Mean => Scale * MeanOfUnitScale(Shape);

    /// <summary>The distribution with this shape and mean.</summary>
    /// <param name="shape">The shape, from 0.01 to 1000.</param>
    /// <param name="mean">The mean, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static Weibull FromMean(double shape, double mean)
    {
        Require.Between(shape, 0.01, 1000);
        Require.PositiveFinite(mean);
        return new Weibull(shape, mean / MeanOfUnitScale(shape));
    }

    /// <summary>A draw, by inversion: a larger uniform gives a longer duration.</summary>
    /// <param name="u">A uniform between 0 and 1, both excluded.</param>
    public double Sample(double u) => Scale * Elementary.Pow(Exponential.Standard(u), 1 / Shape);

    /// <summary>
    /// A draw of the total duration of something that has lasted some time already: by inversion of the distribution conditional on
    /// exceeding that time. A larger uniform gives a longer duration.
    /// </summary>
    /// <param name="u">A uniform between 0 and 1, both excluded.</param>
    /// <param name="elapsed">The time elapsed, 0 or more; the result is never less.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time elapsed is negative or not finite.</exception>
    public double SampleGivenElapsed(double u, double elapsed)
    {
        Require.Between(elapsed, 0, double.MaxValue);
        double hazardSoFar = Elementary.Pow(elapsed / Scale, Shape);
        double total = Scale * Elementary.Pow(hazardSoFar + Exponential.Standard(u), 1 / Shape);
        return Math.Max(total, elapsed); // Rounding must not undo a day that has passed.
    }

    private static double MeanOfUnitScale(double shape) => Elementary.Exp(LogGamma.Of(1 + (1 / shape)));
}
