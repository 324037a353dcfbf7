using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// The cores of this machine: no server, no database, no network. Replications are handed out in order, each to one thread for all scenarios,
/// so that what they share is simulated once; each thread has an engine of its own for each scenario.
/// </summary>
public sealed class LocalEngine : IExperimentEngine
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "local";

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public IReplicationRunner Open(
        ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress) =>
        new ReplicationPool(plan, engines, sink, progress);
}
