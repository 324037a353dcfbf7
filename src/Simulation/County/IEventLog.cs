using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.County;

/// <summary>Receives the events of one replication in their canonical order: day, then entity, then the order within the entity's day.</summary>
public interface IEventLog
{
    /// <summary>Records one event.</summary>
    void Record(in EventRecord happened);
}

/// <summary>One event of one entity: what happened, to whom, when.</summary>
/// <param name="Date">The simulated date.</param>
/// <param name="Entity">The entity's 64-bit address.</param>
/// <param name="Kind">The event's name in the field's words, such as <c>placement-started</c>.</param>
/// <param name="Code">An SSDA903 or other code that belongs to the event, or the empty string.</param>
/// <param name="Other">The other entity concerned (a home, a household), or zero.</param>
public readonly record struct EventRecord(DateOnly Date, ulong Entity, string Kind, string Code, ulong Other)
{
    /// <summary>Dresses an event for reading. Rules know a home by its place in the register; the log names it by its address.</summary>
    internal static EventRecord Of(in LoggedEvent happened, DateOnly date, HomeRegister register) =>
        new(date, happened.Entity, EventNames.Of(happened.Kind), happened.Code, OtherOf(happened, register));

    private static ulong OtherOf(in LoggedEvent happened, HomeRegister register) =>
        happened.Kind is EventKind.PlacementStarted or EventKind.PresentAtStart && happened.Other != 0
            ? register[(int)happened.Other - 1].Id
            : happened.Other;
}
