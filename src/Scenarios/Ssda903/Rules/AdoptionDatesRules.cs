using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>The dates of decisions for and against adoption, beside each other, the episodes and the return before.</summary>
internal static class AdoptionDatesRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows(
            "117",
            "A decision for or against adoption came after the year, or after the child ceased to be looked after.",
            PlacedForAdoption,
            (row, filed) => LastDay(row, filed) is var last && (row.Date("DATE_PLACED") > last || row.Date("DATE_PLACED_CEASED") > last)).With(Episodes),
        Rule.Rows(
            "118",
            "A decision against adoption came before the year, or before the child started to be looked after.",
            PlacedForAdoption,
            (row, filed) =>
                row.Date("DATE_PLACED_CEASED") < filed.Start
                || row.Date("DATE_PLACED_CEASED") < filed.Of(row.Child, Episodes).FirstOrDefault(episode => !Care.IsShortBreak(episode))?.Date("DECOM"))
                .With(Episodes),
        Rule.Rows(
            "184",
            "A decision for adoption came before the child was born.",
            PlacedForAdoption,
            (row, filed) => row.Date("DATE_PLACED") < filed.BirthOf(row.Child)).With(Header),
        Rule.Rows(
            "522",
            "A decision for adoption was given up before it was made.",
            PlacedForAdoption,
            row => row.Date("DATE_PLACED_CEASED") < row.Date("DATE_PLACED")),
        Rule.Rows("523", "The adoption has another date of the decision than the decisions have.", Ad1, (row, filed) =>
            row.Date("DATE_INT") is DateOnly decided
            && filed.Of(row.Child, PlacedForAdoption).Any(decision => decision.Date("DATE_PLACED") is DateOnly placed && placed != decided))
            .With(PlacedForAdoption),
        Rule.Rows("552", "The last decision for adoption came after the first placement for it.", PlacedForAdoption, (row, filed) =>
            row.Date("DATE_PLACED") is DateOnly decided
            && filed.Of(row.Child, PlacedForAdoption).Max(other => other.Date("DATE_PLACED")) == decided
            && filed.Of(row.Child, Episodes).FirstOrDefault(Care.IsForAdoption)?.Date("DECOM") < decided).With(Episodes),
        BeforeOrder("554", "E1", "A decision for adoption came after the placement order."),
        BeforeOrder("556", "D1", "A decision for adoption came after the freeing order."),
        Rule.Rows("559", "A decision for adoption came before the year, but the return before has none.", PlacedForAdoption, (row, filed) =>
            row.Date("DATE_PLACED") < filed.Start
            && !filed.Previous!.Of(row.Child, PlacedForAdoption).Any(before => before.Has("DATE_PLACED"))).SincePrevious(),
        Rule.Rows("560", "A decision for adoption that was open in the return before has another date now.", PlacedForAdoption, (row, filed) =>
            filed.Previous!.Of(row.Child, PlacedForAdoption).Any(before => before.Has("DATE_PLACED") && !before.Has("DATE_PLACED_CEASED")
                && !filed.Of(row.Child, PlacedForAdoption).Any(now => now.Date("DATE_PLACED") == before.Date("DATE_PLACED")))).SincePrevious(),
        Rule.Rows("561", "A decision for adoption has the date of one that was given up in the return before.", PlacedForAdoption, (row, filed) =>
            row.Date("DATE_PLACED") is DateOnly placed
            && filed.Previous!.Of(row.Child, PlacedForAdoption).Any(before => before.Date("DATE_PLACED") == placed
                && (before.Has("DATE_PLACED_CEASED") || before.Has("REASON_PLACED_CEASED")))).SincePrevious(),
        Rule.Of("579", "A decision for adoption came before the one before it was given up.", PlacedForAdoption, filed =>
            filed[PlacedForAdoption].GroupBy(row => row.Child).SelectMany(Overlapping)),
        Rule.Rows("1003", "A decision for adoption came before the child started to be looked after.", PlacedForAdoption, (row, filed) =>
            row.Date("DATE_PLACED") < filed.Of(row.Child, Episodes).FirstOrDefault(episode => episode["RNE"] == "S")?.Date("DECOM")).With(Episodes),
    ];

    private static DateOnly LastDay(ReturnRow row, CheckedReturn filed)
    {
        DateOnly? ceased = filed.Of(row.Child, Episodes).LastOrDefault(episode => episode["REC"] != "X1")?.Date("DEC");
        return ceased < filed.End ? ceased.Value : filed.End;
    }

    private static ReturnRule BeforeOrder(string number, string status, string meaning) => Rule.Rows(number, meaning, PlacedForAdoption, (row, filed) =>
        row.Date("DATE_PLACED") > filed.Of(row.Child, Episodes).FirstOrDefault(episode => episode["LS"] == status)?.Date("DECOM")).With(Episodes);

    private static IEnumerable<ReturnRow> Overlapping(IEnumerable<ReturnRow> decisions)
    {
        ReturnRow[] inOrder = [.. decisions.OrderBy(row => row.Date("DATE_PLACED") ?? DateOnly.MaxValue)];
        return inOrder.Skip(1).Where((row, i) => inOrder[i].Date("DATE_PLACED_CEASED") is not DateOnly ceased || row.Date("DATE_PLACED") < ceased);
    }
}
