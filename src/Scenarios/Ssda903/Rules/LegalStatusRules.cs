using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>How long a legal status may last, for whom it is and with which placement.</summary>
internal static class LegalStatusRules
{
    private const int LeastAgeOfOffender = 10;
    private const int DaysOfPoliceProtection = 3;
    private const int DaysOfEmergencyOrder = 21;
    private const int DaysOfAssessment = 7;
    private const int DaysOfPoliceDetention = 21;
    private const int DaysOfBreak = 17;
    private const int DaysOfBreaksAYear = 75;

    private static readonly DateOnly s_lastFreeingOrder = new(2005, 12, 31);
    private static readonly DateOnly s_firstPlacementOrder = new(2005, 12, 1);

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("358", "A child of ten or younger is remanded, detained or sentenced.", Episodes, (row, filed) =>
            row["LS"] is "J1" or "J2" or "J3" && filed.BirthOf(row.Child)?.AddYears(LeastAgeOfOffender) >= row.Date("DECOM")).With(Header),
        Longest("361", "Police protection lasted for more than three days.", "L1", DaysOfPoliceProtection),
        Longest("362", "An emergency protection order lasted for more than 21 days.", "L2", DaysOfEmergencyOrder),
        Longest("363", "A child assessment order lasted for more than seven days.", "L3", DaysOfAssessment),
        Longest("364", "Detention by the police in the council's accommodation lasted for more than 21 days.", "J2", DaysOfPoliceDetention),
        Rule.Rows("365", "A single short break lasted for more than 17 days.", Episodes, (row, filed) =>
            row["LS"] == "V3" && row.Date("DECOM")?.AddDays(DaysOfBreak) < (row.Date("DEC") ?? filed.End)),
        Rule.Rows("366", "The placement changed in a short break.", Episodes, row => row["LS"] == "V3" && row["RNE"] != "S"),
        Rule.Careers("367", "Short breaks lasted for more than 75 days in the year.", (episodes, filed) =>
        {
            ReturnRow[] breaks = [.. episodes.Where(episode => episode["LS"] == "V3")];
            return breaks.Sum(episode => DaysInYear(episode, filed)) > DaysOfBreaksAYear ? breaks : [];
        }),
        Rule.Careers("426", "A child had short breaks of both kinds, V3 and V4, in the year.", (episodes, _) =>
            episodes.Any(episode => episode["LS"] == "V3") && episodes.Any(episode => episode["LS"] == "V4") ? episodes.Where(Care.IsShortBreak) : []),
        Rule.Rows("378", "A child accommodated under section 20 is placed with parents.", Episodes, row => row["PLACE"] == "P1" && row["LS"] == "V2"),
        Rule.Rows("382", "A short break is in a temporary placement.", Episodes, row => Care.IsShortBreak(row) && Care.IsTemporary(row)),
        Rule.Rows("384", "A short break is in long-term fostering.", Episodes, row => Care.IsShortBreak(row) && row["PLACE"] is "U1" or "U4"),
        Rule.Rows("408", "A child is placed for adoption under a placement order, but that is not the legal status.", Episodes, row =>
            row["PLACE"] is "A5" or "A6" && row["LS"] != "E1"),
        Rule.Rows("445", "An episode under a freeing order began after 2005.", Episodes, row => row["LS"] == "D1" && row.Date("DECOM") > s_lastFreeingOrder),
        Rule.Rows(
            "446",
            "An episode under a placement order began before December 2005.",
            Episodes,
            row => row["LS"] == "E1" && row.Date("DECOM") < s_firstPlacementOrder),
        Rule.Rows("451", "A child is still freed for adoption.", Episodes, row => row["LS"] == "D1" && !row.Has("DEC") && !row.Has("REC")),
    ];

    /// <summary>Episodes of a legal status that go on from each other are one time.</summary>
    private static ReturnRule Longest(string number, string meaning, string status, int days) => Rule.Careers(number, meaning, (episodes, filed) =>
    {
        List<ReturnRow> found = [];
        List<ReturnRow> together = [];
        foreach (ReturnRow episode in episodes.Where(episode => episode["LS"] == status))
        {
            if (together.Count > 0 && episode.Date("DECOM") > together[^1].Date("DEC"))
            {
                together.Clear();
            }

            together.Add(episode);
            if ((episode.Date("DEC") ?? filed.End).DayNumber - together[0].Date("DECOM")!.Value.DayNumber > days)
            {
                found.AddRange(together);
            }
        }

        return found;
    });

    private static int DaysInYear(ReturnRow episode, CheckedReturn filed)
    {
        DateOnly from = episode.Date("DECOM")!.Value;
        DateOnly to = episode.Date("DEC") ?? filed.End;
        return Math.Max(0, Math.Min(to.DayNumber, filed.End.DayNumber) - Math.Max(from.DayNumber, filed.Start.DayNumber));
    }
}
