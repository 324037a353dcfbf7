using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// What completes the replications of an experiment: the cores of this machine, a silo in the process, or silos elsewhere. All give the same
/// results, bit for bit.
/// </summary>
public interface IExperimentEngine
{
    /// <summary>What the manifest calls it: <c>local</c>, <c>silo</c> or <c>cluster</c>.</summary>
    string Name { get; }

    /// <summary>Makes ready to run an experiment.</summary>
    /// <param name="plan">What to simulate.</param>
    /// <param name="engines">
    /// An engine for each scenario, which tell what is measured and when; they share one <c>SharedReplication</c> and may be used by one thread.
    /// </param>
    /// <param name="sink">Takes the results.</param>
    /// <param name="progress">Told as replications complete, from any thread; null for nobody.</param>
    IReplicationRunner Open(
        ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress);
}

/// <summary>One experiment being run. Used by one thread; disposed of when the experiment ends, however it ends.</summary>
public interface IReplicationRunner : IDisposable
{
    /// <summary>Runs to the end, to the first failure or to cancellation. Called again to go on to more replications.</summary>
    /// <param name="replications">Replications from 0 that shall be complete; those that are complete already do not run again.</param>
    /// <param name="cancellation">Ends the run early, without an exception.</param>
    /// <returns>The number of replications, from 0, whose results are in the sink for every scenario; at most the number asked for.</returns>
    /// <exception cref="ExperimentException">
    /// An engine failed; the failure is the first in order (replication, then scenario).
    /// </exception>
    int Run(int replications, CancellationToken cancellation);

    /// <summary>Says that all results that are wanted have been taken. Not called after an interruption or a failure.</summary>
    void Finish();
}

/// <summary>Takes the results of replications, each once, in any order and from any thread.</summary>
public interface IResultSink
{
    /// <summary>Stores the results of one replication of one scenario.</summary>
    /// <param name="scenario">The scenario's index in the plan.</param>
    /// <param name="replication">The replication's number from 0.</param>
    /// <param name="record">The integers as <see cref="IReplicationEngine.Run"/> left them.</param>
    void Write(int scenario, int replication, ReadOnlySpan<long> record);
}
