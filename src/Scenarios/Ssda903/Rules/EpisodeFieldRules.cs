using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Codes and dates of an episode, each by itself.</summary>
internal static class EpisodeFieldRules
{
    private const int FirstYearOfReasons = 2016;

    private static readonly DateOnly s_childrenAct = new(1991, 10, 14);

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("141", "The first day of the episode is no date.", Episodes, row => row.HasNoDateIn("DECOM")),
        Code("143", "RNE", "The reason for the new episode is no code."),
        Code("144", "LS", "The legal status is no code."),
        Code("145", "CIN", "The category of need is no code."),
        Code("146", "PLACE", "The placement is no code of that year."),
        Rule.Rows("147", "The last day of the episode is no date.", Episodes, row => row.HasNoDateIn("DEC")),
        Rule.Rows(
            "148",
            "Of the last day and the reason of ending, one is filled in and the other blank.",
            Episodes,
            row => row.Has("DEC") != row.Has("REC")),
        Code("149", "REC", "The reason of ending is no code."),
        Code("1009", "REASON_PLACE_CHANGE", "The reason for the change of placement is no code.").From(FirstYearOfReasons),
        Rule.Rows("353", "The episode began before 14 October 1991.", Episodes, row => row.Date("DECOM") < s_childrenAct),
        Rule.Rows("354", "The episode began after the year.", Episodes, (row, filed) => row.Date("DECOM") > filed.End),
        Rule.Rows("355", "The episode ended on the day on which it began.", Episodes, row => row.Has("DECOM") && row["DECOM"] == row["DEC"]),
        Rule.Rows("356", "The episode ended before it began.", Episodes, row => row.Date("DEC") < row.Date("DECOM")),
        Rule.Rows("385", "The episode ended after the year.", Episodes, (row, filed) => row.Date("DEC") > filed.End),
    ];

    private static ReturnRule Code(string number, string column, string meaning) =>
        Rule.Rows(number, meaning, Episodes, (row, filed) => !filed.IsBlankOrKnown(row, column));
}
