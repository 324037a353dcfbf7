using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Codes, dates, providers and places of episodes, one by one.</summary>
internal static class PlantingsOfEpisodes
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("141", r => r.Set(r.Any(Episodes), ("DECOM", "31/04/2020"))),
        new("143", r => r.Set(r.Any(Episodes), ("RNE", "Z"))),
        new("144", r => r.Set(r.Any(Episodes), ("LS", "Z9"))),
        new("145", r => r.Set(r.Any(Episodes), ("CIN", "N9"))),
        new("146", r => r.Set(r.Any(Episodes), ("PLACE", "Q1"))),
        new("147", r => r.Set(r.Any(Episodes), ("DEC", "2020-04-30"))),
        new("148", r => r.Set(Open(r), ("REC", "E8"))),
        new("149", r => r.Set(Closed(r), ("REC", "E99"))),
        new("1009", r => r.Set(r.Any(Episodes), ("REASON_PLACE_CHANGE", "WHY"))),
        new("353", r => r.Set(r.Any(Episodes), ("DECOM", "13/10/1991"))),
        new("354", r => r.Set(r.Any(Episodes), ("DECOM", Text(r.Now.End.AddDays(1))))),
        new("355", r => SetLast(r, Closed(r), 0)),
        new("356", r => SetLast(r, Closed(r), -1)),
        new("385", r => r.Set(r.Any(Episodes), ("DEC", Text(r.Now.End.AddDays(1))))),
        new("178", r => r.Set(r.Any(Episodes), ("PLACE_PROVIDER", "PR9"))),
        new("213", r => r.Set(r.Any(Episodes), ("PLACE", "T0"), ("PLACE_PROVIDER", "PR1"))),
        new("526", r => r.Set(r.Any(Episodes), ("PLACE", "U6"), ("PLACE_PROVIDER", ""))),
        new("527", r => r.Set(r.Any(Episodes), ("PLACE", "R5"), ("PLACE_PROVIDER", "PR1"))),
        new("528", r => r.Set(r.Any(Episodes), ("PLACE", "P1"), ("PLACE_PROVIDER", "PR2"))),
        new("529", r => r.Set(r.Any(Episodes), ("PLACE", "K2"), ("PLACE_PROVIDER", "PR3"))),
        new("530", r => r.Set(r.Any(Episodes), ("PLACE", "P1"), ("PLACE_PROVIDER", "PR4"))),
        new("531", r => r.Set(r.Any(Episodes), ("PLACE", "P1"), ("PLACE_PROVIDER", "PR5"))),
        new("550", r => r.Set(r.Any(Episodes), ("PLACE", "U3"), ("PLACE_PROVIDER", "PR0"))),
        new("214", r => r.Set(r.Find(Episodes, row => row.Has("URN")), ("LS", "V4"))),
        new("398", r => r.Set(r.Find(Episodes, row => row.Has("HOME_POST")), ("LS", "V3"))),
        new("392B", r => r.Set(r.Find(Episodes, row => !Care.IsShortBreak(row) && !r.Now.IsOrWasUnaccompanied(row.Child)), ("HOME_POST", ""))),
        new("392C", r => r.Set(r.Any(Episodes), ("PL_POST", "KENT"))),
        new("406", r => r.Set(r.Find(Episodes, row => r.Now.Has(row.Child, Uasc)), ("HOME_POST", "ME14 1AA"), ("PL_POST", "ME14 1AB"))),
        new("218", r => r.Set(r.Find(Episodes, row => !Care.IsShortBreak(row)), ("PLACE", "U6"), ("PL_POST", "ME14 1AA"), ("URN", ""))),
        new("222", r => r.Set(r.Any(Episodes), ("PLACE", "P1"), ("URN", "1234567"))),
        .. OfLegalStatus, .. OfPlacements, .. OfLeaving,
    ];

    private static Planting[] OfLegalStatus =>
    [
        new("358", r => Aged(r, r.Any(Episodes), "DECOM", 9, ("LS", "J2"))),
        new("361", r => r.Set(LongerThan(r, 3), ("LS", "L1"))),
        new("362", r => r.Set(LongerThan(r, 21), ("LS", "L2"))),
        new("363", r => r.Set(LongerThan(r, 7), ("LS", "L3"))),
        new("364", r => r.Set(LongerThan(r, 21), ("LS", "J2"))),
        new("365", r => r.Set(LongerThan(r, 17), ("LS", "V3"))),
        new("366", r => r.Set(r.Any(Episodes), ("LS", "V3"), ("RNE", "P"))),
        new("367", r => r.Set(r.Find(Episodes, row => !row.Has("DEC") && row.Date("DECOM") < r.Now.End.AddDays(-80)), ("LS", "V3"))),
        new("426", r =>
        {
            (ReturnRow first, ReturnRow next) = r.Pair((_, _) => true);
            r.Set(first, ("LS", "V3"));
            r.Set(next, ("LS", "V4"));
        }),
        new("378", r => r.Set(r.Any(Episodes), ("PLACE", "P1"), ("LS", "V2"))),
        new("382", r => r.Set(r.Any(Episodes), ("PLACE", "T1"), ("LS", "V4"))),
        new("384", r => r.Set(r.Any(Episodes), ("PLACE", "U4"), ("LS", "V4"))),
        new("408", r => r.Set(r.Any(Episodes), ("PLACE", "A6"), ("LS", "C2"))),
        new("445", r => r.Set(r.Find(Episodes, row => row.Date("DECOM") > new DateOnly(2006, 1, 1)), ("LS", "D1"))),
        new("446", r => r.Set(r.Any(Episodes), ("LS", "E1"), ("DECOM", "30/11/2005"))),
        new("451", r => r.Set(Open(r), ("LS", "D1"))),
    ];

    private static Planting[] OfPlacements =>
    [
        new("359", r => r.Born(r.Find(Episodes, row => !row.Has("DEC") && row["PLACE"] != "K2").Child, r.Now.End.AddYears(-18).AddDays(-1))),
        new("370", r => Aged(r, r.Any(Episodes), "DECOM", 14, ("PLACE", "P2"))),
        new("371", r => Aged(r, r.Any(Episodes), "DECOM", 13, ("PLACE", "K3"))),
        new("372", r => Aged(r, r.Any(Episodes), "DECOM", 9, ("PLACE", "R5"))),
        new("373", r => Aged(r, r.Any(Episodes), "DECOM", 3, ("PLACE", "S1"))),
        new("374", r => Aged(r, r.Any(Episodes), "DECOM", 13, ("PLACE", "P3"))),
        new("375", r => r.Set(SetLast(r, Closed(r), 43), ("PLACE", "T1"))),
        new("376", r => r.Set(SetLast(r, Closed(r), 22), ("PLACE", "T3"))),
        new("377", r =>
        {
            ReturnRow row = r.Set(r.Any(Episodes), ("PLACE", "T3"));
            r.AddLike(row);
            r.AddLike(row);
        }),
        new("379", r => r.Set(SetLast(r, Closed(r), 8), ("PLACE", "T4"))),
        new("380", r => r.Set(r.Any(Episodes), ("PLACE", "T1"), ("RNE", "S"))),
        new("381", r => r.Set(Closed(r), ("PLACE", "T1"), ("REC", "E8"))),
    ];

    private static Planting[] OfLeaving =>
    [
        new("302", r => r.Born(r.Any(Episodes).Child, r.Now.Of(r.Any(Episodes).Child, Episodes)[0].Date("DECOM")?.AddDays(1))),
        new("352", r => Aged(r, r.Any(Episodes), "DECOM", 18, ("RNE", "S"))),
        new("386", r => Aged(r, Closed(r), "DEC", 18, ("REC", "E11"))),
        new("387", r => Aged(r, Closed(r), "DEC", 13, ("REC", "E5"))),
        new("389", r => Aged(r, Closed(r), "DEC", 15, ("REC", "E7"))),
        new("407", r => Aged(r, Closed(r), "DEC", 19, ("REC", "E47"))),
        new("460", r => Aged(r, Closed(r), "DEC", 17, ("REC", "E17"))),
        new("516", r => r.Set(Closed(r), ("REC", "E45"), ("PLACE", "K2"))),
        new("199", r => r.Set(r.Pair((first, next) => next.Date("DECOM") >= first.Date("DEC")).First, ("REC", "E11"))),
    ];

    /// <summary>An episode without an end.</summary>
    private static ReturnRow Open(PlantedReturns r) => r.Find(Episodes, row => !row.Has("DEC"));

    /// <summary>An episode that ended.</summary>
    private static ReturnRow Closed(PlantedReturns r) => r.Find(Episodes, row => row.Has("DEC"));

    private static ReturnRow LongerThan(PlantedReturns r, int days) =>
        r.Find(Episodes, row => row.Date("DECOM")?.AddDays(days) < (row.Date("DEC") ?? r.Now.End));

    /// <summary>Changes an episode and says that the child was so old on a day of it.</summary>
    private static void Aged(PlantedReturns r, ReturnRow episode, string on, int years, params (string Column, string Text)[] fields)
    {
        r.Born(episode.Child, episode.Date(on)?.AddYears(-years));
        r.Set(episode, fields);
    }

    /// <summary>Ends an episode so many days after it began.</summary>
    private static ReturnRow SetLast(PlantedReturns r, ReturnRow episode, int days) => r.Set(episode, ("DEC", Text(episode.Date("DECOM")?.AddDays(days))));
}
