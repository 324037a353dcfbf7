using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>A child who woke or arrived, and what that meant.</summary>
/// <param name="State">The child after its rule.</param>
/// <param name="Means">What its rule wanted, told and counted.</param>
public readonly record struct ChildNews(ChildState State, Consequences Means);

/// <summary>A household that woke or enquired, and what that meant.</summary>
/// <param name="State">The household after its rule.</param>
/// <param name="Means">What its rule wanted, told and counted.</param>
public readonly record struct HouseholdNews(HouseholdState State, Consequences Means);

/// <summary>A household with its home on the placement service's register, if it has one.</summary>
/// <param name="State">The household.</param>
/// <param name="Home">Its home, or null before approval.</param>
public readonly record struct HouseholdEntry(HouseholdState State, HomeRecord? Home);

/// <summary>What a day came to after it was resolved.</summary>
/// <param name="Children">Every child whom resolving the day changed or created, those who have gone included.</param>
/// <param name="Households">Every household that resolving the day changed or created, or whose home did.</param>
/// <param name="Events">The events of the day in their canonical order; empty where nothing is told.</param>
/// <param name="Measured">What was measured, where the day is a record day; otherwise null.</param>
/// <param name="Noted">The flows since the first day, where they are noted at the end of this day; otherwise null.</param>
/// <param name="Outcomes">What became of the day's commands, in their order.</param>
/// <param name="UnaccompaniedLookedAfter">Unaccompanied children looked after at the end of the day: a condition of the next.</param>
public sealed record ResolvedDay(
    ChildState[] Children,
    HouseholdEntry[] Households,
    EventRecord[] Events,
    long[]? Measured,
    long[]? Noted,
    CommandOutcome[] Outcomes,
    int UnaccompaniedLookedAfter);
