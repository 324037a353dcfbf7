using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>A child's first episode of the return beside the last one of the return before.</summary>
internal static class EpisodesBeforeRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Continued("502", "The return before ends with an open episode that began on another day than the first one of this return.", (before, first) =>
            before.Date("DECOM") != first.Date("DECOM")),
        Kept("503A", "RNE", "The first episode has another reason for beginning than when it was open in the return before."),
        Kept("503B", "LS", "The first episode has another legal status than when it was open in the return before."),
        Kept("503C", "CIN", "The first episode has another category of need than when it was open in the return before."),
        Kept("503D", "PLACE", "The first episode has another placement than when it was open in the return before."),
        Kept("503E", "PLACE_PROVIDER", "The first episode has another provider than when it was open in the return before."),
        Kept("503F", "URN", "The first episode has another number in Ofsted's register than when it was open in the return before."),
        Rule.Careers("562", "The first episode began before the year, but the last one of the return before is another.", (episodes, filed) =>
            episodes.Take(1).Where(first => first.Date("DECOM") < filed.Start
                && !(filed.Previous!.Of(first.Child, Episodes) is { Count: > 0 } before && before[^1].Date("DECOM") == first.Date("DECOM")))).SincePrevious(),
        Rule.Rows("NoE", "The episode began before the year, but the child has none in the return before.", Episodes, (row, filed) =>
            row.Date("DECOM") < filed.Start && !filed.Previous!.Has(row.Child, Episodes)).SincePrevious(),
    ];

    private static ReturnRule Kept(string number, string column, string meaning) => Rule.Continued(number, meaning, (before, first) => before[column] != first[column]);
}
