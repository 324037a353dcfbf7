using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Who is a care leaver and who is not.</summary>
internal static class LeaverCohortRules
{
    private const int YoungestLeaver = 17;
    private const int AgeOfNineteen = 19;
    private const int AgeOfCounting = 14;
    private const int AgeOfLeaving = 16;
    private const int DaysThatCount = 91;

    private static readonly ReturnFile[] s_ofLookedAfter = [PlacedForAdoption, Missing, Reviews, Ad1, PreviousPermanence, Oc2];

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("391", "A care leaver is under 17 when the year ends.", Oc3, (row, filed) =>
            Care.HasLeaverItem(row) && row.Date("DOB")?.AddYears(YoungestLeaver) > filed.End),
        Rule.Rows(
            "1000",
            "A care leaver died in care.",
            Oc3,
            (row, filed) => AllEpisodes(row.Child, filed).Any(episode => episode["REC"] == "E2")).With(Episodes),
        Rule.Rows(
            "1001",
            "A care leaver was adopted, or was not looked after for 13 weeks from the 14th birthday and on a day from the 16th; judged as far as the returns go back.",
            Oc3,
            (row, filed) =>
                filed.BirthOf(row.Child) is DateOnly born && AllEpisodes(row.Child, filed) is { Count: > 0 } episodes
                && (Care.EndsInAdoption(episodes[^1])
                    || (filed.FirstDayKnown <= born.AddYears(AgeOfLeaving) && DaysFrom(born.AddYears(AgeOfLeaving), episodes, filed) < 1)
                    || (filed.FirstDayKnown <= born.AddYears(AgeOfCounting) && DaysFrom(born.AddYears(AgeOfCounting), episodes, filed) < DaysThatCount)))
                .With(Header, Episodes).SincePrevious(),
        Rule.Rows(
            "1002",
            "A care leaver has no episode in this or an earlier return; judged where the returns go back to the 16th birthday.",
            Oc3,
            (row, filed) =>
                filed.FirstDayKnown <= row.Date("DOB")?.AddYears(AgeOfLeaving) && AllEpisodes(row.Child, filed).Count == 0).With(Episodes).SincePrevious(),
        Rule.Rows("1007", "A young person of 17 or 18 who is still looked after is among the care leavers.", Oc3, (row, filed) =>
            Care.HasLeaverItem(row) && row.Date("DOB")?.AddYears(YoungestLeaver) <= filed.End && row.Date("DOB")?.AddYears(AgeOfNineteen) > filed.End
            && filed.Of(row.Child, Episodes).Any(episode => !episode.Has("DEC") || !episode.Has("REC"))).With(Episodes),
        Rule.Rows("1010", "A care leaver has no episode in the year, but an open one in the return before.", Oc3, (row, filed) =>
            !filed.Has(row.Child, Episodes) && filed.Previous!.Of(row.Child, Episodes) is { Count: > 0 } before && !before[^1].Has("DEC"))
            .With(Episodes).SincePrevious(),
        Rule.Rows("1011", "The care of a care leaver was taken over by another council.", Oc3, (row, filed) =>
            Care.HasLeaverItem(row) && filed.Of(row.Child, Episodes) is { Count: > 0 } episodes && episodes[^1]["REC"] == "E3").With(Episodes),
        Rule.Of("1012", "A child without an episode in the year is in a file that is for children who were looked after.", PlacedForAdoption, filed =>
            s_ofLookedAfter.SelectMany(file => filed[file]).Where(row => !filed.Has(row.Child, Episodes)))
            .With(Missing, Reviews, Ad1, PreviousPermanence, Oc2, Episodes),
    ];

    /// <summary>A child's episodes of this and all earlier returns; one that several returns tell of is there as the latest tells it.</summary>
    private static List<ReturnRow> AllEpisodes(string child, CheckedReturn filed) =>
    [
        .. filed.Earlier.Append(filed).Reverse().SelectMany(each => each.Of(child, Episodes)).DistinctBy(episode => episode["DECOM"]).OrderBy(episode => episode.Date("DECOM")),
    ];

    private static int DaysFrom(DateOnly from, List<ReturnRow> episodes, CheckedReturn filed) => episodes.Where(episode => !Care.IsShortBreak(episode))
        .Sum(episode => Math.Max(0, (episode.Date("DEC") ?? filed.End).DayNumber - Math.Max(episode.Date("DECOM")!.Value.DayNumber, from.DayNumber)));
}
