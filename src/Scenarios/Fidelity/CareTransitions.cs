using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>What happens to children in care, for each year that they spend in it.</summary>
internal sealed class CareTransitions
{
    private const double DaysAYear = 365.25;

    private static readonly int[] s_birthdays = [1, 5, 10, 16];

    private readonly CareFacts _facts;
    private readonly UnaccompaniedWeights _weights;

    /// <summary>Counts.</summary>
    public CareTransitions(CareFacts facts, UnaccompaniedWeights weights)
    {
        _facts = facts;
        _weights = weights;
        int bands = CareBreakdowns.Bands.Count;
        Years = new double[bands];
        Starts = new double[bands];
        Ends = new double[bands];
        Placements = new double[bands];
        LegalChanges = new double[bands];
        Matrix = new double[CareBreakdowns.Groups.Count + 1, CareBreakdowns.Groups.Count + 1];
        foreach (FactChild child in facts.Children)
        {
            Count(child);
        }
    }

    /// <summary>The groups of placement of the matrix; the last is any other.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. CareBreakdowns.Groups, "other"];

    /// <summary>Child-years in care by band of age.</summary>
    public double[] Years { get; }

    /// <summary>Starts of care by band of age.</summary>
    public double[] Starts { get; }

    /// <summary>Ends of care by band of age.</summary>
    public double[] Ends { get; }

    /// <summary>Changes of placement by band of age.</summary>
    public double[] Placements { get; }

    /// <summary>Changes of legal status by band of age.</summary>
    public double[] LegalChanges { get; }

    /// <summary>Changes of placement from a group (row) to a group (column).</summary>
    public double[,] Matrix { get; }

    /// <summary>Events counted, whatever their weight.</summary>
    public int Events { get; private set; }

    private void Count(FactChild child)
    {
        double weight = _weights.Of(child.Unaccompanied);
        foreach (FactEpisode episode in child.Episodes)
        {
            Stay(child, episode, weight);
        }

        foreach (CareFact start in _facts.Starts(child, _facts.First))
        {
            Add(Starts, start, weight);
        }

        foreach (CareFact end in _facts.Ends(child, _facts.First))
        {
            Add(Ends, end, weight);
        }

        foreach (CareFact move in _facts.Moves(child, _facts.First))
        {
            Add(Placements, move, weight);
            Matrix[GroupOf(move.Before!), GroupOf(move.Episode)] += weight;
        }

        foreach (FactEpisode episode in child.Episodes.Where(one => one.ChangesLegal && one.From >= _facts.First && one.From <= _facts.Last))
        {
            Add(LegalChanges, new CareFact(child, episode, null, episode.From), weight);
        }
    }

    private void Stay(FactChild child, FactEpisode episode, double weight)
    {
        DateOnly from = episode.From < _facts.First ? _facts.First : episode.From;
        DateOnly beyond = _facts.Last.AddDays(1);
        DateOnly until = episode.Until is DateOnly ended && ended < beyond ? ended : beyond;
        for (int band = 0; band <= s_birthdays.Length && from < until; band++)
        {
            DateOnly birthday = band < s_birthdays.Length ? child.Born.AddYears(s_birthdays[band]) : until;
            DateOnly part = birthday < until ? birthday : until;
            if (part > from)
            {
                Years[band] += weight * (part.DayNumber - from.DayNumber) / DaysAYear;
                from = part;
            }
        }
    }

    private void Add(double[] by, CareFact fact, double weight)
    {
        by[BandOf(fact.Child.AgeOn(fact.Day))] += weight;
        Events++;
    }

    private static int BandOf(int age) => Array.FindIndex(s_birthdays, birthday => age < birthday) is >= 0 and int band ? band : s_birthdays.Length;

    private static int GroupOf(FactEpisode episode)
    {
        string group = CareWords.PlacementGroup(episode.Place);
        for (int i = 0; i < Groups.Count; i++)
        {
            if (Groups[i] == group)
            {
                return i;
            }
        }

        return Groups.Count - 1;
    }
}
