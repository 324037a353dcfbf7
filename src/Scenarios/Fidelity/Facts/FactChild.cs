namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>A child looked after at some time, as far as the comparison needs it. Children on short breaks only are left out.</summary>
internal sealed class FactChild
{
    /// <summary>CHILD.</summary>
    public required string Id { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly Born { get; init; }

    /// <summary>Whether female.</summary>
    public required bool Female { get; init; }

    /// <summary>ETHNIC.</summary>
    public required string Ethnicity { get; init; }

    /// <summary>Whether an unaccompanied asylum-seeking child.</summary>
    public required bool Unaccompanied { get; init; }

    /// <summary>Episodes in order of time.</summary>
    public required IReadOnlyList<FactEpisode> Episodes { get; init; }

    /// <summary>Completed years on a day.</summary>
    public int AgeOn(DateOnly day)
    {
        int years = day.Year - Born.Year;
        return Born.AddYears(years) > day ? years - 1 : years;
    }
}

/// <summary>A stretch of care with one legal status and one placement.</summary>
internal sealed record FactEpisode
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day on which it ended, which belongs to the next; null while it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The first day of the period of care; null where nothing tells it.</summary>
    public DateOnly? CareBegan { get; init; }

    /// <summary>The first day with these carers; null where nothing tells it.</summary>
    public DateOnly? PlacementBegan { get; init; }

    /// <summary>Whether care began with it.</summary>
    public bool StartsCare { get; init; }

    /// <summary>Whether a placement began with it, be it with the same carers under another code.</summary>
    public bool StartsPlacement { get; init; }

    /// <summary>Whether the child came to other carers with it.</summary>
    public bool NewCarers { get; init; }

    /// <summary>Whether the legal status is another than before, within the same period of care.</summary>
    public bool ChangesLegal { get; init; }

    /// <summary>LS.</summary>
    public required string Legal { get; init; }

    /// <summary>CIN.</summary>
    public required string Need { get; init; }

    /// <summary>PLACE.</summary>
    public required string Place { get; init; }

    /// <summary>PLACE_PROVIDER; empty where none is told.</summary>
    public required string Provider { get; init; }

    /// <summary>REC; empty while it lasts.</summary>
    public string End { get; init; } = "";

    /// <summary>REASON_PLACE_CHANGE of the placement that ended with it.</summary>
    public string MoveReason { get; init; } = "";

    /// <summary>Whether care ended with it.</summary>
    public bool EndsCare => End is not ("" or "X1");

    /// <summary>Whether the child is looked after under it at the end of a day.</summary>
    public bool IsOn(DateOnly day) => From <= day && (Until is not DateOnly until || until > day);
}
