using CsvHelper;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Output;

/// <summary>What an answer was screened for.</summary>
/// <param name="Scenario">The scenario asked about.</param>
/// <param name="ComparedWith">The scenario that is taken from it; null where the answer is a value of its own.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Horizon">The date.</param>
/// <param name="Trajectories">Trajectories.</param>
/// <param name="Replications">Replications of each point.</param>
public sealed record ScreeningSubject(string Scenario, string? ComparedWith, MeasureDefinition Measure, DateOnly Horizon, int Trajectories, int Replications);

/// <summary>
/// <c>sensitivity.csv</c>: the assumptions that were screened, the one that an answer depends on most first. <c>mu_star</c> and what follows it up to
/// <c>dice</c> are in the unit of the measure, for a move of the assumption from <c>low</c> to <c>high</c>; <c>at_low</c> and <c>at_high</c> are what it
/// changes of <c>answer</c> there alone, and empty for those without a bar in the tornado.
/// </summary>
public static class SensitivityFile
{
    /// <summary>The name in the folder for the results.</summary>
    public const string Name = "sensitivity.csv";

    internal const string Header = "rank,assumption,scenario,compared_with,measure,geography,date,unit,trajectories,replications,"
        + "mu_star,mu_star_low,mu_star_high,mu,sigma,dice,low,value,high,answer,at_low,at_high";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, ScreeningSubject subject, ScreeningResult result)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach ((int index, ScreenedAssumption row) in result.Assumptions.Index())
        {
            Assumption assumption = row.Assumption;
            csv.WriteField(index + 1);
            csv.WriteField(assumption.Id);
            csv.WriteField(subject.Scenario);
            csv.WriteField(subject.ComparedWith ?? "");
            csv.WriteField(subject.Measure.Id);
            csv.WriteField(subject.Measure.Geography);
            csv.WriteField(subject.Horizon);
            csv.WriteField(subject.Measure.Unit);
            csv.WriteField(subject.Trajectories);
            csv.WriteField(subject.Replications);
            csv.WriteNumbers(
                row.Effect.MuStar, row.Effect.MuStarLow, row.Effect.MuStarHigh, row.Effect.Mu, row.Effect.Sigma, row.Effect.Dice,
                assumption.Low ?? double.NaN, assumption.Value, assumption.High ?? double.NaN,
                result.Answer, row.Bar?.AtLow ?? double.NaN, row.Bar?.AtHigh ?? double.NaN);
            csv.EndRecord();
        }
    }
}
