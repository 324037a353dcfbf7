using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Cli.Orleans;

/// <summary>The field's words for the codes of the model.</summary>
internal static class FieldWords
{
    private static readonly string[] s_areas = ["East Kent", "North Kent", "South Kent", "West Kent", "outside Kent"];

    /// <summary>A name as it is typed: small letters and hyphens.</summary>
    public static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-').Replace("&", "and", StringComparison.Ordinal);

    /// <summary>Where a child stands.</summary>
    public static string Of(Phase phase) => phase switch
    {
        Phase.EarlyHelp => "open to an Early Help unit",
        Phase.Assessment => "referred, and being assessed by social work",
        Phase.ChildInNeed => "a child in need",
        Phase.ProtectionPlan => "on a child protection plan",
        Phase.LookedAfter => "looked after",
        Phase.CareLeaver => "a care leaver",
        Phase.AtHome => "closed, and at home",
        Phase.OtherAuthority => "looked after by another authority",
        _ => "known no longer",
    };

    /// <summary>Legal status.</summary>
    public static string Of(LegalStatus status) => status switch
    {
        LegalStatus.C1 => "interim care order",
        LegalStatus.C2 => "full care order",
        LegalStatus.E1 => "placement order",
        LegalStatus.V2 => "section 20, voluntary",
        LegalStatus.L1 => "under police protection",
        LegalStatus.L2 => "emergency protection order",
        _ => "on remand",
    };

    /// <summary>Category of need.</summary>
    public static string Of(NeedCode need) => need switch
    {
        NeedCode.N1 => "abuse or neglect",
        NeedCode.N2 => "child's disability",
        NeedCode.N3 => "parental illness or disability",
        NeedCode.N4 => "family in acute stress",
        NeedCode.N5 => "family dysfunction",
        NeedCode.N6 => "socially unacceptable behaviour",
        NeedCode.N7 => "low income",
        _ => "absent parenting",
    };

    /// <summary>Permanence plan.</summary>
    public static string Of(CarePlan plan) => plan switch
    {
        CarePlan.ReturnHome => "return home to parents",
        CarePlan.OtherHome => "home to someone without parental responsibility",
        CarePlan.ChildArrangements => "a child arrangements order",
        CarePlan.SpecialGuardianship => "a special guardianship order",
        CarePlan.Adoption => "adoption",
        CarePlan.LongTerm => "looked after until 18",
        CarePlan.Transfer => "transfer to another authority (national transfer scheme)",
        _ => "a short episode",
    };

    /// <summary>Kind of home.</summary>
    public static string Of(HomeKind kind) => kind switch
    {
        HomeKind.None => "not placed",
        HomeKind.InHouseFoster => "in-house foster carers",
        HomeKind.InHouseLongTerm => "in-house foster carers, long-term",
        HomeKind.ConnectedPerson => "relative or friend (connected person)",
        HomeKind.AgencyFoster => "independent fostering agency",
        HomeKind.AgencyLongTerm => "independent fostering agency, long-term",
        HomeKind.Adoption => "placed for adoption",
        HomeKind.ChildrensHome => "children's home",
        HomeKind.SemiIndependent => "semi-independent",
        HomeKind.SupportedLodgings => "supported lodgings",
        HomeKind.IndependentLiving => "independent living, shared housing",
        HomeKind.Secure => "secure children's home",
        HomeKind.ResidentialSchool => "residential school",
        HomeKind.FamilyCentre => "family centre or mother and baby unit",
        HomeKind.WithParents => "with own parents",
        HomeKind.EmergencyBed => "emergency bed, a stop-gap",
        HomeKind.SpotPurchase => "agency home bought at once, a stop-gap",
        HomeKind.Reception => "reception centre for unaccompanied children",
        _ => "assessment bed, a stop-gap",
    };

    /// <summary>Where a household stands.</summary>
    public static string Of(HouseholdPhase phase) => phase switch
    {
        HouseholdPhase.Enquiry => "has enquired about fostering",
        HouseholdPhase.InAssessment => "has applied, and is being assessed",
        HouseholdPhase.WaitingForPanel => "assessed, and waits for panel",
        HouseholdPhase.Active => "approved, and takes children",
        HouseholdPhase.OnHold => "approved, on hold: a break agreed with the service",
        HouseholdPhase.Inactive => "approved, and inactive",
        HouseholdPhase.Temporary => "a connected person, approved for the time being while assessed",
        HouseholdPhase.Leaving => "gave notice, and takes nobody more",
        HouseholdPhase.Resigned => "resigned",
        HouseholdPhase.Deregistered => "de-registered by the service",
        HouseholdPhase.Withdrawn => "withdrew before approval",
        _ => "not known",
    };

    /// <summary>What a household is approved to do.</summary>
    public static string Of(FosterType type) => type switch
    {
        FosterType.ShortTerm => "short or medium term",
        FosterType.LongTerm => "long-term (permanent) placements by preference",
        FosterType.Emergency => "emergencies only",
        FosterType.ParentAndChild => "a parent with a baby",
        FosterType.ShortBreak => "short breaks",
        FosterType.DisabledChildren => "disabled children by preference",
        FosterType.Hub => "a hub family, which supports the carers around it",
        _ => "a connected person, for one child",
    };

    /// <summary>Why a home is sought.</summary>
    public static string Of(MoveReason reason) => reason switch
    {
        MoveReason.Entry => "entering care",
        MoveReason.CarePlan => "care plan",
        MoveReason.HomeClosed => "the home closed",
        MoveReason.HomeClosing => "the carers gave notice",
        MoveReason.Allegation => "allegation",
        MoveReason.CarerBehaviour => "carers' request, behaviour",
        MoveReason.CarerOther => "carers' request, other",
        MoveReason.ChildRequest => "child's request",
        MoveReason.AuthorityRequest => "authority's request",
        MoveReason.StatusOnly => "status of the placement",
        MoveReason.EndOfCare => "end of care",
        _ => "other",
    };

    /// <summary>PLACE and PLACE_PROVIDER with their words.</summary>
    public static string Placement(HomeKind kind) => kind == HomeKind.None ? Of(kind) : $"{CodeNames.PlaceAndProvider(kind)} {Of(kind)}";

    /// <summary>An area.</summary>
    public static string Area(int area) => s_areas[area];

    /// <summary>What an address names, as it is typed: child, household or home.</summary>
    public static string Address(ulong id) => EntityId.Kind(id) switch
    {
        EntityKind.HomePool => $"home/{id}",
        EntityKind.EnquiringHousehold or EntityKind.StockHousehold or EntityKind.ConnectedHousehold => $"household/{id}",
        _ => $"child/{id}",
    };
}
