namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>One statistic of a cohort beside what it is compared with.</summary>
public sealed record FidelityComparison
{
    /// <summary>Id, as in <c>cohorts/fidelity.csv</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is compared, as a heading.</summary>
    public required string Title { get; init; }

    /// <summary>The day of what it is compared with: of a stock, or the last of a year.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where that stands.</summary>
    public required string Source { get; init; }

    /// <summary>The distance and its limit as stated.</summary>
    public required FidelityLimit Stated { get; init; }

    /// <summary>The distance of the cohort as it is.</summary>
    public required double AsItIs { get; init; }

    /// <summary>The distance by which it is judged: of the cohort weighted to the other's share of unaccompanied children, where that can be done.</summary>
    public required double Distance { get; init; }

    /// <summary>How far chance alone may put a cohort of this size: 95 in 100 are nearer.</summary>
    public required double Chance { get; init; }

    /// <summary>Children, or happenings, of the cohort that were counted.</summary>
    public required int Count { get; init; }

    /// <summary>The shares, or the one number, that are compared.</summary>
    public required IReadOnlyList<ComparedValue> Values { get; init; }

    /// <summary>What a reader must know; possibly empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the distance is within the limit, give or take what chance alone explains.</summary>
    public bool IsWithin => Distance <= Stated.Limit + Chance;
}

/// <summary>A share or number of the cohort and of what it is compared with.</summary>
/// <param name="Title">What it is.</param>
/// <param name="AsItIs">Of the cohort.</param>
/// <param name="Weighted">Of the cohort weighted to the other's share of unaccompanied children.</param>
/// <param name="Reference">Of the other.</param>
public sealed record ComparedValue(string Title, double AsItIs, double Weighted, double Reference);

/// <summary>A comparison that could not be made.</summary>
/// <param name="Id">Id of the comparison.</param>
/// <param name="Reason">Why.</param>
public sealed record NotCompared(string Id, string Reason);
