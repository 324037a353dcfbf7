using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// The distribution that an assumption's range describes: its logarithm (log-normal) or log-odds (logit-normal) are normal, with the 5th
/// percentile at low and the 95th at high. The median is the middle of the range on that scale; it is near the assumption's value but need
/// not be it. The same bits on every machine.
/// </summary>
public sealed class AssumptionLaw
{
    /// <summary>The 95% quantile of the standard normal distribution.</summary>
    internal const double Z95 = 1.6448536269514722;

    private readonly bool _share;
    private readonly double _mean;
    private readonly double _sd;

    private AssumptionLaw(bool share, double low, double high)
    {
        double lowest = share ? LogOdds(low) : Elementary.Log(low);
        double highest = share ? LogOdds(high) : Elementary.Log(high);
        _share = share;
        _mean = 0.5 * (lowest + highest);
        _sd = (highest - lowest) / (2 * Z95);
    }

    /// <summary>The distribution of an assumption, or null where it is exact and has no range.</summary>
    public static AssumptionLaw? Of(Assumption assumption) => assumption is { Low: double low, High: double high }
        ? new AssumptionLaw(assumption.Distribution == RangeDistribution.LogitNormal, low, high)
        : null;

    /// <summary>The value at a probability: given a uniform draw, a draw of the assumption.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    public double Quantile(double probability) => At(NormalQuantile.Of(probability));

    /// <summary>The value so many standard deviations from the median, on the scale on which the distribution is normal.</summary>
    /// <param name="deviations">Standard deviations, from the median; any number.</param>
    public double At(double deviations)
    {
        double normal = _mean + (_sd * deviations);
        return _share ? 1 / (1 + Elementary.Exp(-normal)) : Elementary.Exp(normal);
    }

    /// <summary>How many standard deviations a value lies from the median: what <see cref="At"/> undoes.</summary>
    /// <param name="value">The value; above 0, and for a share below 1.</param>
    public double Deviations(double value) => ((_share ? LogOdds(value) : Elementary.Log(value)) - _mean) / _sd;

    /// <summary>The logarithm of the odds of a share.</summary>
    internal static double LogOdds(double share) => Elementary.Log(share / (1 - share));
}
