using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>The county's own record, written last on every day.</summary>
[GenerateSerializer]
[Alias("kent.CountyState")]
public sealed class CountyState
{
    /// <summary>The form of the record.</summary>
    [Id(0)]
    public int Form { get; set; }

    /// <summary>The last whole day: all that happened on it, and nothing after it, counts.</summary>
    [Id(1)]
    public int Marker { get; set; }

    /// <summary>Whether the county has begun.</summary>
    [Id(2)]
    public bool HasBegun { get; set; }

    /// <summary>Unaccompanied children looked after at the end of the day.</summary>
    [Id(3)]
    public int Unaccompanied { get; set; }

    /// <summary>A fingerprint of all events and measurements up to the day, each day's made from the one before.</summary>
    [Id(4)]
    public string Digest { get; set; } = "";

    /// <summary>Entities that woke since the county began.</summary>
    [Id(5)]
    public long Wakes { get; set; }
}

/// <summary>What a county is made of, stored once.</summary>
[GenerateSerializer]
[Alias("kent.CountyDefinitionState")]
public sealed class CountyDefinitionState
{
    /// <summary>The definition.</summary>
    [Id(0)]
    public CountyDefinition? Definition { get; set; }
}

/// <summary>What happened on a day.</summary>
/// <param name="Events">The events in their canonical order.</param>
/// <param name="Outcomes">What became of the day's commands, in their order.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.DayPage")]
public sealed record DayPage([property: Id(0)] EventRecord[] Events, [property: Id(1)] CommandOutcome[] Outcomes);

/// <summary>What was measured on a record day.</summary>
/// <param name="Values">Numerator and denominator of each measure.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.MeasuredPage")]
public sealed record MeasuredPage([property: Id(0)] long[] Values);

/// <summary>A command as it was logged, before it acts.</summary>
/// <param name="Day">The day in whose morning it acts.</param>
/// <param name="Command">The command.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.CommandPage")]
public sealed record CommandPage([property: Id(0)] int Day, [property: Id(1)] CountyCommand Command);
