using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>How long periods of care last, and placements with the same carers.</summary>
internal sealed class CareDurations
{
    /// <summary>A curve is told as long as so many are at risk: beyond, one child would move it.</summary>
    public const int FewestAtRisk = 10;

    private readonly CareFacts _facts;
    private readonly UnaccompaniedWeights _weights;
    private readonly List<(string Band, SeenDuration Seen)> _periods = [];
    private readonly List<(string Band, SeenDuration Seen)> _placements = [];

    /// <summary>Looks at all periods and placements of which some day lies in the time told.</summary>
    public CareDurations(CareFacts facts, UnaccompaniedWeights weights)
    {
        _facts = facts;
        _weights = weights;
        foreach (FactChild child in facts.Children)
        {
            foreach (FactEpisode episode in child.Episodes)
            {
                Look(child, episode);
            }
        }
    }

    /// <summary>Periods of care whose beginning is not told.</summary>
    public int UnknownPeriods { get; private set; }

    /// <summary>Placements whose beginning is not told.</summary>
    public int UnknownPlacements { get; private set; }

    /// <summary>How many durations a curve rests on.</summary>
    public int CountOf(string id, string? band) => Of(id).Count(one => band is null || one.Band == band);

    /// <summary>A curve.</summary>
    /// <param name="id">One of <see cref="NumberIds.Periods"/> and <see cref="NumberIds.Placements"/>.</param>
    /// <param name="band">Band of age at its beginning; null for all.</param>
    public IReadOnlyList<SurvivalStep> Curve(string id, string? band) =>
    [
        .. KaplanMeier.Of(Of(id).Where(one => band is null || one.Band == band).Select(one => one.Seen)).TakeWhile(step => step.AtRisk >= FewestAtRisk),
    ];

    private List<(string Band, SeenDuration Seen)> Of(string id) => id == NumberIds.Periods ? _periods : _placements;

    private void Look(FactChild child, FactEpisode episode)
    {
        FactEpisode? next = Next(child, episode);
        if (next is null)
        {
            (DateOnly began, bool exact) = CarePeriods.CareStart(child, episode);
            UnknownPeriods += exact ? 0 : 1;
            Add(_periods, child, began, exact, episode.Until);
        }

        if (next is null or { NewCarers: true })
        {
            (DateOnly began, bool exact) = CarePeriods.PlacementStart(child, episode);
            UnknownPlacements += exact ? 0 : 1;
            Add(_placements, child, began, exact, episode.Until);
        }
    }

    private void Add(List<(string Band, SeenDuration Seen)> to, FactChild child, DateOnly began, bool exact, DateOnly? ended)
    {
        if (!exact)
        {
            return;
        }

        bool over = ended <= _facts.Last;
        int entered = began >= _facts.First ? -1 : _facts.First.DayNumber - began.DayNumber;
        DateOnly until = over ? ended!.Value : _facts.Last;
        to.Add((CareWords.Band(child.AgeOn(began)), new SeenDuration(entered, until.DayNumber - began.DayNumber, over, _weights.Of(child.Unaccompanied))));
    }

    private static FactEpisode? Next(FactChild child, FactEpisode episode)
    {
        for (int i = 0; i + 1 < child.Episodes.Count; i++)
        {
            if (ReferenceEquals(child.Episodes[i], episode))
            {
                FactEpisode next = child.Episodes[i + 1];
                return !next.StartsCare && !episode.EndsCare && next.From == episode.Until ? next : null;
            }
        }

        return null;
    }
}
