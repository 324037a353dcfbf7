namespace KentSufficiency.Scenarios.BackCast;

/// <summary>What one forecaster said of one observation: a sample of its predictive distribution.</summary>
/// <param name="Origin">The day it starts from.</param>
/// <param name="Forecaster">Who: one of <see cref="Forecasters"/>.</param>
/// <param name="Observation">What it is held against.</param>
/// <param name="Values">The sample, before any rounding; NaN where a replication has nothing to measure.</param>
public sealed record Forecast(DateOnly Origin, string Forecaster, Observation Observation, IReadOnlyList<double> Values);
