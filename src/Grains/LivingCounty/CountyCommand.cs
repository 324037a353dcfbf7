namespace KentSufficiency.Grains.LivingCounty;

/// <summary>What people may ask of a living county.</summary>
public enum CountyRequest
{
    /// <summary>A child is to live with a household.</summary>
    Place,

    /// <summary>A household is taken off the register.</summary>
    CloseHome,

    /// <summary>Children arrive who would not have come by themselves.</summary>
    Arrive,

    /// <summary>A school opens, in a county that does not live its school years.</summary>
    OpenSchool,

    /// <summary>A school is to have more places in every year group from a September on.</summary>
    EnlargeSchool,

    /// <summary>A school is to have a bulge class in a September.</summary>
    BulgeClass,

    /// <summary>A school is to close from a September on.</summary>
    CloseSchool,
}

/// <summary>How children arrive.</summary>
public enum ArrivalKind
{
    /// <summary>Unaccompanied, at the coast.</summary>
    Unaccompanied,

    /// <summary>Referred in a district.</summary>
    Referral,

    /// <summary>Notified to early help in a district.</summary>
    EarlyHelp,
}

/// <summary>
/// Something that people ask of a living county. It is logged before it acts, and acts in the morning of the next day. The same id again is the
/// same command, however often it is sent.
/// </summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.CountyCommand")]
public sealed record CountyCommand
{
    /// <summary>The most children that one command may let arrive.</summary>
    public const int MostArrivals = 1000;

    /// <summary>Its id, 1 to 64 characters, chosen by whoever sends it.</summary>
    [Id(0)]
    public string Id { get; init; } = "";

    /// <summary>What is asked for.</summary>
    [Id(1)]
    public CountyRequest Request { get; init; }

    /// <summary>To place: the child's address.</summary>
    [Id(2)]
    public ulong Child { get; init; }

    /// <summary>To place or to close: the household's address.</summary>
    [Id(3)]
    public ulong Household { get; init; }

    /// <summary>To arrive: how.</summary>
    [Id(4)]
    public ArrivalKind Kind { get; init; }

    /// <summary>To arrive, but for unaccompanied children, or to open: the district, 0 to 11.</summary>
    [Id(5)]
    public int District { get; init; }

    /// <summary>To arrive: how many, 1 to <see cref="MostArrivals"/>. To open or enlarge: places, at least 1.</summary>
    [Id(6)]
    public int Count { get; init; }

    /// <summary>To open: the school's name in small letters, digits and hyphens. To enlarge or to close: the school's id.</summary>
    [Id(7)]
    public string School { get; init; } = "";

    /// <summary>To enlarge or to close: the 1 September from which on.</summary>
    [Id(8)]
    public DateOnly From { get; init; }
}

/// <summary>The answer to a command.</summary>
/// <param name="Accepted">Whether it is logged.</param>
/// <param name="Day">The date in whose morning it acts, where it is accepted.</param>
/// <param name="Words">What will happen, or why nothing will, in a sentence.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.CommandReceipt")]
public sealed record CommandReceipt([property: Id(0)] bool Accepted, [property: Id(1)] DateOnly Day, [property: Id(2)] string Words);

/// <summary>A command in the log.</summary>
/// <param name="Date">The date in whose morning it acts or acted.</param>
/// <param name="Command">The command.</param>
/// <param name="Outcome">What became of it; null while its day has not come.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.LoggedCommand")]
public sealed record LoggedCommand(
    [property: Id(0)] DateOnly Date, [property: Id(1)] CountyCommand Command, [property: Id(2)] Simulation.LivingCounty.CommandOutcome? Outcome);
