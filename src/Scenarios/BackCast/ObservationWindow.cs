namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The observations as seen from one origin.</summary>
/// <param name="Scored">Those that a forecast from the origin to the horizon is held against, in the order of <see cref="Observations.All"/>.</param>
/// <param name="NotScored">All others, each with the reason: none is lost.</param>
public sealed record ObservationWindow(IReadOnlyList<Observation> Scored, IReadOnlyList<NotScored> NotScored);
