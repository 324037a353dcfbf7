namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A rule that returns are checked by.</summary>
public sealed record ReturnRule
{
    /// <summary>The Department's number of the rule; INT and EPI are those of no number.</summary>
    public required string Number { get; init; }

    /// <summary>What is wrong where the rule finds something, in a sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>The files it looks at, first the one whose rows it finds.</summary>
    public required IReadOnlyList<ReturnFile> Files { get; init; }

    /// <summary>Whether it compares with the return of the year before and is left out where there is none.</summary>
    public bool NeedsPrevious { get; init; }

    /// <summary>The first collection year to which it applies.</summary>
    public int FirstYear { get; init; } = CodeSets.FirstYear;

    /// <summary>Finds the rows that break the rule.</summary>
    internal Func<CheckedReturn, IEnumerable<ReturnRow>> Find { get; init; } = static _ => [];
}
