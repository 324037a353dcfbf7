namespace KentSufficiency.Simulation.County;

/// <summary>
/// What is known of the children looked after on the first day beyond their number. The counts of each breakdown are of the same children,
/// unaccompanied ones included, and add up to the same total.
/// </summary>
public sealed class KnownStock
{
    /// <summary>All of them.</summary>
    public required int Total { get; init; }

    /// <summary>Children by <see cref="AgeBand"/>; null where it is not known. Met exactly.</summary>
    public int[]? ByAge { get; init; }

    /// <summary>Children by group of placement, in the order of <c>cla-by-group</c>; null where it is not known. Met as nearly as homes allow.</summary>
    public int[]? ByGroup { get; init; }

    /// <summary>Children by provider, in the order of <c>cla-by-provider</c>: parents, the authority's own, all others; null where it is not known. Met likewise.</summary>
    public int[]? ByProvider { get; init; }
}
