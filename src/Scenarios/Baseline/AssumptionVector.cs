using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// A value for each assumption, before any lever, and what has been compiled from these values: shared by all scenarios of a replication,
/// so that each compiles only what its levers change. Safe to share between threads, all of which get the same objects.
/// </summary>
internal sealed class AssumptionVector
{
    private readonly AssumptionCatalogue _catalogue;
    private readonly double[] _values;
    private readonly Lazy<CompiledRates> _rates;
    private readonly Lazy<InitialStock> _stock;
    private readonly Lazy<PoolSize[]> _pools;

    /// <summary>Takes the values; nothing is compiled before it is asked for.</summary>
    public AssumptionVector(AssumptionCatalogue catalogue, double[] values, RatesBuilder rates, Func<Assumed, InitialStock> stock)
    {
        _catalogue = catalogue;
        _values = values;
        var assumed = new Assumed(id => this[id], Laws);
        _rates = new Lazy<CompiledRates>(() => rates.Build(assumed));
        _stock = new Lazy<InitialStock>(() => stock(assumed));
        _pools = new Lazy<PoolSize[]>(() => rates.Pools(assumed));
    }

    /// <summary>The laws of duration compiled from these values, those of levers included.</summary>
    public LawBook Laws { get; } = new();

    /// <summary>The rates without any lever.</summary>
    public CompiledRates Rates => _rates.Value;

    /// <summary>The initial stock.</summary>
    public InitialStock Stock => _stock.Value;

    /// <summary>The pools of homes without any lever.</summary>
    public PoolSize[] Pools => _pools.Value;

    /// <summary>The value of an assumption.</summary>
    public double this[string id] => _values[_catalogue.IndexOf(id)];
}
