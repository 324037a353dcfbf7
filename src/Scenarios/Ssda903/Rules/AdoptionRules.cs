using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Children adopted in the year: their items, episodes and dates.</summary>
internal static class AdoptionRules
{
    private static readonly string[] s_items = ["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"];

    private static readonly DateOnly s_currentCarers = new(2015, 4, 1);

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("112", "The date on which adoption was decided on is no date.", Ad1, row => row.HasNoDateIn("DATE_INT")),
        Rule.Rows("113", "The date of the match with adopters is no date.", Ad1, row => row.HasNoDateIn("DATE_MATCH")),
        Rule.Rows(
            "134",
            "A care leaver has an adoption filled in.",
            Ad1,
            (row, filed) => HasItem(row) && Care.HasLeaverItem(filed.First(row.Child, Oc3))).With(Oc3),
        Rule.Rows("151", "Of the items of an adoption, some are filled in and others blank.", Ad1, row => HasItem(row) && !HasAll(row)),
        Rule.Of("187", "A child looked after for the whole year has an adoption or care leaver's items filled in.", Ad1, filed =>
            filed[Ad1].Where(HasItem).Concat(filed[Oc3].Where(Care.HasLeaverItem)).Where(row => filed.IsWholeYear(row.Child))).With(Oc3, Episodes),
        Rule.Rows("217", "A placement for adoption with the current foster carers began in some other way than with S, T or U.", Episodes, row =>
            row["PLACE"] is "A3" or "A5" && row.Date("DECOM") >= s_currentCarers && row["RNE"] is not ("S" or "T" or "U")),
        Rule.Rows("331", "The match with adopters came after the placement with them.", Ad1, (row, filed) =>
            filed.Of(row.Child, Episodes).Any(episode => Care.EndsInAdoption(episode) && row.Date("DATE_MATCH") > episode.Date("DECOM"))).With(Episodes),
        Rule.Rows("333", "The match with adopters has no decision for adoption before it.", Ad1, row =>
            row.Date("DATE_MATCH") is DateOnly matched && !(row.Date("DATE_INT") <= matched)),
        Rule.Rows("334", "Adoption was decided on before the child started to be looked after.", Ad1, (row, filed) =>
            row.Date("DATE_INT") < filed.Of(row.Child, Episodes).LastOrDefault(episode => episode["RNE"] == "S")?.Date("DECOM")).With(Episodes),
        Rule.Rows("335", "Whether the foster carers adopted does not fit the placement before the adoption.", Ad1, (row, filed) =>
            filed.Of(row.Child, Episodes).Any(episode => Care.EndsInAdoption(episode)
                && ((episode["PLACE"] is "A3" or "A5" && row["FOSTER_CARE"] == "0") || (episode["PLACE"] is "A4" or "A6" && row["FOSTER_CARE"] == "1"))))
                .With(Episodes),
        Rule.Pairs("336", "The placement before one for adoption is neither with foster carers nor for adoption.", (before, episode) =>
            episode["PLACE"] is "A3" or "A4" or "A5" && !Care.IsForAdoption(before) && before["PLACE"] is not ("U1" or "U2" or "U3" or "U4" or "U5" or "U6")),
        Rule.Rows(
            "390",
            "The child was adopted, but the last placement is not one for adoption.",
            Episodes,
            row => Care.EndsInAdoption(row) && !Care.IsForAdoption(row)),
        Rule.Rows("521", "Adoption was decided on after the placement for it began.", Ad1, (row, filed) =>
            filed.Of(row.Child, Episodes).Any(episode => Care.IsForAdoption(episode) && row.Date("DATE_INT") > episode.Date("DECOM"))).With(Episodes),
        Rule.Rows("601", "The child was adopted in the year, but the items of the adoption are missing or not complete.", Episodes, (row, filed) =>
            Care.EndsInAdoption(row) && filed.Contains(row.Date("DEC")) && !(filed.First(row.Child, Ad1) is { } adoption && HasAll(adoption))).With(Ad1),
        Rule.Rows("602", "The items of an adoption are filled in, but no episode of the year ended with one.", Ad1, (row, filed) =>
            HasItem(row) && !filed.Of(row.Child, Episodes).Any(episode => Care.EndsInAdoption(episode) && filed.Contains(episode.Date("DEC")))).With(Episodes),
    ];

    /// <summary>Whether one of the items is filled in.</summary>
    internal static bool HasItem(ReturnRow row) => s_items.Any(row.Has);

    private static bool HasAll(ReturnRow row) => s_items.All(row.Has);
}
