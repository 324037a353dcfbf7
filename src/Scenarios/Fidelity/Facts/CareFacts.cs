namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>Which happenings, or which children, a table counts.</summary>
internal enum Counted
{
    /// <summary>Children looked after on the last day.</summary>
    Stock,

    /// <summary>Children who started to be looked after in the last year: the first time of each.</summary>
    Started,

    /// <summary>Children who ceased to be looked after in the last year: the last time of each.</summary>
    Ceased,

    /// <summary>Changes of placement in the last year.</summary>
    Moves,
}

/// <summary>A child in an episode on a day: what tables count.</summary>
/// <param name="Child">The child.</param>
/// <param name="Episode">The episode that goes on, began or ended; of a move, the one that it led to.</param>
/// <param name="Before">Of a move, the episode that it left.</param>
/// <param name="Day">The day.</param>
internal readonly record struct CareFact(FactChild Child, FactEpisode Episode, FactEpisode? Before, DateOnly Day);

/// <summary>What a cohort tells of children looked after between two days, from whatever files it was read.</summary>
internal sealed class CareFacts
{
    /// <summary>The folder, as it was given.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of files it was read from, in a phrase.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether a manifest beside them says that the children are synthetic.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The first day that is told.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day that is told.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The children.</summary>
    public required IReadOnlyList<FactChild> Children { get; init; }

    /// <summary>Brothers and sisters; null where the files do not tell them.</summary>
    public SiblingFacts? Siblings { get; init; }

    /// <summary>Whether a whole year is told, so that starts and ends of a year can be counted.</summary>
    public bool HasYear => First <= YearFirst;

    /// <summary>The first day of the last year.</summary>
    public DateOnly YearFirst => Last.AddDays(1).AddYears(-1);

    /// <summary>What a table counts.</summary>
    public IEnumerable<CareFact> Of(Counted counted) => counted switch
    {
        Counted.Stock => OnDay(Last),
        Counted.Started => Children.SelectMany(child => Starts(child, YearFirst).Take(1)),
        Counted.Ceased => Children.SelectMany(child => Ends(child, YearFirst).TakeLast(1)),
        _ => Children.SelectMany(child => Moves(child, YearFirst)),
    };

    /// <summary>Children looked after at the end of a day.</summary>
    public IEnumerable<CareFact> OnDay(DateOnly day) => Children.SelectMany(child =>
        child.Episodes.Where(episode => episode.IsOn(day)).TakeLast(1).Select(episode => new CareFact(child, episode, null, day)));

    /// <summary>Starts of care from a day on.</summary>
    public IEnumerable<CareFact> Starts(FactChild child, DateOnly from) => child.Episodes
        .Where(episode => episode.StartsCare && episode.From >= from && episode.From <= Last)
        .Select(episode => new CareFact(child, episode, null, episode.From));

    /// <summary>Ends of care from a day on.</summary>
    public IEnumerable<CareFact> Ends(FactChild child, DateOnly from) => child.Episodes
        .Where(episode => episode.EndsCare && episode.Until >= from && episode.Until <= Last)
        .Select(episode => new CareFact(child, episode, null, episode.Until!.Value));

    /// <summary>Changes of placement from a day on.</summary>
    public IEnumerable<CareFact> Moves(FactChild child, DateOnly from)
    {
        for (int i = 1; i < child.Episodes.Count; i++)
        {
            FactEpisode episode = child.Episodes[i];
            if (episode.StartsPlacement && !episode.StartsCare && episode.From >= from && episode.From <= Last)
            {
                yield return new CareFact(child, episode, child.Episodes[i - 1], episode.From);
            }
        }
    }
}
