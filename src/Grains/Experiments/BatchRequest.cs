namespace KentSufficiency.Grains.Experiments;

/// <summary>What a batch is to compute.</summary>
/// <param name="Spec">The experiment.</param>
/// <param name="Attempt">How often it has been computed before.</param>
/// <param name="Index">The batch's number.</param>
/// <param name="First">Its first replication.</param>
/// <param name="Count">How many replications.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.BatchRequest")]
public sealed record BatchRequest(
    [property: Id(0)] ExperimentSpec Spec,
    [property: Id(1)] int Attempt,
    [property: Id(2)] int Index,
    [property: Id(3)] int First,
    [property: Id(4)] int Count);
