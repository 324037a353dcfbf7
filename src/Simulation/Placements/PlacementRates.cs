using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.Placements;

/// <summary>Groups of children who seek the same kinds of home.</summary>
public enum SeekerGroup : byte
{
    /// <summary>Under 10, standard or enhanced need.</summary>
    Under10,

    /// <summary>Under 10, specialist or complex need.</summary>
    Under10High,

    /// <summary>10 to 15, standard or enhanced need.</summary>
    From10,

    /// <summary>10 to 15, specialist need.</summary>
    From10High,

    /// <summary>10 to 15, complex need.</summary>
    From10Complex,

    /// <summary>16 and 17, standard or enhanced need.</summary>
    From16,

    /// <summary>16 and 17, specialist or complex need.</summary>
    From16High,

    /// <summary>Unaccompanied, under 16.</summary>
    UnaccompaniedUnder16,

    /// <summary>Unaccompanied, 16 and 17.</summary>
    Unaccompanied16,
}

/// <summary>A planned move out of a kind of home: how often it happens, and when.</summary>
/// <param name="Share">Share of placements that have one.</param>
/// <param name="After">Days from the start of the placement.</param>
public sealed record PlannedMove(double Share, DurationLaw After);

/// <summary>Weights of the placement policy, in miles of distance that one unit is worth.</summary>
/// <param name="Mile">For each mile between the home and the child's own.</param>
/// <param name="MostMiles">Miles beyond which an in-house home is not offered to a child whose home is known.</param>
/// <param name="NearMiles">Miles within which a home counts as near, for the quality of a match.</param>
/// <param name="SchoolBreak">When a child of 5 to 15 would live too far to keep the school.</param>
/// <param name="SchoolMiles">Miles beyond which a school is hard to keep.</param>
/// <param name="SkillShort">For each level of need above the carers' skill.</param>
/// <param name="SkillSpare">For each level of skill above the child's need.</param>
/// <param name="SiblingThere">Subtracted when a brother or sister lives there.</param>
/// <param name="TogetherMiles">Miles beyond which brothers and sisters are not placed together: near homes apart are then sought.</param>
/// <param name="SpareBed">For each bed that stays empty.</param>
/// <param name="Language">Subtracted when the carers speak the child's language.</param>
/// <param name="OtherThanMeant">When the carers were recruited for other children (long-term, disabled).</param>
public readonly record struct PolicyWeights(
    double Mile,
    double MostMiles,
    double NearMiles,
    double SchoolBreak,
    double SchoolMiles,
    double SkillShort,
    double SkillSpare,
    double SiblingThere,
    double TogetherMiles,
    double SpareBed,
    double Language,
    double OtherThanMeant);

/// <summary>Rates and laws of placements and of the placement service.</summary>
public sealed class PlacementRates
{
    /// <summary>Where districts lie.</summary>
    public required KentMap Map { get; init; }

    /// <summary>Kind of home sought, by <see cref="SeekerGroup"/>; entries in the order of <see cref="HomeKind"/>.</summary>
    public required AliasTable[] Sought { get; init; }

    /// <summary>Kind of home sought first for a newly arrived unaccompanied child; in the order of <see cref="HomeKind"/>.</summary>
    public required double ReceptionShare { get; init; }

    /// <summary>Chance that a connected person offers a home at entry where no in-house home was found, by band of age.</summary>
    public required double[] ConnectedShare { get; init; }

    /// <summary>Time to an unplanned ending, as a law of mean 1, scaled by the factors below.</summary>
    public required DurationLaw UnplannedShape { get; init; }

    /// <summary>Mean days to an unplanned ending by <see cref="HomeKind"/> and band of age, before factors.</summary>
    public required double[][] UnplannedMean { get; init; }

    /// <summary>Multiplies the risk of an unplanned ending by level of need.</summary>
    public required double[] RiskByNeed { get; init; }

    /// <summary>Multiplies the risk by match quality, 0 poor to 3 good.</summary>
    public required double[] RiskByMatch { get; init; }

    /// <summary>Multiplies the risk in a household in its first year.</summary>
    public required double RiskNewCarers { get; init; }

    /// <summary>Multiplies the risk in in-house homes of an area that has its full number of hub families.</summary>
    public required double RiskWithHubs { get; init; }

    /// <summary>Hub families that an area needs for the full effect.</summary>
    public required double HubsForFullEffect { get; init; }

    /// <summary>Planned moves out of each <see cref="HomeKind"/>.</summary>
    public required PlannedMove[] Planned { get; init; }

    /// <summary>Planned moves out of a short-term foster home under a long-term plan.</summary>
    public required PlannedMove PlannedLongTerm { get; init; }

    /// <summary>Of those, the share who stay with the same carers as a long-term placement.</summary>
    public required double ConvertedInPlace { get; init; }

    /// <summary>Share of placements in a foster or children's home that end at 16 or 17 with a move towards independence.</summary>
    public required double IndependenceShare { get; init; }

    /// <summary>Reasons of unplanned endings, in the order of <see cref="MoveReason"/>.</summary>
    public required AliasTable UnplannedReasons { get; init; }

    /// <summary>Share of first placements made with a connected person before the start of the lead-in.</summary>
    public required double ConnectedInThePast { get; init; }

    /// <summary>Share of foster placements made in-house before the start of the lead-in.</summary>
    public required double InHouseInThePast { get; init; }

    /// <summary>Chance that in-house carers accept an offered child, by level of need.</summary>
    public required double[] CarersAccept { get; init; }

    /// <summary>Offers that can be made to in-house carers for one child in a day, 0 to 3.</summary>
    public required int OffersPerDay { get; init; }

    /// <summary>Chance that a pool with a free place supplies it on the day, by <see cref="HomeKind"/>.</summary>
    public required double[] PoolAccepts { get; init; }

    /// <summary>Share of searches in a pool that turn to homes outside Kent, by <see cref="HomeKind"/>.</summary>
    public required double[] SoughtOutside { get; init; }

    /// <summary>Days in an emergency bed outside the carers' terms (six working days).</summary>
    public required int EmergencyLimit { get; init; }

    /// <summary>Days in an assessment bed.</summary>
    public required int AssessmentLimit { get; init; }

    /// <summary>Days after which a spot purchase becomes the placement.</summary>
    public required int SpotPurchaseLimit { get; init; }

    /// <summary>Days after which a planned move that found no home is given up.</summary>
    public required int PlannedPatience { get; init; }

    /// <summary>Days of notice of a planned move within which a match counts as met on the day needed.</summary>
    public required int PlannedNotice { get; init; }

    /// <summary>Weights of the policy.</summary>
    public required PolicyWeights Weights { get; init; }

    /// <summary>Cases a month that the stability team can take.</summary>
    public required double StabilityPerMonth { get; init; }

    /// <summary>Share of its cases that stay where they are.</summary>
    public required double StabilityKept { get; init; }
}
