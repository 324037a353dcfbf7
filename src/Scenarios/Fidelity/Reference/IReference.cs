using KentSufficiency.Scenarios.Fidelity.Distances;

namespace KentSufficiency.Scenarios.Fidelity.Reference;

/// <summary>What a cohort is compared with.</summary>
internal interface IReference
{
    /// <summary>What it is, in a phrase.</summary>
    string Title { get; }

    /// <summary>Counts of a table on the nearest day for which there are any; null where there are none.</summary>
    ReferenceTable? Table(Marginal marginal, DateOnly near);

    /// <summary>A number on the nearest day for which there is one; null where there is none.</summary>
    ReferenceValue? Value(string id, DateOnly near);

    /// <summary>The share of unaccompanied children among children looked after on the nearest day for which there is one; null where there is none.</summary>
    double? UnaccompaniedShare(DateOnly near);

    /// <summary>A curve of durations; null where there is none.</summary>
    IReadOnlyList<SurvivalStep>? Curve(string id);

    /// <summary>Families by how many children are looked after: shares; null where nothing tells it.</summary>
    ReferenceTable? SiblingSizes();
}

/// <summary>A table to compare with.</summary>
/// <param name="Counts">Count by code; null where the publisher withheld it. A code that is not there has none.</param>
/// <param name="Date">The day, or the last of the year.</param>
/// <param name="Source">What it was taken from.</param>
internal sealed record ReferenceTable(IReadOnlyDictionary<string, double?> Counts, DateOnly Date, string Source);

/// <summary>A number to compare with.</summary>
/// <param name="Value">The number.</param>
/// <param name="Date">The day, or the last of the year.</param>
/// <param name="Source">What it was taken from.</param>
internal sealed record ReferenceValue(double Value, DateOnly Date, string Source);

/// <summary>Ids of the numbers that are compared.</summary>
internal static class NumberIds
{
    /// <summary>Share of children looked after who have been so for 12 months.</summary>
    public const string TwelveMonths = "looked-after-12-months";

    /// <summary>Of those under 16 and looked after for 2.5 years, the share that has lived in the same placement for 2 years.</summary>
    public const string SamePlacement = "same-placement-2-years";

    /// <summary>Mean days from entering care to moving in with adopters, of the adopted.</summary>
    public const string AdoptionDays = "days-to-adoption";

    /// <summary>Starts a child-year in care.</summary>
    public const string Starts = "starts-a-child-year";

    /// <summary>Ends a child-year in care.</summary>
    public const string Ends = "ends-a-child-year";

    /// <summary>Changes of placement a child-year in care.</summary>
    public const string Moves = "moves-a-child-year";

    /// <summary>Id of the ends a child-year of a band of age.</summary>
    public static string EndsOf(string band) => $"{Ends}/{band}";

    /// <summary>The curve of periods of care.</summary>
    public const string Periods = "periods-of-care";

    /// <summary>The curve of placements.</summary>
    public const string Placements = "placements";
}
