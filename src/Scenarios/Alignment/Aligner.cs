using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>The mean of a measure of Kent in a pilot of a scenario.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="years">Years from its start to the end of the pilot.</param>
/// <param name="replications">Replications, from 0, with the run's own seed.</param>
/// <param name="measure">The measure's id.</param>
/// <param name="date">The date; a month end of the pilot.</param>
public delegate double PilotMean(Scenario scenario, int years, int replications, string measure, DateOnly date);

/// <summary>
/// Finds the shifts with which a baseline meets totals: one for each total, in the order of the dates, so that a later one never disturbs an earlier.
/// </summary>
/// <param name="library">Reads scenarios.</param>
/// <param name="assumptions">The assumptions.</param>
/// <param name="pilot">Simulates.</param>
/// <param name="tell">Told of each total before it is met.</param>
public sealed class Aligner(ScenarioLibrary library, AssumptionCatalogue assumptions, PilotMean pilot, Action<string> tell)
{
    /// <summary>The most that odds or arrivals are multiplied or divided by: a total that takes more is not met but refused.</summary>
    public const double MostTimes = 20;

    /// <summary>Replications with which a shift is searched for.</summary>
    public const int FewReplications = 50;

    /// <summary>The most replications for the last step of a search.</summary>
    public const int ManyReplications = 200;

    private const int LeadInMonths = 12;

    /// <summary>Aligns a baseline.</summary>
    /// <param name="baseline">The baseline; not a validation scenario, and not one of schools alone.</param>
    /// <param name="file">The totals.</param>
    /// <param name="years">Years of the run.</param>
    /// <param name="replications">Replications of the run.</param>
    /// <exception cref="AlignmentException">A total lies on a date that the run does not measure, or cannot be met.</exception>
    public AlignedBaseline Align(Scenario baseline, AlignmentFile file, int years, int replications)
    {
        CheckDates(baseline, file, years);
        var text = new AlignedText(baseline, file, assumptions);
        List<(AlignmentTarget Target, double Factor)> met = [];
        foreach (AlignmentTarget target in file.Targets)
        {
            tell($"Aligning {target.Measure.Id} to {target.Value:#,0.####} on {target.Date:d MMMM yyyy}.");
            met.Add((target, Meet(baseline, file, text, met, target, replications)));
        }

        return new AlignedBaseline(file, text.Write(met, ofCare: false), met);
    }

    private double Meet(
        Scenario baseline, AlignmentFile file, AlignedText text, List<(AlignmentTarget, double)> met, AlignmentTarget target, int replications)
    {
        int years = YearsTo(baseline.Start, target.Date);

        // Whoever enters care does so for reasons that have nothing to do with schools: a pilot of care alone says the same for a third of the work.
        double Mean(double shift, int count)
        {
            ScenarioSource source = text.Write([.. met, (target, FactorOf(shift))], ofCare: true);
            return pilot(library.Load([.. baseline.Sources, source]), years, count, target.Measure.Id, target.Date);
        }

        int many = Math.Min(replications, ManyReplications);
        int few = Math.Min(replications, FewReplications);
        double now = Mean(0, few);
        if (!(now > 0))
        {
            throw Refusal(file, target, "nothing of it is measured");
        }

        var search = new ShiftSearch((shift, count) => shift == 0 && count == few ? now : Mean(shift, count), target.Value, Elementary.Log(MostTimes));
        (double? found, double nearest) = search.Find(Guess(target, now), few, many);
        return found is double at ? FactorOf(at) : throw Refusal(
            file,
            target,
            $"with the {target.Measure.Of} {(nearest < target.Value ? "" : "a ")}{(nearest < target.Value ? $"{MostTimes} times" : $"{MostTimes}th of")} what they are it is {nearest:#,0.#} (without an alignment {now:#,0.#})");
    }

    /// <summary>The shift were the total in proportion to what is decided by the chances, as the data have them, or to the number a year.</summary>
    private double Guess(AlignmentTarget target, double now)
    {
        if (!target.Measure.ByOdds)
        {
            return Elementary.Log(target.Value / now);
        }

        double[] chances = [.. target.Measure.In(assumptions).Select(assumption => assumption.Value)];
        double[] weights = [.. chances.Select(_ => 1.0)];
        double total = chances.Sum() * target.Value / now;
        return total < chances.Length ? LogitScaling.Shift(chances, weights, total) : Elementary.Log(MostTimes);
    }

    /// <summary>Six decimals are more than a mean can tell, and what is written in the scenario is what every engine computes with.</summary>
    private static double FactorOf(double shift) => Math.Round(Elementary.Exp(shift), 6);

    private static void CheckDates(Scenario baseline, AlignmentFile file, int years)
    {
        DateOnly[] measured = [.. RunDays.Of(baseline, years, LeadInMonths).Records.Select(baseline.Start.AddDays).Skip(1)];
        foreach (AlignmentTarget target in file.Targets.Where(target => !measured.Contains(target.Date)))
        {
            string why = target.Date <= baseline.Start ? $"it is not after the start of {baseline.Name} ({baseline.Start:yyyy-MM-dd})"
                : target.Date > measured[^1] ? $"it is beyond the horizon of the run ({measured[^1]:yyyy-MM-dd}); --years moves that"
                : $"it is no month end of the run; the nearest is {measured.MinBy(date => Math.Abs(date.DayNumber - target.Date.DayNumber)):yyyy-MM-dd}";
            throw Refusal(file, target, why);
        }
    }

    private static int YearsTo(DateOnly start, DateOnly date)
    {
        int years = 1;
        while (start.AddYears(years) < date)
        {
            years++;
        }

        return years;
    }

    private static AlignmentException Refusal(AlignmentFile file, AlignmentTarget target, string why) =>
        new($"{file.Input.File} line {target.Line}: {target.Measure.Id} cannot be {target.Value:#,0.####} on {target.Date:yyyy-MM-dd}: {why}.");
}
