using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.Fostering;

/// <summary>Ages that a household takes.</summary>
/// <param name="Low">Youngest, completed years.</param>
/// <param name="High">Oldest, completed years.</param>
public readonly record struct AgeRange(byte Low, byte High);

/// <summary>Rates and laws of in-house fostering households.</summary>
public sealed class FosteringRates
{
    /// <summary>Enquiries a day by district, before the season.</summary>
    public required double[] EnquiriesPerDay { get; init; }

    /// <summary>Multiplies enquiries by calendar month, January first; mean 1.</summary>
    public required double[] EnquirySeason { get; init; }

    /// <summary>Share of enquiries that apply.</summary>
    public required double Apply { get; init; }

    /// <summary>Share of applications withdrawn before panel, by either side.</summary>
    public required double Withdraw { get; init; }

    /// <summary>Days from enquiry to application.</summary>
    public required DurationLaw ToApplication { get; init; }

    /// <summary>Days from application to the end of assessment.</summary>
    public required DurationLaw Assessment { get; init; }

    /// <summary>Days from application to withdrawal.</summary>
    public required DurationLaw ToWithdrawal { get; init; }

    /// <summary>Children approved for, less one.</summary>
    public required AliasTable Approval { get; init; }

    /// <summary>What a household is approved to do; entries in the order of <see cref="FosterType"/>, connected persons left out.</summary>
    public required AliasTable Type { get; init; }

    /// <summary>Index into <see cref="AgeRanges"/>.</summary>
    public required AliasTable AgeRange { get; init; }

    /// <summary>Ages taken.</summary>
    public required AgeRange[] AgeRanges { get; init; }

    /// <summary>Skill level 0 to 3.</summary>
    public required AliasTable Skill { get; init; }

    /// <summary>Share of households with the exemption for siblings.</summary>
    public required double SiblingExemption { get; init; }

    /// <summary>Share of households that speak another language.</summary>
    public required double OtherLanguage { get; init; }

    /// <summary>Days from approval to leaving.</summary>
    public required DurationLaw Tenure { get; init; }

    /// <summary>Share of leavers whom the service de-registers; the rest resign.</summary>
    public required double Deregistered { get; init; }

    /// <summary>Days of notice, in which children are moved.</summary>
    public required int Notice { get; init; }

    /// <summary>Chance that carers who would leave go on for a child matched to them for the long term.</summary>
    public required double StayForChild { get; init; }

    /// <summary>Days that leaving carers stay on for a child matched to them for the long term.</summary>
    public required int WindDown { get; init; }

    /// <summary>Chance a year of a break.</summary>
    public required double HoldPerYear { get; init; }

    /// <summary>Length of a break.</summary>
    public required DurationLaw Hold { get; init; }

    /// <summary>Chance a year of a spell of inactivity.</summary>
    public required double InactivePerYear { get; init; }

    /// <summary>Length of a spell of inactivity.</summary>
    public required DurationLaw Inactive { get; init; }

    /// <summary>Chance that a household approved for more than one keeps a bed empty for a year.</summary>
    public required double Withhold { get; init; }

    /// <summary>Days of leave a year.</summary>
    public required int LeaveDays { get; init; }

    /// <summary>Share of leaves for which the children go to other foster homes.</summary>
    public required double LeaveWithRespite { get; init; }

    /// <summary>Panels a month.</summary>
    public required double PanelsPerMonth { get; init; }

    /// <summary>Cases a panel can hear.</summary>
    public required int CasesPerPanel { get; init; }

    /// <summary>Share of annual reviews after the first that go to panel.</summary>
    public required double ReviewAtPanel { get; init; }

    /// <summary>Days from a connected person's temporary approval until the assessment is ready for panel.</summary>
    public required DurationLaw ConnectedAssessment { get; init; }

    /// <summary>Share of connected persons' assessments that end in approval.</summary>
    public required double ConnectedApproved { get; init; }

    /// <summary>Days that a temporary approval lasts, extension included.</summary>
    public required int TemporaryLimit { get; init; }
}
