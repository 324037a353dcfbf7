using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>
/// Unaccompanied asylum-seeking children. A row of uasc.csv says that a child is one; the date on which that ceases is known from the start, since it is
/// the 18th birthday at the latest.
/// </summary>
internal static class UascRules
{
    private const int Majority = 18;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("104", "The date on which being unaccompanied ceased is no date, or lies before the year.", Uasc, (row, filed) =>
            row.HasNoDateIn("DUC") || row.Date("DUC") < filed.Start),
        Rule.Rows("304", "Being unaccompanied ceased after the 18th birthday.", Uasc, row => row.Date("DUC") > row.Date("DOB")?.AddYears(Majority)),
        Rule.Rows(
            "205A",
            "An unaccompanied child of the return before, still looked after, is none now, but the date given then did not lie in that year.",
            Header,
            (row, filed) =>
                !filed.Has(row.Child, Uasc) && filed.Has(row.Child, Episodes)
                && filed.Previous!.First(row.Child, Uasc) is { } before && !filed.Previous.Contains(before.Date("DUC"))).With(Uasc, Episodes).SincePrevious(),
        Rule.Rows(
            "205B",
            "A child was and is unaccompanied, but the date given in the return before was not the 18th birthday, or today's is neither that nor in the year.",
            Uasc,
            (row, filed) =>
                filed.Previous!.First(row.Child, Uasc) is { } before
                && (before.Date("DUC") is not DateOnly ceases || ceases != before.Date("DOB")?.AddYears(Majority)
                    || !(filed.Contains(row.Date("DUC")) || row.Date("DUC") == ceases))).SincePrevious(),
        Rule.Rows("205D", "A child is unaccompanied that was none in the return before.", Header, (row, filed) =>
            filed.Has(row.Child, Uasc) && filed.Previous!.Has(row.Child, Header) && !filed.Previous.Has(row.Child, Uasc)).With(Uasc).SincePrevious(),
        Rule.Rows("1014", "A care leaver who was not looked after in the year is among the unaccompanied.", Uasc, (row, filed) =>
            Care.HasLeaverItem(filed.First(row.Child, Oc3)) && !filed.Has(row.Child, Episodes)).With(Oc3, Episodes),
    ];
}
