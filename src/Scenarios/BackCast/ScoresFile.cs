using CsvHelper;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// <c>scores.csv</c>: a row for each forecast by origin, measure, geography, date and forecaster (the model first), and after them a row for each
/// observation that was not scored, whose forecaster is empty and whose last field says why. Numbers are written as in all files; a field without a
/// meaning is empty. The columns are explained in <c>docs/scores.md</c>.
/// </summary>
public static class ScoresFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = "scores.csv";

    /// <summary>The columns in their order.</summary>
    public const string Header = "origin,measure,geography,date,horizon_years,forecaster,values,median,p025,p10,p25,p75,p90,p975,"
        + "observed,rounded_to,error,absolute_percentage_error,covered_50,covered_80,covered_95,crps,interval_score_80,pit,place,not_scored";

    private const int ScoreColumns = 9;

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="board">What is written.</param>
    public static void Write(Stream stream, ScoreBoard board)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (ScoreRow row in board.Rows)
        {
            WriteKey(csv, row.Origin, row.Observation, row.Forecaster);
            csv.WriteField(row.Score.Values);
            WriteScore(csv, row.Score, row.Observation.RoundedTo);
            csv.WriteField(row.Observation.Place);
            csv.WriteField("");
            csv.EndRecord();
        }

        foreach (NotScored other in board.Unscored)
        {
            WriteKey(csv, other.Origin, other.Observation, "");
            csv.WriteNumbers([.. Enumerable.Repeat(double.NaN, 1 + EnsembleScore.Probabilities.Count)]);
            csv.WriteNumbers(other.Observation.Value ?? double.NaN, other.Observation.RoundedTo);
            csv.WriteNumbers([.. Enumerable.Repeat(double.NaN, ScoreColumns - 1)]);
            csv.WriteField(other.Observation.Place);
            csv.WriteField(other.Reason);
            csv.EndRecord();
        }
    }

    private static void WriteKey(CsvWriter csv, DateOnly origin, Observation observation, string forecaster)
    {
        csv.WriteField(origin);
        csv.WriteField(observation.Measure.Id);
        csv.WriteField(observation.Measure.Geography);
        csv.WriteField(observation.Date);
        csv.WriteNumbers(Math.Round(KnownPast.Years(origin, observation.Date), 2));
        csv.WriteField(forecaster);
    }

    private static void WriteScore(CsvWriter csv, EnsembleScore score, double roundedTo)
    {
        IReadOnlyList<double> q = score.Quantiles;
        csv.WriteNumbers(score.Median, q[0], q[1], q[2], q[4], q[5], q[6]);
        csv.WriteNumbers(score.Observed, roundedTo, score.Error, score.AbsolutePercentageError);
        csv.WriteNumbers(score.Covered50 ? 1 : 0, score.Covered80 ? 1 : 0, score.Covered95 ? 1 : 0);
        csv.WriteNumbers(score.Crps, score.Interval80, score.Pit);
    }
}
