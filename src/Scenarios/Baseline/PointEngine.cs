using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// An engine whose assumptions are set before each run, so that several points meet the same luck: seed and replication decide on the luck alone.
/// Belongs to one thread, like the engine.
/// </summary>
public sealed class PointEngine
{
    private readonly Func<AssumptionPoint, CountyParameters> _compile;

    /// <summary>Makes the engine.</summary>
    /// <param name="central">The scenario with the values of the data.</param>
    /// <param name="compile">Compiles it for other values.</param>
    /// <param name="engine">Makes an engine that asks for its parameters before each run.</param>
    internal PointEngine(
        CountyParameters central, Func<AssumptionPoint, CountyParameters> compile, Func<Func<CountyParameters>, IReplicationEngine> engine)
    {
        _compile = compile;
        Engine = engine(() => Point is AssumptionPoint point ? _compile(point) : central);
    }

    /// <summary>The values of the next runs; null for those of the data.</summary>
    public AssumptionPoint? Point { get; set; }

    /// <summary>The engine.</summary>
    public IReplicationEngine Engine { get; }
}
