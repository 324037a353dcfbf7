using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>How episodes follow each other, in a return and from one to the next.</summary>
internal static class PlantingsOfChains
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("142", r => r.Set(r.Pair((_, _) => true).First, ("DEC", ""), ("REC", ""))),
        new("357", r => r.Set(r.Find(Episodes, row => row["RNE"] == "S" && row.Date("DECOM") >= r.Now.Start && r.Now.Of(row.Child, Episodes)[0] == row), ("RNE", "L"))),
        new("388", r => r.Set(r.Find(Episodes, row => Care.EndsCare(row) && r.Now.Of(row.Child, Episodes)[^1] == row), ("REC", "X1"))),
        new("431", r => r.Set(Followed(r).Next, ("RNE", "S"))),
        new("432", r => r.Set(Followed(r).First, ("REC", "E8"))),
        new("433", r => Shift(r, Followed(r).Next, 1)),
        new("437", r => r.Set(r.Pair((_, _) => true).First, ("REC", "E2"))),
        new("501", r => Shift(r, r.Pair((first, next) => first.Date("DEC") == next.Date("DECOM") && first.Date("DEC") > first.Date("DECOM")?.AddDays(1)).Next, -1)),
        new("504", r => SetOther(r, Followed(r).Next, "CIN", "N7", "N8")),
        new("434", r =>
        {
            (ReturnRow first, ReturnRow next) = r.Pair((_, next) => next["RNE"] == "L");
            r.Set(next, ("LS", first["LS"]));
        }),
        new("435", r => SetOther(r, r.Pair((_, next) => next["RNE"] is "P" or "T").Next, "LS", "C1", "C2")),
        new("436", r => r.Set(r.Pair((first, next) => first["LS"] == next["LS"]).Next, ("RNE", "B"))),
        new("225", r => r.Set(
            r.Pair((first, next) => first["REC"] == "X1" && next["RNE"] is "P" or "T" or "B" or "U" && !Care.IsTemporary(first) && !Care.IsTemporary(next)).First,
            ("REASON_PLACE_CHANGE", ""))),
        new("226", r => r.Set(r.Any(Episodes), ("PLACE", "T1"), ("REASON_PLACE_CHANGE", "OTHER"))),
        new("383", r =>
        {
            IReadOnlyList<ReturnRow> career = r.Now.EpisodesByChild.First(episodes => episodes.Count > 2);
            r.Set(career[1], ("PLACE", "T1"));
            r.Set(career[2], ("RNE", "L"));
        }),
        new("502", r => Shift(r, r.Continued(), 1)),
        new("503A", r => r.Set(r.Continued(row => row["RNE"] == "S"), ("RNE", "L"))),
        new("503B", r => SetOther(r, r.Continued(), "LS", "C1", "C2")),
        new("503C", r => SetOther(r, r.Continued(), "CIN", "N7", "N8")),
        new("503D", r => SetOther(r, r.Continued(), "PLACE", "U6", "K2")),
        new("503E", r => SetOther(r, r.Continued(), "PLACE_PROVIDER", "PR1", "PR4")),
        new("503F", r => r.Set(r.Continued(), ("URN", "9999999"))),
        new("562", r => Shift(r, r.BeforeOf(r.Continued(row => row.Date("DECOM") < r.Now.Start).Child)!, -1)),
        new("NoE", r => r.RemoveBefore(r.Continued(row => row.Date("DECOM") < r.Now.Start).Child, Episodes)),
    ];

    /// <summary>Two episodes of which the second goes on from the first.</summary>
    private static (ReturnRow First, ReturnRow Next) Followed(PlantedReturns r) => r.Pair((first, next) => first["REC"] == "X1" && first.Date("DEC") == next.Date("DECOM"));

    private static void Shift(PlantedReturns r, ReturnRow episode, int days) => r.Set(episode, ("DECOM", Text(episode.Date("DECOM")?.AddDays(days))));

    private static void SetOther(PlantedReturns r, ReturnRow episode, string column, string one, string other) => r.Set(episode, (column, episode[column] == one ? other : one));
}
