using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>At what age a child can start and cease to be looked after, and for which reason.</summary>
internal static class LeavingRules
{
    private const int Majority = 18;
    private const int AgeOfIndependence = 14;
    private const int AgeOfAdultCare = 16;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Careers("302", "The first episode began before the child was born.", (episodes, filed) =>
            episodes.Take(1).Where(first => first.Date("DECOM") < filed.BirthOf(first.Child))).With(Header),
        Rule.Rows("352", "A child of 18 or older started to be looked after.", Episodes, (row, filed) =>
            row["RNE"] == "S" && AgedBy(row, "DECOM", Majority, filed)).With(Header),
        Rule.Rows(
            "386",
            "A child was adopted at 18 or older.",
            Episodes,
            (row, filed) => Care.EndsInAdoption(row) && AgedBy(row, "DEC", Majority, filed)).With(Header),
        Rule.Rows("387", "A child under 14 left for independent living.", Episodes, (row, filed) =>
            row["REC"] is "E5" or "E6" && Younger(row, AgeOfIndependence, filed)).With(Header),
        Rule.Rows("389", "A child under 16 left for adult social care.", Episodes, (row, filed) =>
            row["REC"] == "E7" && Younger(row, AgeOfAdultCare, filed)).With(Header),
        Rule.Rows("407", "Special guardianship began after the child's 18th birthday.", Episodes, (row, filed) =>
            row["REC"] is "E43" or "E44" or "E45" or "E46" or "E47" or "E48" && filed.BirthOf(row.Child)?.AddYears(Majority) < row.Date("DEC")).With(Header),
        Rule.Rows("460", "A child under 18 is said to have stayed with the carers as an adult.", Episodes, (row, filed) =>
            row["REC"] == "E17" && Younger(row, Majority, filed)).With(Header),
        Rule.Rows("516", "Former foster carers became special guardians, but the last placement is not with foster carers.", Episodes, row =>
            row["REC"] is "E45" or "E46" && row["PLACE"] is not ("U1" or "U2" or "U3" or "U4" or "U5" or "U6")),
        Rule.Rows("199", "The child has an episode after having been adopted.", Episodes, (row, filed) =>
            row.Date("DECOM") >= AdoptedOn(row.Child, filed)),
    ];

    private static bool AgedBy(ReturnRow row, string column, int age, CheckedReturn filed) => filed.BirthOf(row.Child)?.AddYears(age) <= row.Date(column);

    private static bool Younger(ReturnRow row, int age, CheckedReturn filed) => row.Date("DEC") < filed.BirthOf(row.Child)?.AddYears(age);

    private static DateOnly? AdoptedOn(string child, CheckedReturn filed) =>
        filed.Earlier.Append(filed).SelectMany(each => each.Of(child, Episodes)).Where(Care.EndsInAdoption).Select(episode => episode.Date("DEC")).Min();
}
