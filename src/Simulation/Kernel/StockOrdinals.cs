namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Where the ordinals of each part of the initial stock begin, so that one more of one part renames nobody of another. Children and
/// households are counted apart.
/// </summary>
internal static class StockOrdinals
{
    /// <summary>The most of one part.</summary>
    public const int Range = 100_000;

    /// <summary>Looked-after children; unaccompanied ones stand elsewhere.</summary>
    public const int LookedAfter = 0;

    /// <summary>The first of seven kinds of cases.</summary>
    public const int Cases = Range;

    /// <summary>Care leavers.</summary>
    public const int CareLeavers = 8 * Range;

    /// <summary>Unaccompanied children.</summary>
    public const int Unaccompanied = 9 * Range;

    /// <summary>Households that have enquired.</summary>
    public const int Enquirers = Range;

    /// <summary>Households that are being assessed and will go to panel.</summary>
    public const int Applications = 2 * Range;

    /// <summary>Households that are being assessed and will withdraw.</summary>
    public const int Withdrawing = 3 * Range;
}
