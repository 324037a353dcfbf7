using Orleans.Concurrency;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// A living county: its clock, its log and its commands. A day is wake, resolve, record; it counts when the marker is stored, which happens after
/// everybody who changed on it has stored that. Whatever dies in between, the county goes on from the last whole day.
/// </summary>
[Alias("kent.ICountyGrain")]
public interface ICountyGrain : IGrainWithStringKey
{
    /// <summary>Begins the county: simulates the lead-in and gives everybody a grain of their own. Does nothing where it has begun with the same definition.</summary>
    /// <param name="definition">What it is made of.</param>
    /// <exception cref="InvalidOperationException">It has begun with another definition.</exception>
    [ResponseTimeout("00:10:00")]
    [Alias("Begin")]
    Task<CountyStatus> Begin(CountyDefinition definition);

    /// <summary>What it is made of; null where it has not begun.</summary>
    [AlwaysInterleave]
    [Alias("GetDefinition")]
    Task<CountyDefinition?> GetDefinition();

    /// <summary>Where it stands. Answers while it advances.</summary>
    [AlwaysInterleave]
    [Alias("GetStatus")]
    Task<CountyStatus> GetStatus();

    /// <summary>Sets the date to advance to and returns at once; <see cref="GetStatus"/> tells how far it has come. An earlier date is the end of the present day.</summary>
    /// <param name="goal">The date at whose end to stop, at most the horizon.</param>
    [Alias("Advance")]
    Task<CountyStatus> Advance(DateOnly goal);

    /// <summary>Logs a command, which acts in the morning of the next day; completes when it is stored. The same id and command again is answered as before.</summary>
    /// <param name="command">The command.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Act")]
    Task<CommandReceipt> Act(CountyCommand command);

    /// <summary>All commands, oldest first.</summary>
    [Alias("GetCommands")]
    Task<LoggedCommand[]> GetCommands();

    /// <summary>What happened on a date; null where it lies before the lead-in's end or after the present day. The lead-in's events stand on the eve of the start.</summary>
    /// <param name="calendarDay">The date.</param>
    [Alias("GetDay")]
    Task<DayPage?> GetDay(DateOnly calendarDay);

    /// <summary>What was measured so far: the values of a record day after another.</summary>
    [Alias("GetMeasured")]
    Task<long[]> GetMeasured();
}

/// <summary>Where a living county stands.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.CountyStatus")]
public sealed record CountyStatus
{
    /// <summary>Whether it has begun.</summary>
    [Id(0)]
    public bool HasBegun { get; init; }

    /// <summary>The date at whose end it stands.</summary>
    [Id(1)]
    public DateOnly Date { get; init; }

    /// <summary>The last date to which it can go.</summary>
    [Id(2)]
    public DateOnly Horizon { get; init; }

    /// <summary>The date to which it is advancing; the present one where it stands still.</summary>
    [Id(3)]
    public DateOnly Goal { get; init; }

    /// <summary>Whether it is advancing.</summary>
    [Id(4)]
    public bool IsAdvancing { get; init; }

    /// <summary>Why it stopped short of its goal, in a sentence; null where it did not.</summary>
    [Id(5)]
    public string? Failure { get; init; }

    /// <summary>The present day, counted from the start.</summary>
    [Id(6)]
    public int Marker { get; init; }

    /// <summary>Entities that woke since the county began.</summary>
    [Id(7)]
    public long Wakes { get; init; }

    /// <summary>A fingerprint of everything that has happened so far.</summary>
    [Id(8)]
    public string Digest { get; init; } = "";

    /// <summary>The scenario's name.</summary>
    [Id(9)]
    public string Scenario { get; init; } = "";
}
