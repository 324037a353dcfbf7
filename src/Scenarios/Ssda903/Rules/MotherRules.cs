using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Girls who are mothers, and their first child.</summary>
internal static class MotherRules
{
    private const int YoungestMother = 11;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows(
            "165",
            "Whether the child is a mother is no code, or is filled in for a boy, or is blank for a girl who was looked after in the year.",
            Header,
            (row, filed) =>
                !filed.IsBlankOrKnown(row, "MOTHER") || (row.Has("MOTHER") && row["SEX"] == "1")
                || (row["SEX"] == "2" && (row.Has("MOTHER")
                    ? !filed.IsLookedAfterInYear(row.Child) && Care.HasLeaverItem(filed.First(row.Child, Oc3))
                    : filed.IsLookedAfterInYear(row.Child)))).With(Episodes, Oc3),
        Rule.Rows("171", "The first child's date of birth is no date.", Header, row => row.HasNoDateIn("MC_DOB")),
        Rule.Rows("174", "A boy has a first child's date of birth.", Header, row => row["SEX"] == "1" && row.Has("MC_DOB")),
        Rule.Rows("393", "It is blank whether a girl who is looked after is a mother.", Header, (row, filed) =>
            row["SEX"] == "2" && !row.Has("MOTHER") && filed.Of(row.Child, Episodes).Any(episode => !Care.IsShortBreak(episode))).With(Episodes),
        Rule.Rows("399", "A child who only had short breaks has motherhood or a review filled in.", Header, (row, filed) =>
            filed.Of(row.Child, Episodes) is { Count: > 0 } episodes && episodes.All(Care.IsShortBreak)
            && (row.Has("MOTHER") || filed.Of(row.Child, Reviews).Any(review => review.Has("REVIEW") || review.Has("REVIEW_CODE")))).With(Episodes, Reviews),
        Rule.Rows("607", "A girl ceased to be looked after in the year, and it is blank whether she is a mother.", Header, (row, filed) =>
            row["SEX"] == "2" && !row.Has("MOTHER") && filed.Of(row.Child, Episodes).Any(episode =>
                Care.EndsCare(episode) && !Care.IsShortBreak(episode) && filed.Contains(episode.Date("DEC")))).With(Episodes),
        Rule.Rows("611", "The child is a mother, but the first child's date of birth is blank.", Header, row => row["MOTHER"] == "1" && !row.Has("MC_DOB")),
        Rule.Rows("612", "A girl who is not a mother has a first child's date of birth.", Header, row =>
            row["SEX"] == "2" && row["MOTHER"] is "0" or "" && row.Has("MC_DOB")),
        Rule.Rows("620", "The mother was under 11 when the year began.", Header, (row, filed) =>
            row["MOTHER"] == "1" && row.Date("DOB")?.AddYears(YoungestMother) > filed.Start),
        Rule.Rows("621", "The mother is no older than her child.", Header, row => row.Date("MC_DOB") <= row.Date("DOB")),
        Rule.Rows("625", "The first child was born after the year or after the mother ceased to be looked after.", Header, (row, filed) =>
            row.Date("MC_DOB") > filed.End || (filed.Of(row.Child, Episodes) is { Count: > 0 } episodes && row.Date("MC_DOB") > episodes[^1].Date("DEC")))
            .With(Episodes),
        Rule.Rows("628", "A care leaver who was not looked after in the year has motherhood filled in.", Header, (row, filed) =>
            row.Has("MOTHER") && !filed.Has(row.Child, Episodes) && Care.HasLeaverItem(filed.First(row.Child, Oc3))).With(Episodes, Oc3),
    ];
}
