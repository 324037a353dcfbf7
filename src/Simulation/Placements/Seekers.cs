using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Placements;

/// <summary>Describes children to the policy.</summary>
internal static class Seekers
{
    /// <summary>One child.</summary>
    public static Seeker Of(in ChildState child, int day, bool tonight)
    {
        int years = Age.Years(child.AgeOn(day));
        return new Seeker(
            child.East,
            child.North,
            !child.Is(ChildFacts.Unaccompanied),
            years,
            years,
            child.NeedLevel,
            1,
            child.Is(ChildFacts.SinglePlacement),
            child.Is(ChildFacts.OtherLanguage),
            ChildState.NoHome,
            tonight,
            child.Is(ChildFacts.Disabled),
            child.Plan == CarePlan.LongTerm);
    }

    /// <summary>Two who are to stay together; a group is never placed as an only child.</summary>
    public static Seeker Join(in Seeker group, in Seeker other) => group with
    {
        Youngest = Math.Min(group.Youngest, other.Youngest),
        Oldest = Math.Max(group.Oldest, other.Oldest),
        NeedLevel = Math.Max(group.NeedLevel, other.NeedLevel),
        Together = group.Together + other.Together,
        Single = false,
        Disabled = group.Disabled || other.Disabled,
    };
}
