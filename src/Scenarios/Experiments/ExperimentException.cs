namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// An engine failed in one replication. The one named is the first in order (replication, then scenario), for any number of threads;
/// its seed and number suffice to see the failure again.
/// </summary>
public sealed class ExperimentException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="scenario">The scenario's name.</param>
    /// <param name="replication">The replication's number from 0.</param>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="cause">What the engine threw.</param>
    public ExperimentException(string scenario, int replication, uint seed, Exception cause)
        : base($"Replication {replication} of {scenario} (seed {seed}) failed. {cause.Message}", cause)
    {
        Scenario = scenario;
        Replication = replication;
    }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>The replication's number from 0.</summary>
    public int Replication { get; }
}
