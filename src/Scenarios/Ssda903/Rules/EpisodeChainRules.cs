namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>How a child's episodes follow each other in time.</summary>
internal static class EpisodeChainRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Careers("142", "An episode has no end, but a later one has begun.", (episodes, _) =>
            episodes.SkipLast(1).Where(episode => !episode.Has("DEC") || !episode.Has("REC"))),
        Rule.Careers("357", "The child's first episode began in the year, but not with S.", (episodes, filed) =>
            episodes.Take(1).Where(first => first.Date("DECOM") >= filed.Start && first["RNE"] != "S")),
        Rule.Careers("388", "An episode ended with X1 and none begins that day, or one begins that day and it did not end with X1.", (episodes, _) =>
            episodes.Where((episode, i) => i + 1 < episodes.Count ? IsBrokenOff(episode, episodes[i + 1]) : episode.Has("DEC") && episode["REC"] == "X1")),
        Rule.Pairs("431", "The episode began with S, but the one before had not ended by the day before.", (before, episode) =>
            episode["RNE"] == "S" && episode.Date("DECOM") <= before.Date("DEC")),
        Rule.Pairs("432", "Being looked after ended with the episode before, but the next did not begin with S.", (before, episode) =>
            Care.EndsCare(before) && episode["RNE"] != "S"),
        Rule.Pairs("433", "The episode goes on from the one before, but does not begin on the day on which that ended.", (before, episode) =>
            episode["RNE"] is "P" or "L" or "T" or "U" or "B" && before.Date("DEC") != episode.Date("DECOM")),
        Rule.Careers("437", "The child died or was found to be an adult, but there are later episodes.", (episodes, _) =>
            episodes.SkipLast(1).Where(episode => episode["REC"] is "E2" or "E15")),
        Rule.Pairs("501", "The episode began before the one before had ended.", (before, episode) => episode.Date("DECOM") < before.Date("DEC")),
        Rule.Pairs("504", "The category of need changed while the child was looked after.", (before, episode) =>
            before["REC"] == "X1" && before.Date("DEC") == episode.Date("DECOM") && before["CIN"] != episode["CIN"]),
    ];

    private static bool IsBrokenOff(ReturnRow episode, ReturnRow next) =>
        episode.Has("DEC") && episode.Has("REC") && (episode["REC"] == "X1") != (episode.Date("DEC") == next.Date("DECOM"));
}
