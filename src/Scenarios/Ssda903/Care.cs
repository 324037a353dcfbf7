namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>What codes say about an episode, in words.</summary>
internal static class Care
{
    /// <summary>A series of short breaks rather than care day and night.</summary>
    public static bool IsShortBreak(ReturnRow episode) => episode["LS"] is "V3" or "V4";

    /// <summary>A placement of a few days away from the usual one.</summary>
    public static bool IsTemporary(ReturnRow episode) => episode["PLACE"] is "T0" or "T1" or "T2" or "T3" or "T4";

    /// <summary>Placed with those who are to adopt.</summary>
    public static bool IsForAdoption(ReturnRow episode) => episode["PLACE"] is "A3" or "A4" or "A5" or "A6";

    /// <summary>The episode ended with an adoption.</summary>
    public static bool EndsInAdoption(ReturnRow episode) => episode["REC"] is "E11" or "E12";

    /// <summary>The episode ended and so did the time of being looked after.</summary>
    public static bool EndsCare(ReturnRow episode) => episode["REC"] is not ("" or "X1");

    /// <summary>A placement in which nobody looks for a number of Ofsted's register, or, for K3, not everywhere yet.</summary>
    public static bool NeedsNoUrn(ReturnRow episode) => episode["PLACE"] == "K3" || MustHaveNoUrn(episode);

    /// <summary>A placement that Ofsted does not register.</summary>
    public static bool MustHaveNoUrn(ReturnRow episode) =>
        IsTemporary(episode) || episode["PLACE"] is "H5" or "P1" or "P2" or "P3" or "R1" or "R2" or "R5" or "Z1";

    /// <summary>One of the care leaver's three items is filled in.</summary>
    public static bool HasLeaverItem(ReturnRow? oc3) => oc3 is not null && (oc3.Has("IN_TOUCH") || oc3.Has("ACTIV") || oc3.Has("ACCOM"));

    /// <summary>Times of being looked after without a gap: each from the first day of its first episode to the last of its last, null while it lasts.</summary>
    /// <param name="episodes">A child's episodes in order.</param>
    public static IReadOnlyList<(DateOnly From, DateOnly? To)> Periods(IReadOnlyList<ReturnRow> episodes)
    {
        List<(DateOnly From, DateOnly? To)> periods = [];
        foreach (ReturnRow episode in episodes)
        {
            DateOnly from = episode.Date("DECOM")!.Value;
            if (periods.Count == 0 || from > periods[^1].To)
            {
                periods.Add((from, episode.Date("DEC")));
            }
            else
            {
                periods[^1] = (periods[^1].From, episode.Date("DEC"));
            }
        }

        return periods;
    }
}
