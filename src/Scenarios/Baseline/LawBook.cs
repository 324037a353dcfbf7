using System.Collections.Concurrent;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Laws of duration, each tabulated once for the same numbers: the tables are most of the work of compiling a county.</summary>
internal sealed class LawBook
{
    private readonly ConcurrentDictionary<(Family Family, double First, double Second), DurationLaw> _laws = new();

    private enum Family
    {
        LogNormal,
        Exponential,
        Weibull,
    }

    /// <summary>A log-normal duration from its mean and relative spread.</summary>
    public DurationLaw LogNormal(double mean, double spread) => Of(Family.LogNormal, mean, spread);

    /// <summary>An exponential duration.</summary>
    public DurationLaw Exponential(double mean) => Of(Family.Exponential, mean, 0);

    /// <summary>A Weibull duration from its shape and mean.</summary>
    public DurationLaw Weibull(double shape, double mean) => Of(Family.Weibull, shape, mean);

    private DurationLaw Of(Family family, double first, double second) => _laws.GetOrAdd((family, first, second), static law => Tabulate(law));

    private static DurationLaw Tabulate((Family Family, double First, double Second) law)
    {
        (Family family, double first, double second) = law;
        return family switch
        {
            Family.LogNormal => new DurationLaw(Simulation.Numerics.LogNormal.FromMeanAndSd(first, first * second).Sample),
            Family.Weibull => new DurationLaw(Simulation.Numerics.Weibull.FromMean(first, second).Sample),
            _ => new DurationLaw(uniform => Simulation.Numerics.Exponential.Sample(uniform, first)),
        };
    }
}
