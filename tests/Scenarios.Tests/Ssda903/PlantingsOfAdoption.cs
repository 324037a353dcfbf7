using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Adoptions, adopters, and decisions for and against a placement for adoption.</summary>
internal static class PlantingsOfAdoption
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("112", r => r.Set(r.Any(Ad1), ("DATE_INT", "never"))),
        new("113", r => r.Set(r.Any(Ad1), ("DATE_MATCH", "never"))),
        new("114", r => r.Set(r.Any(Ad1), ("FOSTER_CARE", "2"))),
        new("134", r => r.Add(Oc3, r.Any(Ad1).Child, ("IN_TOUCH", "YES"))),
        new("151", r => r.Set(r.Any(Ad1), ("NB_ADOPTR", ""))),
        new("175", r => r.Set(r.Any(Ad1), ("NB_ADOPTR", "3"))),
        new("176", r => r.Set(r.Any(Ad1), ("SEX_ADOPTR", "M2"))),
        new("177", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L9"))),
        new("511", r => r.Set(r.Any(Ad1), ("NB_ADOPTR", "2"), ("SEX_ADOPTR", "F1"))),
        new("514", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L0"), ("SEX_ADOPTR", "MF"))),
        new("517", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L3"), ("SEX_ADOPTR", "MM"))),
        new("518", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L4"), ("SEX_ADOPTR", "MF"))),
        new("519", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L2"), ("SEX_ADOPTR", "M1"))),
        new("520", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L11"), ("SEX_ADOPTR", "FF"))),
        new("524", r => r.Set(r.Any(Ad1), ("LS_ADOPTR", "L12"), ("SEX_ADOPTR", "MF"))),
        new("187", r => r.Add(Ad1, r.Find(Oc2, row => r.Now.IsWholeYear(row.Child)).Child, ("NB_ADOPTR", "1"))),
        new("217", r => r.Set(r.Find(Episodes, row => row.Date("DECOM")?.Year > 2015), ("PLACE", "A5"), ("RNE", "L"))),
        new("331", r => r.Set(r.Any(Ad1), ("DATE_MATCH", Text(Adopted(r, r.Any(Ad1).Child).Date("DECOM")?.AddDays(1))))),
        new("333", r => r.Set(r.Any(Ad1), ("DATE_INT", Text(r.Any(Ad1).Date("DATE_MATCH")?.AddDays(1))))),
        new("334", r => r.Add(Ad1, Started(r).Child, ("DATE_INT", Text(Started(r).Date("DECOM")?.AddDays(-1))))),
        new("335", r => r.Set(r.Any(Ad1), ("FOSTER_CARE", r.Any(Ad1)["FOSTER_CARE"] == "0" ? "1" : "0"))),
        new("336", r =>
        {
            (ReturnRow first, ReturnRow next) = r.Pair((_, _) => true);
            r.Set(first, ("PLACE", "K2"));
            r.Set(next, ("PLACE", "A4"));
        }),
        new("390", r => r.Set(r.Find(Episodes, row => row.Has("REC") && !Care.IsForAdoption(row)), ("REC", "E11"))),
        new("521", r => r.Set(r.Any(Ad1), ("DATE_INT", Text(Adopted(r, r.Any(Ad1).Child).Date("DECOM")?.AddDays(1))))),
        new("601", r => r.Remove(r.Any(Ad1).Child, Ad1)),
        new("602", r => r.Add(Ad1, r.Find(Episodes, row => !r.Now.Has(row.Child, Ad1)).Child, ("NB_ADOPTR", "1"))),
        .. OfDecisions,
    ];

    private static Planting[] OfDecisions =>
    [
        new("115", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED", "never"))),
        new("116", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED_CEASED", "never"))),
        new("117", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED", Text(r.Now.End.AddDays(1))))),
        new("118", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED_CEASED", Text(r.Now.Start.AddDays(-1))))),
        new("119", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED_CEASED", ""), ("REASON_PLACED_CEASED", "RD1"))),
        new("120", r => r.Set(r.Any(PlacedForAdoption), ("REASON_PLACED_CEASED", "RD9"))),
        new("184", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED", Text(r.Any(PlacedForAdoption).Date("DOB")?.AddDays(-1))))),
        new("522", r => r.Set(Decided(r), ("DATE_PLACED_CEASED", Text(Decided(r).Date("DATE_PLACED")?.AddDays(-1))))),
        new("523", r => r.Set(r.Any(Ad1), ("DATE_INT", Text(r.Any(Ad1).Date("DATE_INT")?.AddDays(-1))))),
        new("525", r => GiveUp(r, r.Any(Ad1).Child)),
        new("551", r => r.Remove(r.Find(Episodes, Care.IsForAdoption).Child, PlacedForAdoption)),
        new("552", r =>
        {
            ReturnRow placement = r.Find(Episodes, Care.IsForAdoption);
            r.Set(r.Find(PlacedForAdoption, row => row.Child == placement.Child), ("DATE_PLACED", Text(placement.Date("DECOM")?.AddDays(1))));
        }),
        new("553", r => r.Remove(r.Find(Episodes, row => row["LS"] == "E1").Child, PlacedForAdoption)),
        new("554", r => DecideAfter(r, r.Find(Episodes, row => row["LS"] == "E1"))),
        new("555", r => r.Set(r.Find(Episodes, row => !r.Now.Has(row.Child, PlacedForAdoption)), ("LS", "D1"))),
        new("556", r =>
        {
            ReturnRow episode = r.Now.Of(r.Any(PlacedForAdoption).Child, Episodes)[0];
            DecideAfter(r, r.Set(episode, ("LS", "D1")));
        }),
        new("557", r => r.Set(
            r.Find(Episodes, row => Care.EndsCare(row) && !Care.EndsInAdoption(row) && !r.Now.Has(row.Child, PlacedForAdoption)), ("LS", "E1"))),
        new("558", r => GiveUp(r, r.Find(Episodes, Care.EndsInAdoption).Child)),
        new("559", r => r.RemoveBefore(r.Find(PlacedForAdoption, row => row.Date("DATE_PLACED") < r.Now.Start).Child, PlacedForAdoption)),
        new("560", r =>
        {
            ReturnRow decision = r.Find(PlacedForAdoption, row => r.Before.First(row.Child, PlacedForAdoption) is { } before && before.Has("DATE_PLACED") && !before.Has("DATE_PLACED_CEASED"));
            r.Set(decision, ("DATE_PLACED", Text(decision.Date("DATE_PLACED")?.AddDays(1))));
        }),
        new("561", r => r.Set(
            r.Before.First(r.Find(PlacedForAdoption, row => r.Before.First(row.Child, PlacedForAdoption)?["DATE_PLACED"] == row["DATE_PLACED"]).Child, PlacedForAdoption)!,
            ("DATE_PLACED_CEASED", Text(r.Before.End)),
            ("REASON_PLACED_CEASED", "RD4"))),
        new("563", r => r.Set(r.Any(PlacedForAdoption), ("DATE_PLACED", ""), ("DATE_PLACED_CEASED", Text(r.Now.End)), ("REASON_PLACED_CEASED", "RD1"))),
        new("579", r => r.AddLike(r.Find(PlacedForAdoption, row => !row.Has("DATE_PLACED_CEASED")), ("DATE_PLACED", Text(r.Now.End)))),
        new("1003", r => r.Add(PlacedForAdoption, Started(r).Child, ("DATE_PLACED", Text(Started(r).Date("DECOM")?.AddDays(-1))))),
    ];

    private static ReturnRow Adopted(PlantedReturns r, string child) => r.Find(Episodes, row => row.Child == child && Care.EndsInAdoption(row));

    private static ReturnRow Decided(PlantedReturns r) => r.Find(PlacedForAdoption, row => row.Has("DATE_PLACED"));

    /// <summary>An episode that began with S; its child has neither an adoption nor a decision for one.</summary>
    private static ReturnRow Started(PlantedReturns r) =>
        r.Find(Episodes, row => row["RNE"] == "S" && r.Now.Of(row.Child, Episodes)[0] == row && !r.Now.Has(row.Child, Ad1) && !r.Now.Has(row.Child, PlacedForAdoption));

    private static void GiveUp(PlantedReturns r, string child) =>
        r.Set(r.Find(PlacedForAdoption, row => row.Child == child), ("DATE_PLACED_CEASED", Text(r.Now.End)), ("REASON_PLACED_CEASED", "RD1"));

    private static void DecideAfter(PlantedReturns r, ReturnRow episode) =>
        r.Set(r.Find(PlacedForAdoption, row => row.Child == episode.Child), ("DATE_PLACED", Text(episode.Date("DECOM")?.AddDays(1))));
}
