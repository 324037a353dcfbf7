using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>One thing that happened to a fostering household.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What.</param>
/// <param name="Code">Why it left, where it did.</param>
public readonly record struct HouseholdEvent(int Day, EventKind Kind, string Code);

/// <summary>One fostering household as it stands on the last day, and what happened to it until then.</summary>
/// <param name="State">Its state; days count from the start of the run.</param>
/// <param name="Filled">Children placed on the last day.</param>
/// <param name="Unavailable">Free places that nobody could take: on hold, on leave, leaving, withheld, kept by a young person Staying Put or by a single placement.</param>
/// <param name="Vacant">Places free to be taken.</param>
/// <param name="Events">What happened, in order of time.</param>
public sealed record HouseholdHistory(HouseholdState State, int Filled, int Unavailable, int Vacant, IReadOnlyList<HouseholdEvent> Events)
{
    /// <summary>Whether it is, or was at the end, an approved household; enquirers and those who withdrew are not.</summary>
    public bool WasApproved => State.IsApproved;
}
