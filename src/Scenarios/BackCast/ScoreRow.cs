namespace KentSufficiency.Scenarios.BackCast;

/// <summary>One forecast, scored.</summary>
/// <param name="Origin">The day it starts from.</param>
/// <param name="Observation">What it was held against.</param>
/// <param name="Forecaster">Who: one of <see cref="Forecasters"/>.</param>
/// <param name="Score">How well it met it.</param>
public sealed record ScoreRow(DateOnly Origin, Observation Observation, string Forecaster, EnsembleScore Score)
{
    /// <summary>Years from the origin to the day observed.</summary>
    public double HorizonYears => KnownPast.Years(Origin, Observation.Date);
}
