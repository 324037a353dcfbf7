using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Placements;

/// <summary>What a search found.</summary>
/// <param name="Kind">Kind of home, or None.</param>
/// <param name="Home">Index in the register, or -1.</param>
/// <param name="Miles">Distance from the child's home; 0 where unknown.</param>
/// <param name="OutOfCounty">Whether it lies outside Kent.</param>
/// <param name="Quality">Quality of the match, 0 to 3.</param>
/// <param name="Suitable">Whether approval and needs are met.</param>
/// <param name="East">Where a home lies, hundredths of a mile east of the origin; of a pool a point drawn for the child.</param>
/// <param name="North">Where a home lies, hundredths of a mile north of the origin.</param>
public readonly record struct Found(
    HomeKind Kind, int Home, double Miles, bool OutOfCounty, int Quality, bool Suitable, short East = 0, short North = 0)
{
    /// <summary>Nothing was found.</summary>
    public static readonly Found Nothing = new(HomeKind.None, ChildState.NoHome, 0, false, 0, false);

    /// <summary>Whether a registered home was found.</summary>
    public bool IsHome => Home != ChildState.NoHome;

    /// <summary>Whether the kind of home needs no place in the register.</summary>
    public bool NeedsNone => Kind == HomeKind.WithParents;
}
