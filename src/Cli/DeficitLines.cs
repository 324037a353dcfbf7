using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Cli;

/// <summary>The largest likely deficits of school places in the baseline, a line each, in the order of school years.</summary>
internal sealed class DeficitLines(ScenarioResults baseline)
{
    private const int Most = 6;

    /// <summary>Writes the lines.</summary>
    public void Write(TextWriter output)
    {
        var districts = KentDistricts.Load(DataFolder.Locate()).All.Select(district => district.Name).ToHashSet(StringComparer.Ordinal);
        Deficit[] likely = [.. DeficitCalendar.Local(DeficitCalendar.Of(baseline), districts).Where(deficit => deficit.IsLikely)];
        if (likely.Length == 0)
        {
            output.WriteLine("School places: no deficit is likely in any planning area.");
            return;
        }

        HashSet<Deficit> largest = [.. likely.OrderByDescending(deficit => deficit.Mean).Take(Most)];
        string all = likely.Length > Most ? $"the {Most} largest of {likely.Length:#,0} likely deficits" : "the likely deficits";
        output.WriteLine($"School places that run short, {all}:");
        foreach (Deficit deficit in likely.Where(largest.Contains))
        {
            output.WriteLine(
                $"  {deficit.YearGroupTitle}, {deficit.Geography}: {deficit.SchoolYear}, {deficit.Mean:#,0} places (95% {deficit.Low:#,0} to {deficit.High:#,0})");
        }
    }
}
