namespace KentSufficiency.Scenarios.Report;

/// <summary>How the report speaks of school places.</summary>
internal static class SchoolWords
{
    private const string Surplus = "Places that no pupil fills, of all places. It is to be near its target: too few leave no room for families who move or choose, too many cost money.";
    private const string Short = "Places that the families who want one are short of, added over planning areas: one area's surplus does not help another.";
    private const string Form = "A form of entry is 30 places in each year group.";
    private const string Round = "Of those who applied in time for the latest round.";

    /// <summary>The measures that have words of their own.</summary>
    public static readonly MeasureWords[] All =
    [
        Count("roll/primary", "the number of primary pupils", "Primary pupils", "Years R to 6."),
        Count("roll/secondary", "the number of secondary pupils", "Secondary pupils", "Years 7 to 13."),
        Count("roll/special", "the number of pupils of special schools", "Pupils of special schools", ""),
        Count("capacity/primary", "the number of primary places", "Primary places", ""),
        Count("capacity/secondary", "the number of secondary places", "Secondary places", "Years 7 to 11."),
        Percent("surplus/primary", "the surplus of primary places", "Surplus of primary places", Surplus),
        Percent("surplus/secondary", "the surplus of secondary places", "Surplus of secondary places", $"Years 7 to 11. {Surplus}"),
        Percent("p-surplus/primary", "the chance that the surplus of primary places keeps its target", "Chance of enough surplus, primary", ""),
        Percent("p-surplus/secondary", "the chance that the surplus of secondary places keeps its target", "Chance of enough surplus, secondary", ""),
        Count("deficit-places/year-r", "the number of Reception places short", "Reception places short", Short),
        Count("deficit-places/year-7", "the number of Year 7 places short", "Year 7 places short", Short),
        Percent("first-preference/primary", "the share of families who get their first preference of a primary school", "First preference, primary", Round),
        Percent("first-preference/secondary", "the share of families who get their first preference of a secondary school", "First preference, secondary", Round),
        Percent("first-or-second/primary", "the share of families who get their first or second preference of a primary school", "First or second preference, primary", Round),
        Percent("first-or-second/secondary", "the share of families who get their first or second preference of a secondary school", "First or second preference, secondary", Round),
        Count("population", "the number of residents under 18", "Residents under 18", ""),
        Count("sixth-form", "the number of pupils in Years 12 and 13", "Pupils in Years 12 and 13", ""),
        Count("without-place", "the number of children who wait for a school place", "Children who wait for a school place", ""),
        Year("displaced", "the number of children displaced by closures", "Children displaced by closures", "Their school closed, and no other within reach had a place."),
        Year("fe-opened/primary", "the number of primary forms of entry opened", "Primary forms of entry opened", Form),
        Year("fe-opened/secondary", "the number of secondary forms of entry opened", "Secondary forms of entry opened", Form),
        Year("schemes-late", "the number of schemes found late", "Schemes found late", ""),
        Year("schemes-failed", "the number of schemes given up", "Schemes given up", ""),
        Year("bulge-places", "the number of temporary places opened", "Temporary places opened", "Bulge classes."),
        Count("ehcp", "the number of children with an EHCP", "Children with an EHCP", "EHCP: education, health and care plan."),
        Year("ehcp-requests", "the number of requests for an EHCP", "Requests for an EHCP", ""),
        new("send11", "the share of EHCPs issued within 20 weeks", "EHCPs issued within 20 weeks", MeasureUnit.Percent, MeasureWindow.Year, ""),
        Percent("send10", "the share of pupils with an EHCP", "Pupils with an EHCP", ""),
        Count("plans-waiting", "the number of requests for an EHCP that wait", "Requests for an EHCP that wait", ""),
        Count("special-roll", "the number of pupils of Kent's special schools", "Pupils of Kent's special schools", ""),
        Count("resource-roll", "the number of pupils in resource provisions", "Pupils in resource provisions", "Specialist provision within a mainstream school."),
        Percent("ehcp-mainstream-pct", "the share of children with an EHCP in mainstream schools", "With an EHCP in mainstream schools", ""),
        Count("special-external", "the number of children in independent or out-of-county special schools", "In independent or out-of-county special schools", ""),
        .. Money("schools-capital", "the capital spent on school places", "Building school places"),
        .. Money("schools-revenue", "the revenue spent on growth of schools", "Revenue for growth and new classes"),
        .. Money("developer-contributions", "what developers contribute", "Contributions of developers"),
        .. Money("special-places", "the cost of places in Kent's special schools", "Places in special schools and resource provisions"),
        .. Money("special-external", "the cost of independent and out-of-county special places", "Independent and out-of-county special places"),
        .. Money("send-transport", "the cost of SEND transport", "SEND transport"),
    ];

    private static MeasureWords Count(string id, string subject, string title, string meaning) =>
        new(id, subject, title, MeasureUnit.Count, MeasureWindow.Date, meaning);

    private static MeasureWords Year(string id, string subject, string title, string meaning) =>
        new(id, subject, title, MeasureUnit.Count, MeasureWindow.Year, meaning);

    private static MeasureWords Percent(string id, string subject, string title, string meaning) =>
        new(id, subject, title, MeasureUnit.Percent, MeasureWindow.Date, meaning);

    private static IEnumerable<MeasureWords> Money(string category, string subject, string title) =>
        ((string[])["cost/", "cost-real/"]).Select(prices => new MeasureWords(prices + category, subject, title, MeasureUnit.Pounds, MeasureWindow.Year, ""));
}
