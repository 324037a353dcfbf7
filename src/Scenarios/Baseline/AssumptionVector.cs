using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// A value for each assumption, before any lever, and what has been compiled from these values: shared by all scenarios of a replication,
/// so that each compiles only what its levers change. Safe to share between threads; two that compile the same thing at once get equal ones.
/// </summary>
internal sealed class AssumptionVector(AssumptionCatalogue catalogue, double[] values)
{
    private CountyRates? _rates;

    /// <summary>The value of an assumption.</summary>
    public double this[string id] => values[catalogue.IndexOf(id)];

    /// <summary>The laws of duration compiled from these values, those of levers included.</summary>
    public LawBook Laws { get; } = new();

    /// <summary>The rates without any lever, compiled once.</summary>
    public CountyRates Rates(Func<Assumed, CountyRates> compile) => _rates ??= compile(new Assumed(id => this[id], Laws));
}
