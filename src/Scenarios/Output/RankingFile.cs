using CsvHelper;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>ranking.csv</c>: the strategies by their mean paired difference of one measure of Kent at the horizon, best first, and the baseline
/// last, without a rank. Low and high bound the 95% uncertainty interval that holds for all strategies at once
/// (<see cref="SimultaneousIntervals"/>); <c>simulation_error</c> is that of the mean; <c>best_share</c> adds to 1 over all rows.
/// </summary>
internal static class RankingFile
{
    public const string Name = "ranking.csv";

    public const string Header = "rank,scenario,measure,geography,better,date,replications,"
        + "difference_mean,difference_low,difference_high,simulation_error,best_share";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, Ranking ranking, DateOnly horizon)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (RankedScenario row in ranking.Scenarios)
        {
            csv.WriteNumbers(row.Rank ?? double.NaN);
            csv.WriteField(row.Scenario);
            csv.WriteField(ranking.Measure.Id);
            csv.WriteField(ranking.Measure.Geography);
            csv.WriteField(ranking.Better == Better.Higher ? "higher" : "lower");
            csv.WriteField(horizon);
            csv.WriteField(ranking.Replications);
            csv.WriteNumbers(row.Difference?.Mean ?? double.NaN, row.Low, row.High, row.Difference?.SimulationError ?? double.NaN, row.BestShare);
            csv.EndRecord();
        }
    }
}
