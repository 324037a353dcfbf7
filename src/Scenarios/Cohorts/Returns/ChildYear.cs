using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>One child in one collection year.</summary>
internal sealed class ChildYear
{
    private const int FirstYear = 2000;

    /// <summary>Looks at a child's year.</summary>
    /// <param name="child">The child.</param>
    /// <param name="year">The year.</param>
    /// <param name="all">All episodes of the child, of whatever year.</param>
    public ChildYear(CohortChild child, in ReturnYear year, IReadOnlyList<CodedEpisode> all)
    {
        Child = child;
        Year = year;
        ReturnYear of = year;
        Episodes = [.. all.Where(episode => episode.IsIn(of))];
        IsWholeYear = Episodes.Count > 0 && !Episodes.Any(BreaksYear);
    }

    /// <summary>The child.</summary>
    public CohortChild Child { get; }

    /// <summary>The year.</summary>
    public ReturnYear Year { get; }

    /// <summary>The episodes of the return.</summary>
    public IReadOnlyList<CodedEpisode> Episodes { get; }

    /// <summary>Whether looked after from the first to the last day of the year.</summary>
    public bool IsWholeYear { get; }

    /// <summary>The last day of the latest episode as far as the year tells; its end where the child is looked after then.</summary>
    public DateOnly LastDay => Episodes[^1] is { Until: DateOnly until } && until <= Year.End ? until : Year.End;

    /// <summary>The day of a birthday.</summary>
    public DateOnly Birthday(int age) => Child.Born.AddYears(age);

    /// <summary>One of the draws of the year.</summary>
    public RandomBlock Luck(int block) => Child.Draws.Cohort(CohortDraws.YearBlock + ((Year.Year - FirstYear) * CohortDraws.BlocksOfAYear) + block);

    private bool BreaksYear(CodedEpisode episode) =>
        (episode.NewReason == "S" && episode.From > Year.Start && episode.From <= Year.End)
        || (episode.EndsCare && episode.Until >= Year.Start && episode.Until < Year.End);
}
