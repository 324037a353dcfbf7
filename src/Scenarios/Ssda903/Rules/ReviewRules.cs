using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Reviews and how children took part in them.</summary>
internal static class ReviewRules
{
    private const int AgeOfTakingPart = 4;
    private const string TooYoung = "PN0";

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("166", "The date of the review is blank or no date.", Reviews, row => row.Date("REVIEW") is null),
        Rule.Rows("167", "How the child took part in the review is blank or no code.", Reviews, (row, filed) =>
            row.Has("REVIEW") ? !filed.Knows(row, "REVIEW_CODE") : row.Has("REVIEW_CODE")),
        Rule.Rows("440", "The child is said to have been under four at the review, but was older.", Reviews, row =>
            row["REVIEW_CODE"] == TooYoung && row.Date("REVIEW") > row.Date("DOB")?.AddYears(AgeOfTakingPart)),
        Rule.Rows("441", "The child is said to have been four or older at the review, but was under four.", Reviews, (row, filed) =>
            row["REVIEW_CODE"] != TooYoung && filed.Knows(row, "REVIEW_CODE") && row.Date("REVIEW") < row.Date("DOB")?.AddYears(AgeOfTakingPart)),
    ];
}
