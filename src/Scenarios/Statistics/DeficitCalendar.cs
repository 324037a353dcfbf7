using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Statistics;

/// <summary>When and where school places are short after the start: one census a school year, the one in January where there is one.</summary>
public static class DeficitCalendar
{
    /// <summary>What the measures' ids begin with.</summary>
    public const string Prefix = "deficit-places/";

    private const int January = 1;

    /// <summary>Whether a run has anything of it.</summary>
    public static bool IsIn(ScenarioResults results) => results.Measures.Any(IsLocal);

    /// <summary>
    /// Every deficit that at least one replication has, in the order of the dates, the largest first. Kent as a whole is left out; districts are
    /// not, since a run may have nothing smaller (see <see cref="Local"/>).
    /// </summary>
    public static IReadOnlyList<Deficit> Of(ScenarioResults results)
    {
        int[] measures = [.. results.Measures.Index().Where(measure => IsLocal(measure.Item)).Select(measure => measure.Index)];
        return [.. Censuses(results).SelectMany(census => measures.Select(measure => Of(results, census, measure)))
            .OfType<Deficit>()
            .OrderBy(deficit => deficit.Date)
            .ThenByDescending(deficit => deficit.Mean)
            .ThenBy(deficit => deficit.YearGroup, StringComparer.Ordinal)
            .ThenBy(deficit => deficit.Geography, StringComparer.Ordinal)];
    }

    /// <summary>Those of planning areas and groups: without those of districts, which hide what their parts lack, unless there is nothing else.</summary>
    public static IReadOnlyList<Deficit> Local(IReadOnlyList<Deficit> deficits, IReadOnlySet<string> districts)
    {
        Deficit[] local = [.. deficits.Where(deficit => !districts.Contains(deficit.Geography))];
        return local.Length > 0 ? local : deficits;
    }

    private static bool IsLocal(MeasureDefinition measure) => measure.Id.StartsWith(Prefix, StringComparison.Ordinal) && measure.Geography != "Kent";

    /// <summary>The dates counted, each with the name of its school year; a date in January, else the last one of the school year.</summary>
    private static IEnumerable<(int Date, string SchoolYear)> Censuses(ScenarioResults results)
    {
        var calendar = new SchoolCalendar(results.Dates[0]);
        return results.Layout.CensusMeasures == 0
            ? ByYear(Enumerable.Range(1, results.Dates.Count - 1))
            : ByYear(results.Layout.CensusDates.ToArray().Skip(1));

        IEnumerable<(int, string)> ByYear(IEnumerable<int> dates) => dates
            .GroupBy(date => calendar.YearOf(results.Dates[date].DayNumber - calendar.Start.DayNumber))
            .Select(year => (year.OrderBy(date => results.Dates[date].Month == January).ThenBy(date => date).Last(), calendar.NameOf(year.Key)));
    }

    private static Deficit? Of(ScenarioResults results, (int Date, string SchoolYear) census, int measure)
    {
        double[] values = results.Read(census.Date, measure);
        Summary summary = Summary.Of(values);
        if (summary.Count == 0 || summary.Mean == 0)
        {
            return null;
        }

        MeasureDefinition definition = results.Measures[measure];
        return new Deficit(
            results.Name,
            census.SchoolYear,
            results.Dates[census.Date],
            definition.Id[Prefix.Length..],
            definition.Geography,
            summary.Count,
            summary.Mean,
            summary.Low,
            summary.P50,
            summary.High,
            values.Count(value => value > 0) / (double)summary.Count);
    }
}
