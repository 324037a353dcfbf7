using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Grains.Experiments;

/// <summary>The engines of one thread for one experiment, one a scenario, and the memory of a record.</summary>
internal sealed class EngineSet
{
    private readonly IReplicationEngine[] _engines;
    private readonly long[] _record;

    public EngineSet(string id, IReadOnlyList<PlannedScenario> scenarios)
    {
        Id = id;
        var shared = new SharedReplication();
        _engines = [.. scenarios.Select(scenario => scenario.CreateEngine(shared))];
        _record = new long[_engines[0].Layout.Length];
    }

    /// <summary>The experiment's id.</summary>
    public string Id { get; }

    /// <summary>Computes a batch, replication by replication and in each scenario by scenario.</summary>
    public byte[] Run(BatchRequest request, Action<int> told, CancellationToken cancellation)
    {
        var shape = new BatchShape(request.First, request.Count, _engines.Length, _engines[0].Layout);
        var writer = new BatchWriter(shape);
        for (int item = 0; item < request.Count * _engines.Length; item++)
        {
            cancellation.ThrowIfCancellationRequested();
            (int replication, int scenario) = Math.DivRem(item, _engines.Length);
            RunOne(request.Spec, request.First + replication, scenario, cancellation);
            writer.Add(_record);
            told(item + 1);
            if (scenario == _engines.Length - 1)
            {
                KentMeters.ReplicationsDone(1);
            }
        }

        return writer.Finish();
    }

    private void RunOne(ExperimentSpec spec, int replication, int scenario, CancellationToken cancellation)
    {
        try
        {
            Array.Clear(_record);
            _engines[scenario].Run(spec.Seed, (uint)replication, _record, spec.Audit, log: null, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw new ExperimentException(spec.Scenarios[scenario].Name, replication, spec.Seed, failure);
        }
    }
}
