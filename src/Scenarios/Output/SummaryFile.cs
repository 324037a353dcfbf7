using CsvHelper;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>summary.csv</c>: every measure of every scenario at the horizon, beside the baseline, which is the first scenario. Low and high
/// bound the 95% uncertainty interval. In a strategy's row <c>replications</c> counts the pairs behind the difference and
/// <c>simulation_error</c> is that of the mean difference; in the baseline's row, where differences are empty, both are those of the value.
/// </summary>
internal static class SummaryFile
{
    public const string Name = "summary.csv";

    public const string Header = "scenario,measure,geography,date,replications,"
        + "baseline_mean,baseline_low,baseline_high,value_mean,value_low,value_high,"
        + "difference_mean,difference_low,difference_high,simulation_error";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, IReadOnlyList<HorizonRow> rows, DateOnly horizon)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (HorizonRow row in rows)
        {
            Summary told = row.Difference ?? row.Value;
            csv.WriteField(row.Scenario);
            csv.WriteField(row.Measure.Id);
            csv.WriteField(row.Measure.Geography);
            csv.WriteField(horizon);
            csv.WriteField(told.Count);
            csv.WriteNumbers(row.Baseline.Mean, row.Baseline.Low, row.Baseline.High);
            csv.WriteNumbers(row.Value.Mean, row.Value.Low, row.Value.High);
            csv.WriteNumbers(row.Difference?.Mean ?? double.NaN, row.Difference?.Low ?? double.NaN, row.Difference?.High ?? double.NaN);
            csv.WriteNumbers(told.SimulationError);
            csv.EndRecord();
        }
    }
}
