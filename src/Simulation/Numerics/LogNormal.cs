namespace KentSufficiency.Simulation.Numerics;

/// <summary>A log-normal distribution: a positive quantity whose logarithm is normal.</summary>
public readonly record struct LogNormal
{
    private LogNormal(double median, double sigma)
    {
        Median = median;
        Sigma = sigma;
    }

    /// <summary>The median.</summary>
    public double Median { get; }

    /// <summary>The standard deviation of the logarithm.</summary>
    public double Sigma { get; }

    /// <summary>The mean.</summary>
    public double Mean => Median * Elementary.Exp(0.5 * Sigma * Sigma);

    /// <summary>The distribution with this mean and standard deviation of the quantity itself.</summary>
    /// <param name="mean">The mean, positive.</param>
    /// <param name="sd">The standard deviation, 0 or more; 0 makes a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static LogNormal FromMeanAndSd(double mean, double sd)
    {
        Require.PositiveFinite(mean);
        Require.Between(sd, 0, double.MaxValue);
        double spread = 1 + (sd / mean * (sd / mean));
        Require.PositiveFinite(spread, nameof(sd));
        return new LogNormal(mean / Math.Sqrt(spread), Math.Sqrt(Elementary.Log(spread)));
    }

    /// <summary>The distribution with this median and this standard deviation of the logarithm.</summary>
    /// <param name="median">The median, positive.</param>
    /// <param name="sigma">The standard deviation of the logarithm, from 0 (a constant) to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static LogNormal FromMedianAndSigma(double median, double sigma)
    {
        Require.PositiveFinite(median);
        Require.Between(sigma, 0, 100);
        return new LogNormal(median, sigma);
    }

    /// <summary>A draw, by inversion: a larger uniform gives a larger value.</summary>
    /// <param name="u">A uniform between 0 and 1, both excluded.</param>
    public double Sample(double u) => Median * Elementary.Exp(Sigma * NormalQuantile.Of(u));
}
