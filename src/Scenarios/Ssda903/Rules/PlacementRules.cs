using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>At what age, for how long and in what order placements can be.</summary>
internal static class PlacementRules
{
    private const int Majority = 18;
    private const int AgeOfIndependence = 15;
    private const int AgeOfSemiIndependence = 14;
    private const int AgeOfCustody = 10;
    private const int AgeOfSchool = 4;
    private const int AgeOfWork = 14;
    private const int DaysInHospital = 42;
    private const int DaysOfHoliday = 21;
    private const int OtherDays = 7;
    private const int HolidaysAYear = 2;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("359", "A child over 18 is still looked after, and not under section 20 in a children's home.", Episodes, (row, filed) =>
            !row.Has("DEC") && !(row["LS"] == "V2" && row["PLACE"] == "K2") && filed.BirthOf(row.Child)?.AddYears(Majority) < filed.End).With(Header),
        Youngest("370", "A child under 15 lives independently.", AgeOfIndependence, "P2"),
        Youngest("371", "A child under 14 is in semi-independent or supported accommodation.", AgeOfSemiIndependence, "H5", "K3"),
        Youngest("372", "A child under ten is in custody.", AgeOfCustody, "R5"),
        Youngest("373", "A child under four is in a residential school.", AgeOfSchool, "S1"),
        Youngest("374", "A child under 14 is in residential employment.", AgeOfWork, "P3"),
        Longest("375", "A temporary stay in hospital lasted for more than six weeks.", "T1", DaysInHospital),
        Longest("376", "A temporary placement for the carers' holiday lasted for more than three weeks.", "T3", DaysOfHoliday),
        Rule.Careers("377", "A child had more than two temporary placements for the carers' holiday in the year.", (episodes, _) =>
            episodes.Count(IsHoliday) > HolidaysAYear ? episodes.Where(IsHoliday) : []),
        Longest("379", "A temporary placement for another reason lasted for more than seven days.", "T4", OtherDays),
        Rule.Rows(
            "380",
            "A temporary placement did not begin with a change of placement.",
            Episodes,
            row => Care.IsTemporary(row) && row["RNE"] is not ("P" or "B")),
        Rule.Rows("381", "Being looked after ended with a temporary placement.", Episodes, row => Care.IsTemporary(row) && Care.EndsCare(row)),
    ];

    private static bool IsHoliday(ReturnRow episode) => episode["PLACE"] == "T3";

    private static ReturnRule Youngest(string number, string meaning, int age, params string[] places) =>
        Rule.Rows(number, meaning, Episodes, (row, filed) =>
            places.Contains(row["PLACE"]) && row.Date("DECOM") < filed.BirthOf(row.Child)?.AddYears(age)).With(Header);

    private static ReturnRule Longest(string number, string meaning, string place, int days) =>
        Rule.Rows(number, meaning, Episodes, row => row["PLACE"] == place && row.Date("DEC") > row.Date("DECOM")?.AddDays(days));
}
