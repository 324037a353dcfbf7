using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>One scenario of an experiment.</summary>
/// <param name="Name">Its name, unique in the experiment.</param>
/// <param name="CreateEngine">
/// Makes an engine for it, given what the engines of one thread share. Called once for each thread; an engine is used by one thread at a time.
/// </param>
public sealed record PlannedScenario(string Name, Func<SharedReplication, IReplicationEngine> CreateEngine);

/// <summary>What to simulate: every replication of every scenario, with the same seed, so that they meet the same luck.</summary>
/// <param name="Scenarios">The scenarios; strategies are compared with the first. All measure the same things on the same dates.</param>
/// <param name="Replications">How many replications of each scenario, at least 1; with a <see cref="Precision"/>, the most.</param>
/// <param name="Seed">The experiment's seed.</param>
/// <param name="Threads">How many replications run at a time, at least 1. The results do not depend on it.</param>
/// <param name="Audit">Whether the engines check the conservation laws on every simulated day.</param>
/// <param name="ScratchDirectory">
/// An existing folder for the results while the experiment lasts: 16 bytes for each scenario, replication, date and measure.
/// </param>
public sealed record ExperimentPlan(
    IReadOnlyList<PlannedScenario> Scenarios,
    int Replications,
    uint Seed,
    int Threads,
    bool Audit,
    string ScratchDirectory)
{
    /// <summary>
    /// Gives the log of a scenario's replication 0, or null for none. Called once for each scenario at most, possibly from different
    /// threads at a time; each log is then written to by one thread.
    /// </summary>
    public Func<string, IEventLog?>? Log { get; init; }

    /// <summary>When to stop before all replications have run; null for never.</summary>
    public PrecisionTarget? Precision { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Scenarios.Count, nameof(Scenarios));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Replications, nameof(Replications));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Threads, nameof(Threads));
        if (Precision is not null && !(Precision.HalfWidth > 0))
        {
            throw new InvalidOperationException("A precision must be above 0.");
        }

        if (Scenarios.DistinctBy(scenario => scenario.Name).Count() != Scenarios.Count)
        {
            throw new InvalidOperationException("Two scenarios of the experiment have the same name.");
        }
    }
}
