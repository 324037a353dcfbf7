namespace KentSufficiency.Scenarios.Evidence;

/// <summary>One of the 12 districts of Kent.</summary>
/// <param name="Id">Short id, such as <c>folkestone-and-hythe</c>.</param>
/// <param name="Name">Name, as the scorecard prints it.</param>
/// <param name="Area">The area it belongs to.</param>
/// <param name="Population8To19">Residents aged 8 to 19, implied by the youth offer's targets.</param>
/// <param name="PopulationShare">Its share of Kent's residents of that age; the 12 shares sum to 1.</param>
/// <param name="PopulationUnder18">That share of Kent's residents under 18.</param>
/// <param name="Ground">Where it lies.</param>
/// <param name="KnownFrom">The date from which the figures were public.</param>
public sealed record District(
    string Id,
    string Name,
    KentArea Area,
    int Population8To19,
    double PopulationShare,
    int PopulationUnder18,
    Disc Ground,
    DateOnly KnownFrom);
