namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>The ten files of a return on children looked after, with the columns of the Department for Education in their order.</summary>
public static class ReturnFiles
{
    /// <summary>Each child's particulars: one row a child.</summary>
    public static ReturnFile Header { get; } = new(0, "Header", "header.csv", "CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB");

    /// <summary>Episodes: a placement under a legal status.</summary>
    public static ReturnFile Episodes { get; } = new(
        1, "Episodes", "episodes.csv", "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN");

    /// <summary>Reviews held in the year.</summary>
    public static ReturnFile Reviews { get; } = new(2, "Reviews", "reviews.csv", "CHILD", "DOB", "REVIEW", "REVIEW_CODE");

    /// <summary>Unaccompanied asylum-seeking children; a row says that the child is one.</summary>
    public static ReturnFile Uasc { get; } = new(3, "UASC", "uasc.csv", "CHILD", "SEX", "DOB", "DUC");

    /// <summary>Health and strengths and difficulties of children looked after for the whole year.</summary>
    public static ReturnFile Oc2 { get; } = new(
        4,
        "OC2",
        "oc2.csv",
        "CHILD",
        "DOB",
        "SDQ_SCORE",
        "SDQ_REASON",
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED");

    /// <summary>Care leavers aged 17 to 21.</summary>
    public static ReturnFile Oc3 { get; } = new(5, "OC3", "oc3.csv", "CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM");

    /// <summary>Children adopted in the year, and their adopters.</summary>
    public static ReturnFile Ad1 { get; } = new(
        6, "AD1", "ad1.csv", "CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR");

    /// <summary>Decisions that a child should be placed for adoption.</summary>
    public static ReturnFile PlacedForAdoption { get; } = new(
        7, "Placed for adoption", "placed_for_adoption.csv", "CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED");

    /// <summary>Permanent arrangements that children had left before they started to be looked after.</summary>
    public static ReturnFile PreviousPermanence { get; } = new(
        8, "Previous permanence", "previous_permanence.csv", "CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM");

    /// <summary>Times when a child was missing or away from the placement without authorisation.</summary>
    public static ReturnFile Missing { get; } = new(9, "Missing", "missing.csv", "CHILD", "DOB", "MISSING", "MIS_START", "MIS_END");

    /// <summary>All ten.</summary>
    public static IReadOnlyList<ReturnFile> All { get; } =
        [Header, Episodes, Reviews, Uasc, Oc2, Oc3, Ad1, PlacedForAdoption, PreviousPermanence, Missing];
}
