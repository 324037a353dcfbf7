using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Silo.Experiments;

/// <summary>The silos of a cluster, which keep the experiment whatever becomes of this process.</summary>
/// <param name="settings">Which cluster.</param>
/// <param name="spec">The experiment; says the same as the plan it is opened with.</param>
public sealed class ClusterEngine(ClientSettings settings, ExperimentSpec spec) : IExperimentEngine
{
    /// <summary>The engine's name.</summary>
    public const string EngineName = "cluster";

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <summary>Told how many replications an unfinished experiment brought along.</summary>
    public Action<int>? Resumed { get; init; }

    /// <inheritdoc/>
    /// <exception cref="HostingException">No silo of the cluster answers.</exception>
    public IReplicationRunner Open(
        ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress)
    {
        KentClient client = Task.Run(() => KentClient.ConnectAsync(settings)).GetAwaiter().GetResult();
        var engine = new GrainEngine(Name, client.Grains, spec) { Resumed = Resumed };
        return new ClientRunner(client, engine.Open(plan, engines, sink, progress));
    }

    private sealed class ClientRunner(KentClient client, IReplicationRunner inner) : IReplicationRunner
    {
        public int Run(int replications, CancellationToken cancellation) => inner.Run(replications, cancellation);

        public void Finish() => inner.Finish();

        public void Dispose()
        {
            inner.Dispose();
            Task.Run(async () => await client.DisposeAsync()).GetAwaiter().GetResult();
        }
    }
}
