namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Which children make a cohort.</summary>
public enum CohortPopulation
{
    /// <summary>Children who were looked after at some time of the history.</summary>
    LookedAfter,

    /// <summary>All children of Kent: those who lived in it, and those looked after, at some time of the history.</summary>
    All,
}

/// <summary>What a cohort is to be. The same request gives the same bytes.</summary>
public sealed record CohortRequest
{
    /// <summary>How many children; null for those of one whole county.</summary>
    public int? Children { get; init; }

    /// <summary>How many of them are to have been looked after at some time of the history; null for as many as there are.</summary>
    public int? InCare { get; init; }

    /// <summary>Which children.</summary>
    public required CohortPopulation Population { get; init; }

    /// <summary>The last day of the history.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Years of history up to that day; 0 for a snapshot.</summary>
    public required int History { get; init; }

    /// <summary>Seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>The first day of the history: the day after the same date so many years before; the last day itself for a snapshot.</summary>
    public DateOnly From => History == 0 ? AsOf : AsOf.AddDays(1).AddYears(-History);
}
