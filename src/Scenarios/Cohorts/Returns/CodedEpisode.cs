namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>An episode in the codes of the return, over its whole length.</summary>
internal sealed class CodedEpisode
{
    /// <summary>The first day of the period of care.</summary>
    public required DateOnly CareBegan { get; init; }

    /// <summary>DECOM.</summary>
    public required DateOnly From { get; init; }

    /// <summary>DEC; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>RNE.</summary>
    public required string NewReason { get; init; }

    /// <summary>LS.</summary>
    public required string Legal { get; init; }

    /// <summary>CIN.</summary>
    public required string Need { get; init; }

    /// <summary>PLACE.</summary>
    public required string Place { get; init; }

    /// <summary>PLACE_PROVIDER.</summary>
    public required string Provider { get; init; }

    /// <summary>REC; empty while it lasts.</summary>
    public string End { get; set; } = "";

    /// <summary>REASON_PLACE_CHANGE.</summary>
    public string MoveReason { get; set; } = "";

    /// <summary>PL_POST.</summary>
    public required string Postcode { get; init; }

    /// <summary>URN: a number that Ofsted's register does not have; empty where none is asked for.</summary>
    public required string Urn { get; init; }

    /// <summary>Whether care ended with it.</summary>
    public bool EndsCare => End is not ("" or "X1");

    /// <summary>Whether the child is placed for adoption.</summary>
    public bool IsForAdoption => Place is "A3" or "A4" or "A5" or "A6";

    /// <summary>Whether it belongs to the return of a year.</summary>
    public bool IsIn(in ReturnYear year) => From <= year.End && (Until is not DateOnly until || until >= year.Start);
}

/// <summary>A collection year: 2024 is 1 April 2023 to 31 March 2024.</summary>
/// <param name="Year">The calendar year in which it ends.</param>
/// <param name="Codes">The year whose codes are written.</param>
internal readonly record struct ReturnYear(int Year, int Codes)
{
    /// <summary>1 April.</summary>
    public DateOnly Start => new(Year - 1, 4, 1);

    /// <summary>31 March.</summary>
    public DateOnly End => new(Year, 3, 31);

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>The folder of its return.</summary>
    public string Folder => Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
