using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Money;

/// <summary>What money is spent on. The order is that of the flows and the measures.</summary>
public enum CostCategory : byte
{
    /// <summary>Allowances and payments to Kent's own carers, emergency beds included.</summary>
    InHouseFostering,

    /// <summary>Allowances to relatives and friends who foster.</summary>
    ConnectedPerson,

    /// <summary>Independent fostering agencies, spot purchases included.</summary>
    AgencyFostering,

    /// <summary>Children's homes, residential schools, secure homes and reception centres.</summary>
    Residential,

    /// <summary>Semi-independent homes, and shared or independent housing.</summary>
    SemiIndependent,

    /// <summary>Supported lodgings, those of care leavers included.</summary>
    Lodgings,

    /// <summary>Children placed for adoption, and the one-off cost of an adoption.</summary>
    Adoption,

    /// <summary>Family centres, and children placed with their parents.</summary>
    OtherPlacements,

    /// <summary>Personal advisers, and what care leavers are paid.</summary>
    CareLeavers,

    /// <summary>Payments to former carers of young people Staying Put.</summary>
    StayingPut,

    /// <summary>Enquiries, assessments and panels.</summary>
    RecruitmentAndApproval,

    /// <summary>Supervision and support of approved households.</summary>
    FosterSupport,

    /// <summary>The team that works on placements at risk.</summary>
    StabilityTeam,

    /// <summary>Social work with children looked after, on plans, in need and being assessed; entries and moves.</summary>
    SocialWork,

    /// <summary>Early Help units.</summary>
    EarlyHelp,

    /// <summary>What a scenario costs by itself.</summary>
    Strategy,

    /// <summary>The Home Office grant for unaccompanied children and former ones: income, so negative.</summary>
    UascGrant,
}

/// <summary>The categories as measures name them.</summary>
public static class CostCategories
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)CostCategory.UascGrant + 1;

    private static readonly (string Name, string Title)[] s_texts =
    [
        ("in-house-fostering", "in-house foster carers"),
        ("connected-person", "connected persons who foster"),
        ("agency-fostering", "independent fostering agencies"),
        ("residential", "children's homes, schools and secure homes"),
        ("semi-independent", "semi-independent and shared housing"),
        ("lodgings", "supported lodgings"),
        ("adoption", "adoption"),
        ("other-placements", "other placements"),
        ("care-leavers", "care leavers"),
        ("staying-put", "Staying Put"),
        ("recruitment-and-approval", "recruiting and approving foster carers"),
        ("foster-support", "support of foster households"),
        ("stability-team", "the stability team"),
        ("social-work", "social work"),
        ("early-help", "Early Help units"),
        ("strategy", "the strategy itself"),
        ("uasc-grant", "Home Office grant (income)"),
    ];

    /// <summary>The name in a measure's id.</summary>
    public static string Name(CostCategory category) => s_texts[(int)category].Name;

    /// <summary>The name in a phrase.</summary>
    public static string Title(CostCategory category) => s_texts[(int)category].Title;

    /// <summary>Who is paid for a night of a child in a kind of home.</summary>
    public static CostCategory Of(HomeKind home) => home switch
    {
        HomeKind.InHouseFoster or HomeKind.InHouseLongTerm or HomeKind.EmergencyBed or HomeKind.AssessmentBed => CostCategory.InHouseFostering,
        HomeKind.ConnectedPerson => CostCategory.ConnectedPerson,
        HomeKind.AgencyFoster or HomeKind.AgencyLongTerm or HomeKind.SpotPurchase => CostCategory.AgencyFostering,
        HomeKind.ChildrensHome or HomeKind.ResidentialSchool or HomeKind.Secure or HomeKind.Reception => CostCategory.Residential,
        HomeKind.SemiIndependent or HomeKind.IndependentLiving => CostCategory.SemiIndependent,
        HomeKind.SupportedLodgings => CostCategory.Lodgings,
        HomeKind.Adoption => CostCategory.Adoption,
        _ => CostCategory.OtherPlacements,
    };
}
