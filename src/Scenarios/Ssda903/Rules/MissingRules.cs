using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Times when a child was missing or away without authorisation.</summary>
internal static class MissingRules
{
    private const int Majority = 18;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("1004", "The first day of being missing is blank or no date.", Missing, row => row.Date("MIS_START") is null),
        Rule.Rows("1005", "The last day of being missing is no date.", Missing, row => row.HasNoDateIn("MIS_END")),
        Rule.Rows("1006", "Whether the child was missing or away is no code.", Missing, (row, filed) => !filed.IsBlankOrKnown(row, "MISSING")),
        Rule.Rows("564", "The child was missing, but the first day is blank.", Missing, row => row["MISSING"] is "M" or "A" && !row.Has("MIS_START")),
        Rule.Rows(
            "565",
            "The first day of being missing is filled in, but not whether the child was missing or away.",
            Missing,
            row => row.Has("MIS_START") && !row.Has("MISSING")),
        Rule.Rows(
            "566",
            "The last day of being missing is filled in, but not whether the child was missing or away.",
            Missing,
            row => row.Has("MIS_END") && !row.Has("MISSING")),
        Rule.Rows("567", "Being missing ended before it began.", Missing, row => row.Date("MIS_END") < row.Date("MIS_START")),
        Rule.Rows("570", "Being missing began after the year.", Missing, (row, filed) => row.Date("MIS_START") > filed.End),
        Rule.Rows(
            "571",
            "Being missing ended before or after the year.",
            Missing,
            (row, filed) => row.Date("MIS_END") is DateOnly ended && !filed.Contains(ended)),
        Rule.Of(
            "574",
            "The child went missing before the time before had ended.",
            Missing,
            filed => filed[Missing].GroupBy(row => row.Child).SelectMany(Overlapping)),
        Rule.Rows("575", "The episode in which the child went missing ended, but not the time of being missing.", Missing, (row, filed) =>
            !row.Has("MIS_END") && filed.Of(row.Child, Episodes).Any(episode => row.Date("MIS_START") >= episode.Date("DECOM") && row.Date("MIS_START") <= episode.Date("DEC")))
            .With(Episodes),
        Rule.Of("576", "The child was missing when the return before ended, and this one does not tell of it.", Missing, filed =>
            filed.Previous![Missing].Where(before => !before.Has("MIS_END") && filed.Has(before.Child, Episodes)
                    && !filed.Of(before.Child, Missing).Any(now => now.Date("MIS_START") == before.Date("MIS_START")))
                .Select(before => filed.First(before.Child, Missing) ?? filed.First(before.Child, Header)).OfType<ReturnRow>())
                .With(Header, Episodes).SincePrevious(),
        Rule.Rows("577", "Being missing lasted for longer than being looked after.", Missing, (row, filed) =>
            row.Date("MIS_START") is DateOnly from && IsOutside(row, filed, period => row.Date("MIS_END") is DateOnly to
                ? to > period.To || to < period.From
                : period.To is not null || from < period.From)).With(Episodes),
        Rule.Rows("578", "The child went missing when it was not looked after.", Missing, (row, filed) =>
            row.Date("MIS_START") is DateOnly from && IsOutside(row, filed, period => from < period.From || from > period.To)).With(Episodes),
        Rule.Of("580", "The child was missing until the 18th birthday, on which being looked after ended, but the reason is not E8.", Missing, filed =>
            filed[Missing].Where(row => row.Date("MIS_END") is DateOnly ended && ended == row.Date("DOB")?.AddYears(Majority)
                && filed.Of(row.Child, Episodes).Any(episode => episode.Date("DEC") == ended && episode["REC"] != "E8"))).With(Episodes),
        Rule.Rows("586", "The child went missing no later than it was born.", Missing, row => row.Date("MIS_START") <= row.Date("DOB")),
    ];

    private static bool IsOutside(ReturnRow row, CheckedReturn filed, Func<(DateOnly From, DateOnly? To), bool> isOutside) =>
        Care.Periods(filed.Of(row.Child, Episodes)) is { Count: > 0 } periods && periods.All(isOutside);

    private static IEnumerable<ReturnRow> Overlapping(IEnumerable<ReturnRow> times)
    {
        ReturnRow[] inOrder = [.. times.OrderBy(row => row.Date("MIS_START") ?? DateOnly.MaxValue)];
        return inOrder.Skip(1).Where((row, i) => inOrder[i].Date("MIS_END") is not DateOnly ended || row.Date("MIS_START") < ended);
    }
}
