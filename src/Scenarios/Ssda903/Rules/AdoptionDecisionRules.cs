using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Decisions that a child should be placed for adoption, and that it should no longer be: that they are there where they should be.</summary>
internal static class AdoptionDecisionRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("115", "The date of the decision for a placement for adoption is no date.", PlacedForAdoption, row => row.HasNoDateIn("DATE_PLACED")),
        Rule.Rows(
            "116",
            "The date of the decision against a placement for adoption is no date.",
            PlacedForAdoption,
            row => row.HasNoDateIn("DATE_PLACED_CEASED")),
        Rule.Rows("119", "Of the date of the decision against a placement for adoption and its reason, one is blank.", PlacedForAdoption, row =>
            row.Has("DATE_PLACED_CEASED") != row.Has("REASON_PLACED_CEASED")),
        Rule.Rows(
            "120",
            "The reason of the decision against a placement for adoption is no code.",
            PlacedForAdoption,
            (row, filed) => !filed.IsBlankOrKnown(row, "REASON_PLACED_CEASED")),
        Rule.Rows("525", "A child whose placement for adoption was given up has an adoption filled in.", PlacedForAdoption, (row, filed) =>
            row.Has("DATE_PLACED_CEASED") && filed.First(row.Child, Ad1) is { } adoption && AdoptionRules.HasItem(adoption)).With(Ad1),
        Rule.Rows("551", "The child is placed for adoption, but there is no date of a decision for it.", Episodes, (row, filed) =>
            Care.IsForAdoption(row) && !filed.Of(row.Child, PlacedForAdoption).Any(decision => decision.Has("DATE_PLACED"))).With(PlacedForAdoption),
        Ordered("553", "E1", "There is a placement order, but no decision for adoption, or one that was given up."),
        Ordered("555", "D1", "There is a freeing order, but no decision for adoption, or one that was given up."),
        Rule.Rows(
            "557",
            "A child for whom there was a decision for adoption left unadopted, but that it was given up is not filled in.",
            Episodes,
            (row, filed) =>
                Care.EndsCare(row) && !Care.EndsInAdoption(row) && (Care.IsForAdoption(row) || row["LS"] is "D1" or "E1")
                && !(filed.Of(row.Child, PlacedForAdoption) is { Count: > 0 } decisions
                    && decisions.All(decision => decision.Has("DATE_PLACED_CEASED") && decision.Has("REASON_PLACED_CEASED")))).With(PlacedForAdoption),
        Rule.Rows("558", "The child was adopted, but the decision for it is said to have been given up.", Episodes, (row, filed) =>
            Care.EndsInAdoption(row) && filed.Of(row.Child, PlacedForAdoption).Any(decision => decision.Has("DATE_PLACED_CEASED"))).With(PlacedForAdoption),
        Rule.Rows("563", "The decision for adoption was given up, but its date is blank.", PlacedForAdoption, row =>
            row.Has("REASON_PLACED_CEASED") && row.Has("DATE_PLACED_CEASED") && !row.Has("DATE_PLACED")),
    ];

    private static ReturnRule Ordered(string number, string status, string meaning) => Rule.Rows(number, meaning, Episodes, (row, filed) =>
        row["LS"] == status
        && (!filed.Has(row.Child, PlacedForAdoption)
            || (!row.Has("DEC") && filed.Of(row.Child, PlacedForAdoption).All(decision => decision.Has("DATE_PLACED_CEASED") || decision.Has("REASON_PLACED_CEASED")))))
            .With(PlacedForAdoption);
}
