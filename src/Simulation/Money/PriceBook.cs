using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Money;

/// <summary>
/// Unit prices in whole pence, at the prices of the year that the index has at par. One for each regime, since a lever moves prices from
/// a date on. Immutable.
/// </summary>
public sealed class PriceBook
{
    /// <summary>Happenings that cost money, and on what.</summary>
    public static IReadOnlyList<(Flow Flow, CostCategory Category)> Happenings { get; } =
    [
        (Flow.Enquiries, CostCategory.RecruitmentAndApproval),
        (Flow.Applications, CostCategory.RecruitmentAndApproval),
        (Flow.ConnectedApproved, CostCategory.RecruitmentAndApproval),
        (Flow.PanelCases, CostCategory.RecruitmentAndApproval),
        (Flow.StabilityReferrals, CostCategory.StabilityTeam),
        (Flow.CareStarted, CostCategory.SocialWork),
        (Flow.PlacementsStarted, CostCategory.SocialWork),
        (Flow.Adopted, CostCategory.Adoption),
    ];

    /// <summary>Stocks whose every day costs money, and on what; the order is that of <see cref="PricedStocks"/>.</summary>
    public static IReadOnlyList<CostCategory> Cases { get; } =
    [
        CostCategory.SocialWork, CostCategory.SocialWork, CostCategory.SocialWork, CostCategory.EarlyHelp,
        CostCategory.FosterSupport, CostCategory.FosterSupport,
    ];

    /// <summary>How prices move from one budget year to the next.</summary>
    public required PriceIndex Index { get; init; }

    /// <summary>The home of one child for a night, by <see cref="PriceClass"/>.</summary>
    public required long[] Night { get; init; }

    /// <summary>Social work and reviewing for a child looked after, a day.</summary>
    public required long LookedAfterDay { get; init; }

    /// <summary>Personal adviser and payments for a care leaver, a day.</summary>
    public required long CareLeaverDay { get; init; }

    /// <summary>Income for an unaccompanied child looked after, a night; stated as a positive amount.</summary>
    public required long GrantNight { get; init; }

    /// <summary>Income for a care leaver, a night, averaged over those who were unaccompanied children and those who were not.</summary>
    public required long GrantLeaverNight { get; init; }

    /// <summary>One happening, in the order of <see cref="Happenings"/>.</summary>
    public required long[] Happening { get; init; }

    /// <summary>One case for a day, in the order of <see cref="Cases"/>.</summary>
    public required long[] CaseDay { get; init; }
}
