namespace KentSufficiency.Simulation.County;

/// <summary>Kinds of event in the log.</summary>
public enum EventKind : byte
{
    /// <summary>A child became open to an Early Help unit.</summary>
    EarlyHelpStarted,

    /// <summary>A child was referred to social work.</summary>
    Referred,

    /// <summary>An assessment ended without further action, or a case closed.</summary>
    CaseClosed,

    /// <summary>A child became a child in need.</summary>
    ChildInNeedStarted,

    /// <summary>A child protection plan started.</summary>
    ProtectionPlanStarted,

    /// <summary>A child entered care; code is LS/CIN.</summary>
    CareStarted,

    /// <summary>A child's legal status changed; code is the new one.</summary>
    LegalStatusChanged,

    /// <summary>A home was asked for; code is the reason.</summary>
    HomeRequested,

    /// <summary>A placement started; code is PLACE/PLACE_PROVIDER, other the home. Without an end on the same day the carers stay.</summary>
    PlacementStarted,

    /// <summary>A placement ended; code is the reason for the change.</summary>
    PlacementEnded,

    /// <summary>Care ended; code is REC.</summary>
    CareEnded,

    /// <summary>A young person became a care leaver.</summary>
    CareLeaverStarted,

    /// <summary>A young person left the care leavers' service.</summary>
    CareLeaverEnded,

    /// <summary>A young person's Staying Put arrangement ended.</summary>
    StayingPutEnded,

    /// <summary>A household enquired about fostering.</summary>
    Enquired,

    /// <summary>A household applied.</summary>
    Applied,

    /// <summary>A household withdrew.</summary>
    Withdrew,

    /// <summary>A household's assessment is done and it waits for panel.</summary>
    ReadyForPanel,

    /// <summary>A household was approved.</summary>
    Approved,

    /// <summary>A household went on hold.</summary>
    OnHold,

    /// <summary>A household resumed.</summary>
    Resumed,

    /// <summary>A household became inactive.</summary>
    Inactive,

    /// <summary>A household resigned or was de-registered; code tells which.</summary>
    HouseholdLeft,

    /// <summary>A carers' leave started.</summary>
    LeaveStarted,

    /// <summary>A carers' leave ended.</summary>
    LeaveEnded,

    /// <summary>The stability team answered; code is kept or moved.</summary>
    StabilityAnswered,

    /// <summary>A child was looked after when the lead-in began; code is LS/CIN/PLACE/PLACE_PROVIDER/entered care/placed, other the home.</summary>
    PresentAtStart,

    /// <summary>A child was born in Kent.</summary>
    BornInKent,

    /// <summary>A child moved into Kent.</summary>
    MovedIntoKent,

    /// <summary>A child moved to another planning area; code is its name.</summary>
    MovedHome,

    /// <summary>A child left Kent, or the age of school.</summary>
    LeftKent,

    /// <summary>A round offered a place; code is the preference met (0 for none of them), other the school.</summary>
    PlaceOffered,

    /// <summary>A child started at a school; code is how, other the school.</summary>
    StartedSchool,

    /// <summary>A child left a school; code is why, other the school.</summary>
    LeftSchool,

    /// <summary>No school in reach had a place; code is the year group.</summary>
    NoPlaceFound,

    /// <summary>A plan was asked for.</summary>
    PlanAsked,

    /// <summary>A request for a plan was answered; code is the setting that the plan names, or refused.</summary>
    PlanAnswered,

    /// <summary>A plan ended.</summary>
    PlanEnded,

    /// <summary>An expansion reached a stage; code is the stage.</summary>
    SchemeReached,

    /// <summary>A school opened.</summary>
    SchoolOpened,

    /// <summary>A school was inspected; code is the grade.</summary>
    SchoolInspected,

    /// <summary>A school closed, or began to.</summary>
    SchoolClosed,
}
