using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>Shares of the ways out of a step at the front door; what is left over is closure.</summary>
/// <param name="Care">To care.</param>
/// <param name="ProtectionPlan">To a child protection plan.</param>
/// <param name="ChildInNeed">To a child in need plan.</param>
/// <param name="EarlyHelp">Stepped down to early help.</param>
public readonly record struct WaysOut(double Care, double ProtectionPlan, double ChildInNeed, double EarlyHelp);

/// <summary>Whether and when a closed case comes back.</summary>
/// <param name="Share">Probability of returning.</param>
/// <param name="Delay">Days until then.</param>
public sealed record ReturnLaw(double Share, DurationLaw Delay);

/// <summary>Rates and laws of the front door.</summary>
public sealed class FrontDoorRates
{
    /// <summary>New children referred a day, by district.</summary>
    public required double[] ReferralsPerDay { get; init; }

    /// <summary>New children notified to Early Help units a day, by district.</summary>
    public required double[] EarlyHelpPerDay { get; init; }

    /// <summary>Contacts a day that end in information and advice, whole county.</summary>
    public required double AdvicePerDay { get; init; }

    /// <summary>Age at referral, in completed years 0 to 17.</summary>
    public required AliasTable AgeAtReferral { get; init; }

    /// <summary>Age within the first year is a uniform to this power: above 1, most infants are known from birth on.</summary>
    public required double NewbornSkew { get; init; }

    /// <summary>Share of referrals closed at once.</summary>
    public required double ClosedAtReferral { get; init; }

    /// <summary>Ways out of an assessment, by band of age.</summary>
    public required WaysOut[] FromAssessment { get; init; }

    /// <summary>Multiplies the chance of a plan for a child who had one before.</summary>
    public required double PreviousPlanFactor { get; init; }

    /// <summary>Ways out of being a child in need, by band of age.</summary>
    public required WaysOut[] FromChildInNeed { get; init; }

    /// <summary>Ways out of a child protection plan, by band of age.</summary>
    public required WaysOut[] FromProtectionPlan { get; init; }

    /// <summary>Share of early help cases stepped up to social work.</summary>
    public required double StepUp { get; init; }

    /// <summary>Length of an assessment.</summary>
    public required DurationLaw Assessment { get; init; }

    /// <summary>Length of a child in need plan.</summary>
    public required DurationLaw ChildInNeed { get; init; }

    /// <summary>Length of a child protection plan.</summary>
    public required DurationLaw ProtectionPlan { get; init; }

    /// <summary>Length of an early help case.</summary>
    public required DurationLaw EarlyHelp { get; init; }

    /// <summary>Return after a referral or assessment closed without a plan.</summary>
    public required ReturnLaw AfterAssessment { get; init; }

    /// <summary>Return after a child in need plan.</summary>
    public required ReturnLaw AfterChildInNeed { get; init; }

    /// <summary>Return after a child protection plan.</summary>
    public required ReturnLaw AfterProtectionPlan { get; init; }

    /// <summary>Return to early help after an early help case.</summary>
    public required ReturnLaw AfterEarlyHelp { get; init; }

    /// <summary>The same as a chain, once <see cref="FrontDoorChain.Of"/> has been asked for it.</summary>
    internal FrontDoorChain? Chain { get; set; }
}
