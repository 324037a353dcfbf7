using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>Makes of a living county the start of an ensemble.</summary>
public static class Fork
{
    /// <summary>The county as it stands at the end of the desk's day.</summary>
    /// <param name="parts">The county; nothing of it is changed.</param>
    /// <param name="parameters">What it runs on.</param>
    public static CountySnapshot Of(CountyParts parts, CountyParameters parameters)
    {
        List<ChildState> frontDoor = [.. parts.Children.Where(child => !CountyDesk.Concerns(child) && child.Phase != Phase.Gone)];
        var state = new CountyState(parameters);
        state.Reset(-parameters.LeadInDays, telling: false);
        state.CopyFrom(parts.Desk.State);
        state.Effects.Count(Flow.ChildrenIn, -frontDoor.Count); // They come in again with the lane that goes on from here.
        frontDoor.ForEach(child => state.Effects.Stocks[(int)child.Phase]--);
        foreach (HouseholdEntry entry in parts.Households.Where(entry => !parts.Desk.HouseholdSlots.ContainsKey(entry.State.Id)))
        {
            state.Households[state.Households.Add(entry.State.Id, entry.State.District)] = entry.State;
        }

        return new CountySnapshot(parts.Desk.Day, state, frontDoor, [.. parts.Measured])
        {
            Schools = parts.Desk.Schools is null ? null : new SchoolPast(parameters, parts.Desk.Key, parts.Desk.Day, [.. parts.Desk.Schools.Orders]),
            CareSchools = DeskArchive.CareSchoolsOf(parts.Desk),
        };
    }
}
