namespace KentSufficiency.Scenarios.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Completed">Replications completed, over all scenarios.</param>
/// <param name="Total">Replications asked for so far, over all scenarios; grows where a precision is not reached yet.</param>
public readonly record struct ExperimentProgress(int Completed, int Total);
