namespace KentSufficiency.Scenarios.Evidence;

/// <summary>A place outside Kent where children of Kent may live.</summary>
/// <param name="Id">Short id, such as <c>medway</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Ground">Where it lies.</param>
/// <param name="Weight">Its part among homes outside Kent, against the other places; assumed.</param>
/// <param name="Note">How the disc was chosen.</param>
public sealed record OutsidePlace(string Id, string Name, Disc Ground, double Weight, string Note);
