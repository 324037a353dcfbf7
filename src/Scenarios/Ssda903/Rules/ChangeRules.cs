namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>What changes from one episode to the next, beside the reasons that are given for it.</summary>
internal static class ChangeRules
{
    private const int FirstYearOfReasons = 2016;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Pairs("434", "The legal status is said to have changed and not the placement, but that is not so.", (before, episode) =>
            episode["RNE"] == "L" && (before["LS"] == episode["LS"] || !IsSamePlacement(before, episode))),
        Rule.Pairs("435", "The placement is said to have changed and not the legal status, but that is not so.", (before, episode) =>
            episode["RNE"] is "P" or "T" && (before["LS"] != episode["LS"] || IsSamePlacement(before, episode))),
        Rule.Pairs("436", "Placement and legal status are said to have changed, but one has not.", (before, episode) =>
            episode["RNE"] is "B" or "U" && (before["LS"] == episode["LS"] || IsSamePlacement(before, episode))),
        Rule.Careers("225", "The placement changed, but the episode that ended does not say why.", (episodes, _) =>
            episodes.SkipLast(1).Where((episode, i) => episode["REC"] == "X1" && !episode.Has("REASON_PLACE_CHANGE") && !Care.IsTemporary(episode)
                && episodes[i + 1]["RNE"] is "P" or "B" or "T" or "U" && !Care.IsTemporary(episodes[i + 1]))).From(FirstYearOfReasons),
        Rule.Careers("226", "A temporary placement, or the episode before it, has a reason for the change of placement.", (episodes, _) =>
            episodes.Where((episode, i) => Care.IsTemporary(episode)
                && (episode.Has("REASON_PLACE_CHANGE") || (i > 0 && episodes[i - 1].Has("REASON_PLACE_CHANGE"))))).From(FirstYearOfReasons),
        Rule.Careers("383", "After a temporary placement the child did not go back to the placement before.", (episodes, _) =>
            episodes.Where((episode, i) => Care.IsTemporary(episode) && i > 0 && i + 1 < episodes.Count
                && (episodes[i + 1]["RNE"] != "P" || episodes[i + 1]["PLACE"] != episodes[i - 1]["PLACE"]))),
    ];

    private static bool IsSamePlacement(ReturnRow before, ReturnRow episode) =>
        before["PLACE"] == episode["PLACE"] && before["PL_POST"] == episode["PL_POST"] && before["URN"] == episode["URN"]
        && before["PLACE_PROVIDER"] == episode["PLACE_PROVIDER"];
}
