using System.Globalization;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>The strengths and difficulties questionnaire (SDQ): its score, or why there is none.</summary>
internal static class QuestionnaireRules
{
    private const int Youngest = 4;
    private const int TooOld = 17;
    private const int AgeOfNoForm = 16;
    private const int HighestScore = 40;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("157", "A child of four to 16 was outside the ages of the questionnaire by the reason that is given.", Oc2, (row, filed) =>
            !row.Has("SDQ_SCORE") && row["SDQ_REASON"] == "SDQ1" && row.Date("DOB")?.AddYears(Youngest) <= filed.Start
            && row.Date("DOB")?.AddYears(AgeOfNoForm) >= filed.End && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows("180", "The score is no whole number from 0 to 40.", Oc2, row =>
            row.Has("SDQ_SCORE") && !(int.TryParse(row["SDQ_SCORE"], NumberStyles.None, CultureInfo.InvariantCulture, out int score) && score <= HighestScore)),
        Rule.Rows("185", "A score is filled in for a child who was not looked after for the whole year.", Oc2, (row, filed) =>
            row.Has("SDQ_SCORE") && !filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows("186", "A child who was four when the year began, is under 17 and was looked after for the whole year has no score.", Oc2, (row, filed) =>
            !row.Has("SDQ_SCORE") && row.Date("DOB")?.AddYears(Youngest) <= filed.Start && row.Date("DOB")?.AddYears(TooOld) > filed.End
            && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows(
            "188",
            "A score or a reason is filled in for a child under four.",
            Oc2,
            (row, filed) => HasEither(row) && row.Date("DOB")?.AddYears(Youngest) > filed.End),
        Rule.Rows("189", "A score or a reason is filled in for a child who was 17 when the year began.", Oc2, (row, filed) =>
            HasEither(row) && row.Date("DOB")?.AddYears(TooOld) <= filed.Start),
        Rule.Rows("196", "The reason for no score is no code.", Oc2, (row, filed) => !filed.IsBlankOrKnown(row, "SDQ_REASON")),
        Rule.Rows("197A", "There is a score and a reason for none.", Oc2, row => row.Has("SDQ_SCORE") && row.Has("SDQ_REASON")),
        Rule.Rows(
            "197B",
            "A child who turned four in the year, or 17 after its first day (189), and was looked after for all of it has neither a score nor a reason for none.",
            Oc2,
            (row, filed) =>
                !HasEither(row) && (filed.Contains(row.Date("DOB")?.AddYears(Youngest))
                    || (filed.Contains(row.Date("DOB")?.AddYears(TooOld)) && row.Date("DOB")?.AddYears(TooOld) != filed.Start))
                && filed.IsWholeYear(row.Child)).With(Episodes),
        Rule.Rows("198", "A reason for no score is filled in for a child who was not looked after for the whole year.", Oc2, (row, filed) =>
            row.Has("SDQ_REASON") && !filed.IsWholeYear(row.Child)).With(Episodes),
    ];

    private static bool HasEither(ReturnRow row) => row.Has("SDQ_SCORE") || row.Has("SDQ_REASON");
}
