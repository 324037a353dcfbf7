using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>A child who woke, and what that meant.</summary>
/// <param name="State">The child after its rule.</param>
/// <param name="Means">What its rule wanted, told and counted.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.WokenChild")]
public sealed record WokenChild([property: Id(0)] ChildState State, [property: Id(1)] Consequences Means);

/// <summary>A household that woke, and what that meant.</summary>
/// <param name="State">The household after its rule.</param>
/// <param name="Means">What its rule wanted, told and counted.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.WokenHousehold")]
public sealed record WokenHousehold([property: Id(0)] HouseholdState State, [property: Id(1)] Consequences Means);

/// <summary>All of a ward who woke on a day.</summary>
/// <param name="Children">Children, in any order.</param>
/// <param name="Households">Households, in any order.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.WokenWard")]
public sealed record WokenWard([property: Id(0)] WokenChild[] Children, [property: Id(1)] WokenHousehold[] Households);

/// <summary>A household with its home.</summary>
/// <param name="State">The household.</param>
/// <param name="Home">Its home on the placement service's register; null before approval.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.HouseholdFile")]
public sealed record HouseholdFile([property: Id(0)] HouseholdState State, [property: Id(1)] HomeRecord? Home);

/// <summary>Children and households together, in any order.</summary>
/// <param name="Children">Children.</param>
/// <param name="Households">Households.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.WardPeople")]
public sealed record WardPeople([property: Id(0)] ChildState[] Children, [property: Id(1)] HouseholdFile[] Households)
{
    /// <summary>Nobody.</summary>
    public static WardPeople Nobody { get; } = new([], []);
}

/// <summary>What a day came to after it was resolved.</summary>
/// <param name="Changed">Everybody whom resolving the day changed or created.</param>
/// <param name="Events">The events of the day in their canonical order.</param>
/// <param name="Measured">What was measured, where the day is a record day.</param>
/// <param name="Outcomes">What became of the commands to the placement service, in their order.</param>
/// <param name="UnaccompaniedLookedAfter">Unaccompanied children looked after in the evening.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.DayOutcome")]
public sealed record DayOutcome(
    [property: Id(0)] WardPeople Changed,
    [property: Id(1)] EventRecord[] Events,
    [property: Id(2)] long[]? Measured,
    [property: Id(3)] CommandOutcome[] Outcomes,
    [property: Id(4)] int UnaccompaniedLookedAfter);
