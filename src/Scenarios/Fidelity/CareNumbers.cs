using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>A number of a cohort.</summary>
/// <param name="Value">The number.</param>
/// <param name="Spread">How far chance alone may move it, a 95% half-width in its unit.</param>
/// <param name="Count">Children, or happenings, that it rests on.</param>
internal readonly record struct CareNumber(double Value, double Spread, int Count);

/// <summary>Numbers of a cohort by the ids of <see cref="NumberIds"/>.</summary>
internal sealed class CareNumbers(CareFacts facts, UnaccompaniedWeights weights)
{
    private const int YearsOfStability = 2;
    private const int MonthsInCare = 30;
    private const int Sixteen = 16;

    /// <summary>More unknown beginnings than this share, and a number is not told.</summary>
    private const double MostUnknown = 0.1;

    private readonly CareTransitions _transitions = new(facts, weights);

    /// <summary>A number; null where the files do not tell it.</summary>
    public CareNumber? Of(string id) => id switch
    {
        NumberIds.TwelveMonths => TwelveMonths(),
        NumberIds.SamePlacement => SamePlacement(),
        NumberIds.AdoptionDays => AdoptionDays(),
        NumberIds.Starts => Rate(_transitions.Starts, null),
        NumberIds.Ends => Rate(_transitions.Ends, null),
        NumberIds.Moves => Rate(_transitions.Placements, null),
        _ when id.StartsWith($"{NumberIds.Ends}/", StringComparison.Ordinal) => Rate(_transitions.Ends, id[(NumberIds.Ends.Length + 1)..]),
        _ => null,
    };

    private CareNumber? TwelveMonths()
    {
        if (!facts.HasYear)
        {
            return null;
        }

        return Share(facts.Of(Counted.Stock), fact => CarePeriods.CareStart(fact.Child, fact.Episode).Day <= facts.YearFirst);
    }

    private CareNumber? SamePlacement()
    {
        DateOnly careBy = facts.Last.AddMonths(-MonthsInCare);
        DateOnly placedBy = facts.Last.AddYears(-YearsOfStability);
        CareFact[] young = [.. facts.Of(Counted.Stock).Where(fact => fact.Child.AgeOn(fact.Day) < Sixteen)];
        int unknown = young.Count(fact => CarePeriods.CareStart(fact.Child, fact.Episode) is { Exact: false } start && start.Day > careBy);
        CareFact[] longIn = [.. young.Where(fact => CarePeriods.CareStart(fact.Child, fact.Episode).Day <= careBy)];
        return unknown > MostUnknown * longIn.Length ? null : Share(longIn, fact => IsStable(fact, placedBy));
    }

    /// <summary>Whether the placement has lasted since a day; one for adoption together with the one before it.</summary>
    private static bool IsStable(CareFact fact, DateOnly since)
    {
        if (CarePeriods.PlacementStart(fact.Child, fact.Episode).Day <= since)
        {
            return true;
        }

        FactEpisode first = CarePeriods.Back(fact.Child, fact.Episode, later => !later.NewCarers);
        return CareWords.PlacementGroup(fact.Episode.Place) == "adoption" && CarePeriods.Before(fact.Child, first) is FactEpisode before
            && CarePeriods.PlacementStart(fact.Child, before).Day <= since;
    }

    private CareNumber? AdoptionDays()
    {
        CareFact[] adopted = facts.HasYear ? [.. facts.Of(Counted.Ceased).Where(fact => fact.Episode.End is "E11" or "E12")] : [];
        double[] days = [.. adopted.Where(fact => CarePeriods.CareStart(fact.Child, fact.Episode).Exact).Select(MovedIn)];
        return days.Length < 2 || adopted.Length - days.Length > MostUnknown * adopted.Length ? null : new CareNumber(days.Average(), Sampling.OfMean(days), days.Length);
    }

    private static double MovedIn(CareFact adopted)
    {
        FactEpisode moved = CarePeriods.Back(
            adopted.Child,
            adopted.Episode,
            later => CarePeriods.Before(adopted.Child, later) is FactEpisode before && CareWords.PlacementGroup(before.Place) == "adoption");
        return moved.From.DayNumber - CarePeriods.CareStart(adopted.Child, adopted.Episode).Day.DayNumber;
    }

    private CareNumber? Share(IEnumerable<CareFact> among, Func<CareFact, bool> has)
    {
        double all = 0;
        double those = 0;
        int[] counts = new int[2];
        foreach (CareFact fact in among)
        {
            double weight = weights.Of(fact.Child.Unaccompanied);
            all += weight;
            those += has(fact) ? weight : 0;
            counts[fact.Child.Unaccompanied ? 1 : 0]++;
        }

        double share = those / all;
        return all > 0 ? new CareNumber(share, Sampling.OfShare(share, weights.EffectiveCount(counts[1], counts[0])), counts.Sum()) : null;
    }

    private CareNumber? Rate(double[] events, string? band)
    {
        int[] bands = [.. CareBreakdowns.Bands.Index().Where(one => band is null || one.Item == band).Select(one => one.Index)];
        double years = bands.Sum(one => _transitions.Years[one]);
        double count = bands.Sum(one => events[one]);
        return !facts.HasYear || years <= 0 ? null : new CareNumber(count / years, count / years * Sampling.OfCount(count), (int)Math.Round(count));
    }
}
