using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>What the policy knows of the child or sibling group that is to be placed.</summary>
/// <param name="East">Home point, hundredths of a mile.</param>
/// <param name="North">Home point, hundredths of a mile.</param>
/// <param name="DistanceKnown">Whether there is a home point.</param>
/// <param name="Youngest">Age of the youngest, completed years.</param>
/// <param name="Oldest">Age of the oldest, completed years.</param>
/// <param name="NeedLevel">Highest level of need.</param>
/// <param name="Together">Number of children to be placed together.</param>
/// <param name="Single">Whether the child must be the only one.</param>
/// <param name="OtherLanguage">Whether a carer with the language is preferred.</param>
/// <param name="SiblingHome">Home of a brother or sister, or -1.</param>
/// <param name="Tonight">Whether a bed is needed tonight.</param>
/// <param name="Disabled">Whether the child is disabled.</param>
/// <param name="LongTerm">Whether the plan is long-term fostering.</param>
/// <param name="WithParent">Whether a parent comes with the child.</param>
/// <param name="SchoolKnown">Whether it is known where the child, or the first of the group, goes to school.</param>
/// <param name="SchoolEast">The school, hundredths of a mile.</param>
/// <param name="SchoolNorth">The school, hundredths of a mile.</param>
/// <param name="Plan">What the plan of the child says about residential schools.</param>
/// <param name="BoardingShare">Share of children of the same level of need whose plan asks for one.</param>
public readonly record struct Seeker(
    int East,
    int North,
    bool DistanceKnown,
    int Youngest,
    int Oldest,
    int NeedLevel,
    int Together,
    bool Single,
    bool OtherLanguage,
    int SiblingHome,
    bool Tonight,
    bool Disabled,
    bool LongTerm,
    bool WithParent = false,
    bool SchoolKnown = false,
    int SchoolEast = 0,
    int SchoolNorth = 0,
    PlanAsks Plan = PlanAsks.Unknown,
    double BoardingShare = 1);

/// <summary>
/// The one replaceable rule of the central placement service: which in-house home suits a child best. Terms of approval, beds
/// and exclusions decide whether a home is a candidate; the score, in miles, decides among candidates; lower is better.
/// </summary>
public static class PlacementPolicy
{
    /// <summary>The score of a home that is no candidate.</summary>
    public const double NotSuitable = double.MaxValue;

    /// <summary>Scores a home for a child or a group. For many homes in a row, ask one <see cref="PolicyQuestion"/>.</summary>
    public static double Score(in Vacancy home, in Seeker seeker, in PolicyWeights weights)
    {
        var question = new PolicyQuestion(seeker, weights);
        return question.IsCandidate(home) ? question.Score(home) : NotSuitable;
    }

    /// <summary>What the terms of approval exclude.</summary>
    internal static bool TakesSuch(FosterType type, in Seeker seeker) => type switch
    {
        FosterType.Emergency => seeker.Tonight,
        FosterType.ParentAndChild => seeker.WithParent,
        FosterType.ShortBreak => false,
        _ => !seeker.WithParent,
    };

    /// <summary>What the terms allow and the carers were not recruited for.</summary>
    internal static bool OtherThanMeant(FosterType type, in Seeker seeker) => type switch
    {
        FosterType.LongTerm => !seeker.LongTerm,
        FosterType.DisabledChildren => !seeker.Disabled,
        _ => seeker.Disabled,
    };

    /// <summary>Quality of a match, 0 poor to 3 good: skill meets need, and home and school are near.</summary>
    public static int Quality(in Home home, in Seeker seeker, double miles, double nearMiles) =>
        (home.Skill >= seeker.NeedLevel ? 2 : 0) + (!seeker.DistanceKnown || miles <= nearMiles ? 1 : 0);

    /// <summary>Whether a home meets approval and needs, in Kent or within 20 miles: what "met suitably" asks for.</summary>
    public static bool IsSuitable(bool withinApprovalAndNeeds, bool together, bool inKent, bool within20) =>
        withinApprovalAndNeeds && together && (inKent || within20);

    /// <summary>The group of children who seek the same kinds of home.</summary>
    public static SeekerGroup GroupOf(in ChildState child, int day)
    {
        bool over16 = child.AgeOn(day) >= Age.Days16;
        if (child.Is(ChildFacts.Unaccompanied))
        {
            return over16 ? SeekerGroup.Unaccompanied16 : SeekerGroup.UnaccompaniedUnder16;
        }

        bool high = child.NeedLevel >= 2;
        return over16 ? (high ? SeekerGroup.From16High : SeekerGroup.From16)
            : Age.Years(child.AgeOn(day)) < 10 ? (high ? SeekerGroup.Under10High : SeekerGroup.Under10)
            : child.NeedLevel == 3 ? SeekerGroup.From10Complex
            : high ? SeekerGroup.From10High
            : SeekerGroup.From10;
    }
}
