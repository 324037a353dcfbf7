using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// The central placement service: one queue for the county. Holds a view of the homes and of those who live in or wait for them, and resolves a
/// day on it by the kernel's own code.
/// </summary>
[Alias("kent.IPlacementServiceGrain")]
public interface IPlacementServiceGrain : IGrainWithStringKey
{
    /// <summary>Begins with what the desk holds when the county begins. Completes when it is stored.</summary>
    /// <param name="desk">What it keeps of its own.</param>
    /// <param name="notes">The flows noted so far, oldest first.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Begin")]
    Task Begin(DeskRecord desk, long[][] notes);

    /// <summary>Resolves a day. Nothing is stored before <see cref="Settle"/>; asking again for the same day resolves it anew from the marker.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="wards">Who woke, by ward.</param>
    /// <param name="commands">What was asked of the service for this day, in order.</param>
    /// <param name="orders">Schemes of schools that were ordered for this day, in order.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Resolve")]
    Task<DayOutcome> Resolve(int day, WokenWard[] wards, DeskCommand[] commands, SchoolOrder[] orders);

    /// <summary>Ends the day that was resolved. Completes when it is stored.</summary>
    /// <param name="day">The day.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Settle")]
    Task Settle(int day);

    /// <summary>The desk at the end of a day that has passed, or null where there was none.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("At")]
    Task<DeskRecord?> At(int marker);

    /// <summary>The flows noted until the end of a day, oldest first.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("GetNotes")]
    Task<long[][]> GetNotes(int marker);

    /// <summary>Why a command cannot be carried out as the county stands, in a sentence; null where it can.</summary>
    /// <param name="marker">The last whole day.</param>
    /// <param name="command">The command.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Refusal")]
    Task<string?> Refusal(int marker, DeskCommand command);

    /// <summary>Forgets what it holds in memory of a day that failed.</summary>
    [Alias("Forget")]
    Task Forget();
}

/// <summary>What the desk keeps, as JSON on its way between silos as in the store.</summary>
/// <param name="Desk">The desk.</param>
[Immutable]
public sealed record DeskRecord(DeskState Desk);
