namespace KentSufficiency.Scenarios.Statistics;

/// <summary>Places that one planning area or group is short of in one year group of one school year.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="SchoolYear">The school year, such as "2023-24".</param>
/// <param name="Date">The record date on which it was counted.</param>
/// <param name="YearGroup">The year group as in the measure's id: <c>year-r</c>, <c>year-7</c>.</param>
/// <param name="Geography">The planning area or group, or a district.</param>
/// <param name="Replications">Replications it rests on.</param>
/// <param name="Mean">Places short, on average.</param>
/// <param name="Low">Lower end of the 95% uncertainty interval.</param>
/// <param name="Median">The median.</param>
/// <param name="High">Upper end.</param>
/// <param name="Chance">Share of the replications in which any place is short.</param>
public sealed record Deficit(
    string Scenario, string SchoolYear, DateOnly Date, string YearGroup, string Geography, int Replications, double Mean, double Low, double Median, double High, double Chance)
{
    /// <summary>From which chance on a deficit counts as likely.</summary>
    public const double LikelyFrom = 0.5;

    /// <summary>Whether places are short in at least half of the replications.</summary>
    public bool IsLikely => Chance >= LikelyFrom;

    /// <summary>The year group in words: "Year R", "Year 7".</summary>
    public string YearGroupTitle => "Year " + YearGroup[(YearGroup.LastIndexOf('-') + 1)..].ToUpperInvariant();
}
