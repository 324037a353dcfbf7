namespace KentSufficiency.Simulation.County;

/// <summary>Where a child stands between the front door and adult life.</summary>
public enum Phase : byte
{
    /// <summary>Not known, or known no longer.</summary>
    Gone,

    /// <summary>Open to an Early Help unit.</summary>
    EarlyHelp,

    /// <summary>Referred and being assessed by social work.</summary>
    Assessment,

    /// <summary>Open as a child in need.</summary>
    ChildInNeed,

    /// <summary>On a child protection plan.</summary>
    ProtectionPlan,

    /// <summary>Looked after by Kent.</summary>
    LookedAfter,

    /// <summary>A care leaver of 18 to 25.</summary>
    CareLeaver,

    /// <summary>Closed and at home, with a return still to come.</summary>
    AtHome,

    /// <summary>Looked after by another authority, in Kent or seeking a home here.</summary>
    OtherAuthority,
}

/// <summary>Bands of age as the DfE tables them.</summary>
public enum AgeBand : byte
{
    /// <summary>Under 1.</summary>
    Under1,

    /// <summary>1 to 4.</summary>
    From1To4,

    /// <summary>5 to 9.</summary>
    From5To9,

    /// <summary>10 to 15.</summary>
    From10To15,

    /// <summary>16 and over.</summary>
    Over16,
}

/// <summary>Category of need at the start of care (SSDA903 CIN).</summary>
public enum NeedCode : byte
{
    /// <summary>Abuse or neglect.</summary>
    N1,

    /// <summary>Child's disability.</summary>
    N2,

    /// <summary>Parental illness or disability.</summary>
    N3,

    /// <summary>Family in acute stress.</summary>
    N4,

    /// <summary>Family dysfunction.</summary>
    N5,

    /// <summary>Socially unacceptable behaviour.</summary>
    N6,

    /// <summary>Low income.</summary>
    N7,

    /// <summary>Absent parenting.</summary>
    N8,
}

/// <summary>Legal status (SSDA903 LS), as far as the model tells them apart.</summary>
public enum LegalStatus : byte
{
    /// <summary>Interim care order.</summary>
    C1,

    /// <summary>Full care order.</summary>
    C2,

    /// <summary>Placement order.</summary>
    E1,

    /// <summary>Section 20, voluntary.</summary>
    V2,

    /// <summary>Under police protection.</summary>
    L1,

    /// <summary>Emergency protection order.</summary>
    L2,

    /// <summary>On remand.</summary>
    J1,
}

/// <summary>Where a care episode is meant to lead: the permanence plan made at its start.</summary>
public enum CarePlan : byte
{
    /// <summary>Home to parents.</summary>
    ReturnHome,

    /// <summary>Home to someone without parental responsibility.</summary>
    OtherHome,

    /// <summary>A child arrangements order.</summary>
    ChildArrangements,

    /// <summary>A special guardianship order.</summary>
    SpecialGuardianship,

    /// <summary>Adoption.</summary>
    Adoption,

    /// <summary>Looked after until 18.</summary>
    LongTerm,

    /// <summary>A short episode that ends for another reason.</summary>
    Other,

    /// <summary>A transfer to another authority.</summary>
    Transfer,

    /// <summary>Found to be 18 or over.</summary>
    FoundAdult,
}

/// <summary>Kinds of home, each with its PLACE code.</summary>
public enum HomeKind : byte
{
    /// <summary>None: not placed.</summary>
    None,

    /// <summary>Kent's own foster household, short or medium term (U6, PR1).</summary>
    InHouseFoster,

    /// <summary>Kent's own foster household, long-term placement (U4, PR1).</summary>
    InHouseLongTerm,

    /// <summary>Relative or friend (U3, or U1 long-term; PR1).</summary>
    ConnectedPerson,

    /// <summary>Independent fostering agency (U6, PR4).</summary>
    AgencyFoster,

    /// <summary>Independent fostering agency, long-term (U4, PR4).</summary>
    AgencyLongTerm,

    /// <summary>Placed for adoption (A3 to A6).</summary>
    Adoption,

    /// <summary>Children's home (K2).</summary>
    ChildrensHome,

    /// <summary>Semi-independent (H5; K3 in later years).</summary>
    SemiIndependent,

    /// <summary>Supported lodgings (P2 before 2023).</summary>
    SupportedLodgings,

    /// <summary>Independent living, shared housing (P2).</summary>
    IndependentLiving,

    /// <summary>Secure children's home (K1).</summary>
    Secure,

    /// <summary>Residential school (S1).</summary>
    ResidentialSchool,

    /// <summary>Family centre or mother and baby unit (R3).</summary>
    FamilyCentre,

    /// <summary>With own parents under an order (P1, PR0).</summary>
    WithParents,

    /// <summary>An emergency bed: a stop-gap (U6, PR1).</summary>
    EmergencyBed,

    /// <summary>An agency home found at once, often far away: a stop-gap (U6, PR4).</summary>
    SpotPurchase,

    /// <summary>Reception centre for unaccompanied children (K2, PR1).</summary>
    Reception,

    /// <summary>An assessment bed: in-house carers who take a child at entry while needs are assessed and a home is found (U6, PR1).</summary>
    AssessmentBed,
}

/// <summary>What kinds of home have in common.</summary>
public static class HomeKinds
{
    /// <summary>Whether a child there still waits for a home.</summary>
    public static bool IsStopGap(this HomeKind kind) => kind is HomeKind.EmergencyBed or HomeKind.AssessmentBed or HomeKind.SpotPurchase;
}

/// <summary>Facts about a child that are yes or no.</summary>
[Flags]
public enum ChildFacts : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Unaccompanied asylum-seeking child.</summary>
    Unaccompanied = 1,

    /// <summary>Has or had a child protection plan.</summary>
    PlannedBefore = 2,

    /// <summary>A disabled child.</summary>
    Disabled = 4,

    /// <summary>The present placement is due to end unplanned.</summary>
    EndsUnplanned = 8,

    /// <summary>Lives on with former foster carers after 18 and keeps the bed.</summary>
    StayingPut = 16,

    /// <summary>The present placement is a stop-gap.</summary>
    StopGap = 32,

    /// <summary>Placed outside Kent.</summary>
    OutOfCounty = 64,

    /// <summary>The present home lies more than 20 miles from the child's own.</summary>
    Over20Miles = 128,

    /// <summary>The distance is known.</summary>
    DistanceKnown = 256,

    /// <summary>The stability team has worked on the present placement.</summary>
    Supported = 512,

    /// <summary>Needs to be the only child placed in a household.</summary>
    SinglePlacement = 1024,

    /// <summary>Female.</summary>
    Female = 2048,

    /// <summary>The pending return is straight back into care.</summary>
    ReturnsToCare = 4096,

    /// <summary>The pending return is to an Early Help unit.</summary>
    ReturnsToEarlyHelp = 16384,

    /// <summary>Speaks little English; a carer with the language is preferred.</summary>
    OtherLanguage = 8192,
}
