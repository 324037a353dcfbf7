namespace KentSufficiency.Scenarios.Report;

/// <summary>Where a district lies on the tile map.</summary>
/// <param name="District">Its name.</param>
/// <param name="Column">From the west, from 1.</param>
/// <param name="Row">From the north, from 1.</param>
public sealed record DistrictTile(string District, int Column, int Row);
