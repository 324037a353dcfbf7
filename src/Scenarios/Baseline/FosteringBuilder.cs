using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.OtherAuthorities;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Rates of foster households, and of other authorities' children, from the assumptions.</summary>
internal static class FosteringBuilder
{
    private static readonly string[] s_ages = ["0-4", "0-10", "0-17", "5-17", "10-17"];

    /// <summary>Builds the rates of foster households.</summary>
    public static FosteringRates Build(Assumed assumed, double[] households) => new()
    {
        EnquiriesPerDay = FrontDoorBuilder.PerDay(assumed["fostering/enquiries-a-year"], households),
        EnquirySeason = assumed.ByMonth("fostering/enquiry-season"),
        Apply = assumed["fostering/apply-share"],
        Withdraw = assumed["fostering/withdraw-share"],
        ToApplication = assumed.Exponential("fostering/days/to-application"),
        Assessment = assumed.LogNormal("fostering/days/assessment", "fostering/days-spread/assessment"),
        ToWithdrawal = assumed.Exponential("fostering/days/to-withdrawal"),
        Approval = assumed.Table("fostering/approved-for", "1", "2", "3", "4"),
        Type = assumed.Table("fostering/type", "short-term", "long-term", "emergency", "parent-and-child", "short-break", "disabled-children", "hub"),
        AgeRange = assumed.Table("fostering/age-range", s_ages),
        AgeRanges = [.. s_ages.Select(range => range.Split('-')).Select(ends => new AgeRange(byte.Parse(ends[0]), byte.Parse(ends[1])))],
        Skill = assumed.Table("fostering/skill", "standard", "enhanced", "specialist", "complex"),
        SiblingExemption = assumed["fostering/sibling-exemption"],
        OtherLanguage = assumed["fostering/other-language"],
        Tenure = assumed.Weibull(assumed["fostering/tenure-shape"], assumed["fostering/tenure-days"]),
        Deregistered = assumed["fostering/deregistered-share"],
        Notice = assumed.Whole("fostering/notice-days"),
        StayForChild = assumed["fostering/stay-for-child"],
        WindDown = assumed.Whole("fostering/wind-down-days"),
        HoldPerYear = assumed["fostering/hold-a-year"],
        Hold = assumed.Exponential("fostering/hold-days"),
        InactivePerYear = assumed["fostering/inactive-a-year"],
        Inactive = assumed.Exponential("fostering/inactive-days"),
        Withhold = assumed["fostering/withhold-share"],
        LeaveDays = assumed.Whole("fostering/leave-days"),
        LeaveWithRespite = assumed["fostering/leave-with-respite"],
        PanelsPerMonth = assumed["fostering/panels-a-month"],
        CasesPerPanel = assumed.Whole("fostering/cases-a-panel"),
        ReviewAtPanel = assumed["fostering/review-at-panel"],
        ConnectedAssessment = assumed.LogNormal("fostering/connected-assessment-days", "fostering/connected-assessment-spread"),
        ConnectedApproved = assumed["fostering/connected-approved"],
        TemporaryLimit = assumed.Whole("fostering/temporary-days"),
    };

    /// <summary>Builds the rates of other authorities' children.</summary>
    public static OtherAuthorityRates BuildOtherAuthorities(Assumed assumed, double[] population) => new()
    {
        RequestsPerDay = FrontDoorBuilder.PerDay(assumed["homes/other-authorities-requests-a-year"], population),
        ResidentialShare = assumed["homes/other-authorities-residential-share"],
        Stay = assumed.Exponential("homes/other-authorities-stay-days"),
        Patience = assumed.Whole("homes/other-authorities-patience-days"),
    };
}
