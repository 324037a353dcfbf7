using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What a value counts.</summary>
internal enum MeasureUnit
{
    /// <summary>Children, homes, requests.</summary>
    Count,

    /// <summary>A percentage; a difference of two is in points.</summary>
    Percent,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Miles.</summary>
    Miles,

    /// <summary>Pounds.</summary>
    Pounds,
}

/// <summary>What time a value is about.</summary>
internal enum MeasureWindow
{
    /// <summary>The date.</summary>
    Date,

    /// <summary>The month that ends on it.</summary>
    Month,

    /// <summary>The 12 months that end on it.</summary>
    Year,
}

/// <summary>How the report speaks of a measure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">In a sentence: "the in-house share".</param>
/// <param name="Title">As a heading.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Window">What time it is about.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
internal sealed record MeasureWords(string Id, string Subject, string Title, MeasureUnit Unit, MeasureWindow Window, string Meaning)
{
    private const string Suitable = "Suitable: within the carers' approval and the child's needs, siblings together where planned, in Kent or within 20 miles.";

    private static readonly Dictionary<string, MeasureWords> s_words = ((MeasureWords[])
    [
        Of("cla", "the number of children looked after", "Children looked after", ""),
        Of("cla-uasc", "the number of unaccompanied children looked after", "Unaccompanied children looked after", "UASC: unaccompanied asylum-seeking children."),
        Percent("scs19", "the in-house share", "In-house share of fostered children", MeasureWindow.Date,
            "Of all fostered children, those with the council's own carers or with relatives and friends; unaccompanied children are left out."),
        Percent("scs18", "the share of children in a stable placement", "Placement stability", MeasureWindow.Date,
            "Of children under 16 looked after for 2.5 years or more, those in the same placement for 2 years, or placed for adoption."),
        new("scs29", "the time from entering care to moving in with adopters", "Days from entering care to adopters", MeasureUnit.Days, MeasureWindow.Year, ""),
        Percent("cla-3-placements", "the share of children with three or more placements in the year", "Three or more placements in the year", MeasureWindow.Date, ""),
        Percent("placed-out-of-county", "the share of children placed outside Kent", "Placed outside Kent", MeasureWindow.Date, ""),
        Percent("placed-over-20-miles", "the share of children placed over 20 miles from home", "Placed over 20 miles from home", MeasureWindow.Date, ""),
        new("miles-from-home", "the mean distance from home", "Miles from home", MeasureUnit.Miles, MeasureWindow.Date, "Where the child's home is known."),
        Percent("met-suitably", "the share of requests met on the day by a suitable home", "Requests met on the day by a suitable home", MeasureWindow.Month, Suitable),
        OfYear("requests-unmet", "the number of requests with no suitable home on the day", "Requests with no suitable home on the day", Suitable),
        new("days-to-match", "the time from request to home", "Days from request to home", MeasureUnit.Days, MeasureWindow.Year, ""),
        OfYear("emergency-nights", "the number of nights in stop-gaps", "Nights in stop-gaps", ""),
        Of("waiting", "the number of children who wait for a home or a better one", "Children who wait for a home or a better one", ""),
        OfYear("spot-purchases", "the number of homes bought at once for tonight", "Homes bought at once for tonight", ""),
        new("panel-wait-days", "the wait for panel", "Days that cases wait for panel", MeasureUnit.Days, MeasureWindow.Year, ""),
        OfYear("stability-kept", "the number of placements kept by the stability team", "Placements kept by the stability team", ""),
        Of("early-help-open", "the number of children open to Early Help", "Open to Early Help units", ""),
        Of("staying-put", "the number of young people Staying Put", "Young people Staying Put", ""),
        OfYear("unplanned-endings", "the number of placements that end unplanned", "Placements that end unplanned", ""),
        Percent("sibling-groups-together", "the share of sibling groups placed together", "Sibling groups placed together", MeasureWindow.Year, ""),
        Percent("respite-unmet", "the share of carers' leaves without an in-house respite bed", "Carers' leaves without an in-house respite bed", MeasureWindow.Year, ""),
        OfYear("care-re-entries", "the number of children who return to care", "Children who return to care", ""),
        Percent("re-referral-pct", "the re-referral rate", "Re-referrals within 12 months", MeasureWindow.Year, ""),
        Percent("cpp-repeat-pct", "the share of repeat protection plans", "Repeat child protection plans", MeasureWindow.Year, ""),
        Of("households", "the number of foster households", "Approved foster households", "The council's own; relatives and friends who foster are left out."),
        Of("places-vacant", "the number of vacant in-house places", "In-house places vacant", ""),
        Of("care-leavers", "the number of care leavers", "Care leavers of 18 and over", ""),
        .. SchoolWords.All,
        Cost("cost/total", "the cost", "Cost, in prices of the day"),
        Cost("cost-real/total", "the cost", "Cost, in prices of 2019-20"),
    ]).ToDictionary(words => words.Id, StringComparer.Ordinal);

    /// <summary>The unit as a heading tells it; empty for counts.</summary>
    public string UnitTitle => Unit switch
    {
        MeasureUnit.Percent => "%",
        MeasureUnit.Days => "days",
        MeasureUnit.Miles => "miles",
        MeasureUnit.Pounds => "£ million",
        _ => "",
    };

    /// <summary>Which way it gets better, or null where it has no direction.</summary>
    public Better? Better => MeasureDirections.Of(Id);

    /// <summary>Whether the report has words of its own for a measure.</summary>
    public static bool Knows(string id) => s_words.ContainsKey(id);

    /// <summary>How to speak of a measure; of one that is not known, by its id.</summary>
    public static MeasureWords Of(string id) => s_words.TryGetValue(id, out MeasureWords? words)
        ? words
        : new MeasureWords(
            id,
            $"the measure {id}",
            id,
            id.StartsWith("cost", StringComparison.Ordinal) ? MeasureUnit.Pounds : IsShare(id) ? MeasureUnit.Percent : MeasureUnit.Count,
            id.StartsWith("cost", StringComparison.Ordinal) ? MeasureWindow.Year : MeasureWindow.Date,
            "");

    /// <summary>The title with its unit.</summary>
    public string TitleWithUnit() => UnitTitle.Length == 0 ? Title : $"{Title} ({UnitTitle})";

    /// <summary>"in July 2024" or "in the 12 months to July 2024".</summary>
    public string When(DateOnly date) => Window == MeasureWindow.Year ? $"in the 12 months to {date:MMMM yyyy}" : $"in {date:MMMM yyyy}";

    private static bool IsShare(string id) => id.EndsWith("-pct", StringComparison.Ordinal) || id.StartsWith("scheme-open/", StringComparison.Ordinal);

    private static MeasureWords Of(string id, string subject, string title, string meaning) =>
        new(id, subject, title, MeasureUnit.Count, MeasureWindow.Date, meaning);

    private static MeasureWords OfYear(string id, string subject, string title, string meaning) =>
        new(id, subject, title, MeasureUnit.Count, MeasureWindow.Year, meaning);

    private static MeasureWords Percent(string id, string subject, string title, MeasureWindow window, string meaning) =>
        new(id, subject, title, MeasureUnit.Percent, window, meaning);

    private static MeasureWords Cost(string id, string subject, string title) =>
        new(id, subject, title, MeasureUnit.Pounds, MeasureWindow.Year, "");
}
