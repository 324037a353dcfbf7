namespace KentSufficiency.Simulation.Randomness;

/// <summary>The key of every draw of one replication: two replications share no draw, two scenarios of one replication share all.</summary>
/// <param name="Seed">The experiment's seed.</param>
/// <param name="Replication">The replication's number from 0.</param>
public readonly record struct DrawKey(uint Seed, uint Replication);
