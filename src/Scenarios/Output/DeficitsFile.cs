using CsvHelper;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>deficits.csv</c>, where a run has schools: the school places that each planning area or group is short of, by scenario, then date, the largest first.
/// Low and high bound the 95% uncertainty interval; <c>chance</c> is the share of the replications in which any place is short. What is short
/// in none has no row.
/// </summary>
internal static class DeficitsFile
{
    public const string Name = "deficits.csv";

    public const string Header = "scenario,school_year,date,year_group,geography,replications,mean,low,p50,high,chance";

    /// <summary>Writes the file.</summary>
    public static void Write(Stream stream, IEnumerable<Deficit> deficits)
    {
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (Deficit deficit in deficits)
        {
            csv.WriteField(deficit.Scenario);
            csv.WriteField(deficit.SchoolYear);
            csv.WriteField(deficit.Date);
            csv.WriteField(deficit.YearGroup);
            csv.WriteField(deficit.Geography);
            csv.WriteField(deficit.Replications);
            csv.WriteNumbers(deficit.Mean, deficit.Low, deficit.Median, deficit.High, deficit.Chance);
            csv.EndRecord();
        }
    }
}
