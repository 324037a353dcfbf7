using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>Where a child stands at the front door: all that decides on what may come next, but for the age.</summary>
internal static class FrontDoorStanding
{
    /// <summary>A child who comes and was not known before, by way of a referral.</summary>
    public const int NewReferral = 2 * Kinds;

    /// <summary>A child who comes and was not known before, by way of a notification to an Early Help unit.</summary>
    public const int NewEarlyHelp = NewReferral + 1;

    /// <summary>The number of standings.</summary>
    public const int Count = NewEarlyHelp + 1;

    private const int Kinds = 7;

    private static readonly (Phase Phase, ChildFacts Facts)[] s_kinds =
    [
        (Phase.EarlyHelp, ChildFacts.None),
        (Phase.Assessment, ChildFacts.None),
        (Phase.ChildInNeed, ChildFacts.None),
        (Phase.ProtectionPlan, ChildFacts.None),
        (Phase.AtHome, ChildFacts.None),
        (Phase.AtHome, ChildFacts.ReturnsToEarlyHelp),
        (Phase.AtHome, ChildFacts.ReturnsToCare),
    ];

    /// <summary>The standing of a child who has come.</summary>
    /// <exception cref="ArgumentException">A child who stands so does not wake at the front door, or not without having been in care.</exception>
    public static int Of(Phase phase, ChildFacts facts)
    {
        int kind = Array.IndexOf(s_kinds, (phase, facts & ~ChildFacts.PlannedBefore));
        return kind >= 0
            ? (2 * kind) + ((facts & ChildFacts.PlannedBefore) != 0 ? 1 : 0)
            : throw new ArgumentException($"Nobody stands at the front door in phase {phase} with {facts}.", nameof(phase));
    }

    /// <summary>The standing of a child who comes and was not known before.</summary>
    public static int OfNew(EntityKind kind) => NewReferral + (kind - EntityKind.ReferredChild);

    /// <summary>The phase of those who stand so.</summary>
    public static Phase PhaseOf(int standing) => standing < NewReferral ? s_kinds[standing >> 1].Phase : Phase.Gone;

    /// <summary>The facts about those who stand so.</summary>
    public static ChildFacts FactsOf(int standing) => standing < NewReferral
        ? s_kinds[standing >> 1].Facts | ((standing & 1) != 0 ? ChildFacts.PlannedBefore : ChildFacts.None)
        : ChildFacts.None;
}
