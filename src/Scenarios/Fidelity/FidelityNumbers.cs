using KentSufficiency.Scenarios.Fidelity.Reference;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>The numbers that are compared, and what they are called.</summary>
internal static class FidelityNumbers
{
    /// <summary>All, in the order in which to tell them.</summary>
    public static IReadOnlyList<(string Id, string Title)> All { get; } =
    [
        (NumberIds.TwelveMonths, "Looked after for 12 months"),
        (NumberIds.SamePlacement, "Same placement for 2 years"),
        (NumberIds.AdoptionDays, "Days to adoptive home"),
        (NumberIds.Starts, "Starts a child-year"),
        (NumberIds.Ends, "Ends a child-year"),
        (NumberIds.Moves, "Moves a child-year"),
    ];

    /// <summary>Why a cohort does not tell a number.</summary>
    public static string WhyMissing(string id) => id switch
    {
        NumberIds.SamePlacement => "the cohort does not tell for enough children whether they have been looked after for 2.5 years: a longer --history would",
        NumberIds.AdoptionDays => "the cohort does not tell for enough of the adopted when they came into care: a longer --history would",
        _ => "the cohort tells less than a year",
    };
}
