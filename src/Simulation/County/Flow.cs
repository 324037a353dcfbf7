namespace KentSufficiency.Simulation.County;

/// <summary>
/// Happenings that are counted. Names that end in a dimension head a group: the next entries of the table belong to it
/// (bands of age, codes, districts), addressed by an offset.
/// </summary>
public enum Flow
{
    /// <summary>Contacts that ended in information and advice.</summary>
    ContactsAdvised,

    /// <summary>Children who became open to an Early Help unit.</summary>
    EarlyHelpStarted,

    /// <summary>Referrals to social work.</summary>
    Referrals,

    /// <summary>Referrals with an earlier one in the preceding 12 months.</summary>
    ReReferrals,

    /// <summary>Child protection plans started.</summary>
    PlansStarted,

    /// <summary>Plans started for a child who had one before.</summary>
    RepeatPlansStarted,

    /// <summary>Children looked after who were found to have returned within the model.</summary>
    CareReEntries,

    /// <summary>Starts of care; a group by <see cref="AgeBand"/> follows at <see cref="CareStartedByAge"/>.</summary>
    CareStarted,

    /// <summary>Starts of care of unaccompanied children.</summary>
    CareStartedUnaccompanied,

    /// <summary>Starts of care by band of age (5).</summary>
    CareStartedByAge,

    /// <summary>Ends of care.</summary>
    CareCeased = CareStartedByAge + 5,

    /// <summary>Ends of care by band of age (5).</summary>
    CareCeasedByAge,

    /// <summary>Ends of care by <see cref="EndReason"/> (16).</summary>
    CareCeasedByReason = CareCeasedByAge + 5,

    /// <summary>Placements started.</summary>
    PlacementsStarted = CareCeasedByReason + 16,

    /// <summary>Placements that ended unplanned.</summary>
    UnplannedEndings,

    /// <summary>Children adopted.</summary>
    Adopted,

    /// <summary>Days from entering care to moving in with adopters, summed over children adopted.</summary>
    AdoptedDays,

    /// <summary>Enquiries about fostering.</summary>
    Enquiries,

    /// <summary>Households approved to foster, connected persons left out.</summary>
    HouseholdsApproved,

    /// <summary>Approved households that left, connected persons left out.</summary>
    HouseholdsDeregistered,

    /// <summary>Connected persons approved.</summary>
    ConnectedApproved,

    /// <summary>Cases heard at panel.</summary>
    PanelCases,

    /// <summary>Days that cases heard by panels had waited.</summary>
    PanelWaitDays,

    /// <summary>Placement requests.</summary>
    Requests,

    /// <summary>Requests with no suitable home on the day they were needed.</summary>
    RequestsUnmet,

    /// <summary>Requests answered.</summary>
    RequestsMatched,

    /// <summary>Days from request to a home that is not a stop-gap, summed over requests answered.</summary>
    DaysToMatch,

    /// <summary>Nights in stop-gaps.</summary>
    EmergencyNights,

    /// <summary>Stop-gaps bought from agencies at once.</summary>
    SpotPurchases,

    /// <summary>Sibling groups that asked to be placed together.</summary>
    SiblingGroups,

    /// <summary>Sibling groups placed together.</summary>
    SiblingGroupsTogether,

    /// <summary>Fortnights of a carer's leave that needed another home.</summary>
    RespiteRequests,

    /// <summary>Of those, without an in-house home.</summary>
    RespiteUnmet,

    /// <summary>Placements offered to the stability team.</summary>
    StabilityReferrals,

    /// <summary>Placements that the team kept.</summary>
    StabilityKept,

    /// <summary>Requests of other authorities for a home in Kent.</summary>
    OtherAuthorityRequests,

    /// <summary>Children of other authorities for whom no home was free in Kent.</summary>
    OtherAuthorityLost,

    /// <summary>Requests by district (12), counted when met or on the day needed, whichever comes first.</summary>
    RequestsByDistrict,

    /// <summary>Requests met on the day they were needed by a suitable home, by district (12).</summary>
    MetSuitablyByDistrict = RequestsByDistrict + 12,

    /// <summary>Applications to foster.</summary>
    Applications = MetSuitablyByDistrict + 12,

    /// <summary>Nights paid for, of children and care leavers, by <see cref="Money.CostCategory"/> (17) of the home.</summary>
    Nights,

    /// <summary>Pence spent, at the prices of the time, by <see cref="Money.CostCategory"/> (17).</summary>
    Cost = Nights + Money.CostCategories.Count,

    /// <summary>Pence spent, at the prices of the budget year of the start, by <see cref="Money.CostCategory"/> (17).</summary>
    CostReal = Cost + Money.CostCategories.Count,

    /// <summary>Children who came into the model.</summary>
    ChildrenIn = CostReal + Money.CostCategories.Count,

    /// <summary>Children who left the model.</summary>
    ChildrenOut,
}

/// <summary>The size of the table of flows.</summary>
public static class FlowIndex
{
    /// <summary>Number of entries.</summary>
    public const int Count = (int)Flow.ChildrenOut + 1;
}

/// <summary>Why an episode of care ended (SSDA903 REC).</summary>
public enum EndReason : byte
{
    /// <summary>E11: adopted, application unopposed.</summary>
    E11,

    /// <summary>E12: adopted, consent dispensed with.</summary>
    E12,

    /// <summary>E2: died.</summary>
    E2,

    /// <summary>E3: care taken by another authority.</summary>
    E3,

    /// <summary>E4A: returned home, planned.</summary>
    E4A,

    /// <summary>E4B: returned home, unplanned.</summary>
    E4B,

    /// <summary>E13: home to someone with no parental responsibility.</summary>
    E13,

    /// <summary>E41: child arrangements order.</summary>
    E41,

    /// <summary>E45: special guardianship order to former foster carers who are relatives, or to relatives.</summary>
    E45,

    /// <summary>E5: independent living with formal support.</summary>
    E5,

    /// <summary>E6: independent living without formal support.</summary>
    E6,

    /// <summary>E7: transferred to adult care.</summary>
    E7,

    /// <summary>E9: sentenced to custody.</summary>
    E9,

    /// <summary>E15: found to be 18 or over.</summary>
    E15,

    /// <summary>E17: stays with carers at 18.</summary>
    E17,

    /// <summary>E8: other.</summary>
    E8,
}
