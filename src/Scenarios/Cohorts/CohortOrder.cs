using System.Globalization;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>In which form a cohort is written.</summary>
public enum CohortFormat
{
    /// <summary>Annual returns on children looked after (SSDA903), one folder a collection year.</summary>
    Ssda903,

    /// <summary>School censuses of each spring: pupils, schools, addresses, special educational needs.</summary>
    Census,

    /// <summary>All tables of the cohort as CSV.</summary>
    Csv,

    /// <summary>The same as JSON Lines.</summary>
    Json,

    /// <summary>The same as one SQLite database.</summary>
    Sqlite,
}

/// <summary>A cohort as it is ordered: which children, of which county, in which form.</summary>
public sealed record CohortOrder
{
    /// <summary>Which children.</summary>
    public required CohortRequest Request { get; init; }

    /// <summary>In which form.</summary>
    public required CohortFormat Format { get; init; }

    /// <summary>The scenario that the county lives through.</summary>
    public required string Scenario { get; init; }

    /// <summary>The collection year whose codes are written throughout; null for the codes of each day.</summary>
    public int? Codes { get; init; }

    /// <summary>The order as names and values; the same order of the same version gives the same bytes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Words =>
    [
        new("format", Format.ToString().ToLowerInvariant()),
        new("children", Request.Children is int children ? Text(children) : "county"),
        new("in_care", Request.InCare is int inCare ? Text(inCare) : "as they come"),
        new("as_of", Request.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("history", Text(Request.History)),
        new("seed", Request.Seed.ToString(CultureInfo.InvariantCulture)),
        new("scenario", Scenario),
        new("codes", Codes is int codes ? Text(codes) : "of each day"),
    ];

    /// <summary>A text that two orders share only if they are the same.</summary>
    public string Identity => string.Join("; ", Words.Select(word => $"{word.Key}={word.Value}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
