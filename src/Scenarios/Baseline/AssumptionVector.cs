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
    private readonly RatesBuilder _builder;
    private readonly Func<Assumed, InitialStock> _buildStock;
    private readonly double[] _values;
    private readonly Lazy<CompiledRates> _rates;
    private readonly Lazy<Compiled<InitialStock>> _stock;
    private readonly Lazy<Compiled<PoolSize[]>> _pools;

    /// <summary>Takes the values; nothing is compiled before it is asked for.</summary>
    public AssumptionVector(AssumptionCatalogue catalogue, double[] values, RatesBuilder rates, Func<Assumed, InitialStock> stock)
        : this(
            catalogue, values, new LawBook(), rates, stock, rates.Build,
            assumed => Compiled<InitialStock>.Of(assumed, stock), assumed => Compiled<PoolSize[]>.Of(assumed, rates.Pools))
    {
    }

    private AssumptionVector(
        AssumptionCatalogue catalogue,
        double[] values,
        LawBook laws,
        RatesBuilder builder,
        Func<Assumed, InitialStock> buildStock,
        Func<Assumed, CompiledRates> rates,
        Func<Assumed, Compiled<InitialStock>> stock,
        Func<Assumed, Compiled<PoolSize[]>> pools)
    {
        _catalogue = catalogue;
        _values = values;
        _builder = builder;
        _buildStock = buildStock;
        Laws = laws;
        var assumed = new Assumed(id => this[id], laws);
        _rates = new Lazy<CompiledRates>(() => rates(assumed));
        _stock = new Lazy<Compiled<InitialStock>>(() => stock(assumed));
        _pools = new Lazy<Compiled<PoolSize[]>>(() => pools(assumed));
    }

    /// <summary>The laws of duration compiled from these values, those of levers included.</summary>
    public LawBook Laws { get; }

    /// <summary>The rates without any lever.</summary>
    public CompiledRates Rates => _rates.Value;

    /// <summary>The initial stock.</summary>
    public InitialStock Stock => _stock.Value.What;

    /// <summary>The pools of homes without any lever.</summary>
    public PoolSize[] Pools => _pools.Value.What;

    /// <summary>Ids of the assumptions that the initial stock and the pools are made from.</summary>
    public IEnumerable<string> ReadAtStart => _stock.Value.Reads.Concat(_pools.Value.Reads);

    /// <summary>The value of an assumption.</summary>
    public double this[string id] => _values[_catalogue.IndexOf(id)];

    /// <summary>The same values but for some; what does not depend on these is the very same objects.</summary>
    /// <param name="changes">Other values, by id.</param>
    /// <param name="laws">Knows laws of duration already; it grows with those that the other values need.</param>
    public AssumptionVector With(IReadOnlyDictionary<string, double> changes, LawBook laws)
    {
        double[] values = [.. _values];
        foreach ((string id, double value) in changes)
        {
            values[_catalogue.IndexOf(id)] = value;
        }

        string[] changed = [.. changes.Keys];
        return new AssumptionVector(
            _catalogue, values, laws, _builder, _buildStock,
            assumed => Rates with { Rates = _builder.Rebuild(assumed, Rates, changed) },
            assumed => _stock.Value.Changed(assumed, changed, _buildStock),
            assumed => _pools.Value.Changed(assumed, changed, _builder.Pools));
    }

    /// <summary>Something compiled, and the ids that it was compiled from.</summary>
    private sealed record Compiled<T>(T What, HashSet<string> Reads)
    {
        public static Compiled<T> Of(Assumed assumed, Func<Assumed, T> build)
        {
            var reads = new HashSet<string>();
            return new Compiled<T>(build(assumed.Noting(reads)), reads);
        }

        public Compiled<T> Changed(Assumed assumed, IReadOnlyCollection<string> changed, Func<Assumed, T> build) =>
            changed.Any(Reads.Contains) ? Of(assumed, build) : this;
    }
}
