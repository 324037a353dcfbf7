using CsvHelper;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>series.csv</c>: the distribution over the replications of every measure on every date on which it is recorded, a row each, by scenario, then measure, then
/// date. <c>replications</c> counts those with something to measure.
/// </summary>
internal static class SeriesFile
{
    public const string Name = "series.csv";

    public const string Header = "scenario,measure,geography,date,replications,mean,sd,p05,p25,p50,p75,p95";

    /// <summary>Writes the file, holding the statistics of one scenario at a time.</summary>
    public static void Write(Stream stream, IReadOnlyList<ScenarioResults> scenarios, int threads)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (ScenarioResults scenario in scenarios)
        {
            SeriesStatistics statistics = SeriesStatistics.Of(scenario, threads);
            for (int measure = 0; measure < scenario.Measures.Count; measure++)
            {
                foreach (int date in scenario.Layout.DatesOf(measure))
                {
                    WriteRow(csv, scenario.Name, scenario.Measures[measure], scenario.Dates[date], statistics[date, measure]);
                }
            }
        }
    }

    private static void WriteRow(CsvWriter csv, string scenario, MeasureDefinition measure, DateOnly date, Summary s)
    {
        csv.WriteField(scenario);
        csv.WriteField(measure.Id);
        csv.WriteField(measure.Geography);
        csv.WriteField(date);
        csv.WriteField(s.Count);
        csv.WriteNumbers(s.Mean, s.Sd, s.P05, s.P25, s.P50, s.P75, s.P95);
        csv.EndRecord();
    }
}
