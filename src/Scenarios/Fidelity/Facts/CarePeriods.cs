namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>Follows a child's episodes back without a gap.</summary>
internal static class CarePeriods
{
    /// <summary>When the period of care of an episode began.</summary>
    /// <param name="child">The child.</param>
    /// <param name="episode">The episode.</param>
    /// <returns>The day, and whether it is exact: if not, care began on it or before.</returns>
    public static (DateOnly Day, bool Exact) CareStart(FactChild child, FactEpisode episode)
    {
        FactEpisode first = Back(child, episode, _ => true);
        return first.CareBegan is DateOnly began ? (began, true) : (first.From, false);
    }

    /// <summary>When the child came to the carers of an episode.</summary>
    /// <param name="child">The child.</param>
    /// <param name="episode">The episode.</param>
    /// <returns>The day, and whether it is exact: if not, the placement began on it or before.</returns>
    public static (DateOnly Day, bool Exact) PlacementStart(FactChild child, FactEpisode episode)
    {
        FactEpisode first = Back(child, episode, later => !later.NewCarers);
        return first.PlacementBegan is DateOnly began ? (began, true) : (first.From, false);
    }

    /// <summary>The episode that an episode follows without a gap; null where there is none.</summary>
    public static FactEpisode? Before(FactChild child, FactEpisode episode)
    {
        for (int i = 1; i < child.Episodes.Count; i++)
        {
            if (ReferenceEquals(child.Episodes[i], episode))
            {
                FactEpisode before = child.Episodes[i - 1];
                return !episode.StartsCare && !before.EndsCare && before.Until == episode.From ? before : null;
            }
        }

        return null;
    }

    /// <summary>The earliest episode that is reached by going back as long as each step is allowed.</summary>
    /// <param name="child">The child.</param>
    /// <param name="episode">Where to start.</param>
    /// <param name="goOn">Whether to go back beyond an episode.</param>
    public static FactEpisode Back(FactChild child, FactEpisode episode, Func<FactEpisode, bool> goOn)
    {
        FactEpisode first = episode;
        while (goOn(first) && Before(child, first) is FactEpisode before)
        {
            first = before;
        }

        return first;
    }
}
