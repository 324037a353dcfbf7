using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>Notes what happens to fostering households, and on the last day how each stands.</summary>
internal sealed class HouseholdCollector
{
    private readonly Dictionary<ulong, List<HouseholdEvent>> _events = [];

    /// <summary>Whether an address is that of a household.</summary>
    public static bool IsHousehold(ulong id) =>
        EntityId.Kind(id) is EntityKind.EnquiringHousehold or EntityKind.StockHousehold or EntityKind.ConnectedHousehold;

    /// <summary>
    /// Places of a household: children placed, places free to be taken, and what is left of those it is approved for. A bed that is lent while other carers are on leave is
    /// not filled: the child is still placed with them.
    /// </summary>
    public static (int Filled, int Vacant, int Unavailable) PlacesOf(in Home home) =>
        (home.Filled, home.Free, Math.Max(0, home.Approved - home.Filled - home.Free));

    /// <summary>Something happened to a household.</summary>
    public void Happened(int day, in LoggedEvent happened)
    {
        if (!_events.TryGetValue(happened.Entity, out List<HouseholdEvent>? events))
        {
            _events.Add(happened.Entity, events = []);
        }

        events.Add(new HouseholdEvent(day, happened.Kind, happened.Code));
    }

    /// <summary>Every household that is or was approved, by address.</summary>
    public List<HouseholdHistory> Collect(in CountyGlimpse county)
    {
        var households = new List<HouseholdHistory>();
        for (int slot = 0; slot < county.Households.Count; slot++)
        {
            ref HouseholdState state = ref county.Households[slot];
            if (state.IsApproved)
            {
                households.Add(Stands(state, county));
            }
        }

        households.Sort(static (one, other) => one.State.Id.CompareTo(other.State.Id));
        return households;
    }

    private HouseholdHistory Stands(in HouseholdState state, in CountyGlimpse county)
    {
        List<HouseholdEvent> events = _events.GetValueOrDefault(state.Id) ?? [];
        if (state.Home == ChildState.NoHome || state.Phase is HouseholdPhase.Resigned or HouseholdPhase.Deregistered or HouseholdPhase.Withdrawn)
        {
            return new HouseholdHistory(state, 0, 0, 0, events);
        }

        Home home = county.Homes[state.Home];
        (int filled, int vacant, int unavailable) = PlacesOf(home);
        return new HouseholdHistory(state, filled, unavailable, vacant, events);
    }
}
