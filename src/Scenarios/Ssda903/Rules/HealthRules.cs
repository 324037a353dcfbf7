using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Health, convictions and substance misuse of children looked after for the whole year.</summary>
internal static class HealthRules
{
    private const int SchoolAge = 5;
    private const int AgeOfConviction = 10;

    private static readonly string[] s_items =
    [
        "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED",
    ];

    private static readonly string[] s_forAll = ["IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE"];

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("158", "Help against substance misuse was received, but it is filled in whether it was offered.", Oc2, row =>
            row["INTERVENTION_RECEIVED"] == "1" && row.Has("INTERVENTION_OFFERED")),
        Rule.Rows("159", "Help against substance misuse was not received, and whether it was offered is blank.", Oc2, row =>
            row["SUBSTANCE_MISUSE"] == "1" && row["INTERVENTION_RECEIVED"] == "0" && !row.Has("INTERVENTION_OFFERED")),
        Rule.Rows("181", "An item of health or conviction is neither 0 nor 1.", Oc2, row => s_items.Any(item => row[item] is not ("" or "0" or "1"))),
        Rule.Rows("182", "Items of health are filled in, but not all four that are for every child.", Oc2, row =>
            !HasAllFour(row) && s_items.Except(s_forAll).Any(row.Has)),
        Rule.Rows("190", "Items of health are filled in for a child who was not looked after for the whole year.", Oc2, (row, filed) =>
            s_items.Any(row.Has) && !filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Of(
            "191",
            "A child was looked after for the whole year, but the four items of health that are for every child are not all filled in.",
            Oc2,
            filed => filed[Oc2].Where(row => !HasAllFour(row) && filed.IsWholeYear(row.Child)).Concat(WithoutHealth(filed))).With(Episodes),
        Rule.Rows(
            "192",
            "A child misuses substances, and whether help was received is blank.",
            Oc2,
            row => row["SUBSTANCE_MISUSE"] == "1" && !row.Has("INTERVENTION_RECEIVED")),
        Rule.Rows("193", "A child misuses no substances, but help against it is filled in.", Oc2, row =>
            row["SUBSTANCE_MISUSE"] is "" or "0" && (row.Has("INTERVENTION_RECEIVED") || row.Has("INTERVENTION_OFFERED"))),
        Rule.Rows("215", "A care leaver has items of health filled in.", Oc2, (row, filed) =>
            s_items.Any(row.Has) && Care.HasLeaverItem(filed.First(row.Child, Oc3))).With(Oc3),
        Rule.Rows("542", "Convictions are filled in for a child under ten.", Oc2, (row, filed) =>
            row.Has("CONVICTED") && row.Date("DOB")?.AddYears(AgeOfConviction) > filed.End),
        Rule.Rows("543", "Convictions are blank for a child over ten who was looked after for the whole year.", Oc2, (row, filed) =>
            !row.Has("CONVICTED") && row.Date("DOB")?.AddYears(AgeOfConviction) < filed.End && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows(
            "544",
            "A convicted child has not all four items of health that are for every child.",
            Oc2,
            row => row["CONVICTED"] == "1" && !HasAllFour(row)),
        Rule.Rows("545", "Checks of a small child's development are blank for one under five who was looked after for the whole year.", Oc2, (row, filed) =>
            !row.Has("HEALTH_CHECK") && row.Date("DOB")?.AddYears(SchoolAge) > filed.End && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows("546", "Checks of a small child's development are filled in for one of five or older.", Oc2, (row, filed) =>
            row.Has("HEALTH_CHECK") && row.Date("DOB")?.AddYears(SchoolAge) <= filed.End && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows("547", "A child with checks of development has not all four items of health that are for every child.", Oc2, row =>
            row["HEALTH_CHECK"] == "1" && !HasAllFour(row)),
    ];

    private static bool HasAllFour(ReturnRow row) => s_forAll.All(row.Has);

    private static IEnumerable<ReturnRow> WithoutHealth(CheckedReturn filed) =>
        filed.EpisodesByChild.Where(episodes => episodes.Count > 0 && !filed.Has(episodes[0].Child, Oc2) && filed.IsWholeYear(episodes[0].Child)).Select(episodes => episodes[0]);
}
