using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// The future that a back-cast lives: the county as it stood, and of what came only what is given. Arrivals of unaccompanied children are given as
/// the counts of the years to 31 March; after the last of them the last year's go on.
/// </summary>
public static class PastFuture
{
    /// <summary>A scenario of the care side from a day on.</summary>
    /// <param name="library">Reads scenarios.</param>
    /// <param name="start">The first day.</param>
    /// <param name="arrivals">Arrivals in each of the years that follow it, one after the other; may be empty.</param>
    public static Scenario From(ScenarioLibrary library, DateOnly start, IReadOnlyList<double> arrivals)
    {
        string date = Text(start);
        var text = new StringBuilder($"name: back-cast\ntitle: Kent from {date}\nsource: data/assumptions\nstart: {date}\ncovers: care\n");
        text.Append(arrivals.Count == 0 ? "" : "levers:\n");
        for (int year = 0; year < arrivals.Count; year++)
        {
            string value = arrivals[year].ToString("0.###", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"  - lever: uasc/arrivals-a-year\n    set: {value}\n    from: {Text(MonthEnd(start, year).AddDays(1))}\n");
            text.Append(year == arrivals.Count - 1 ? "" : $"    to: {Text(MonthEnd(start, year + 1))}\n");
        }

        string written = text.ToString();
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
        return library.Load([new ScenarioSource(new InputFile("back-cast.yaml", hash), written)]);
    }

    /// <summary>The counted arrivals of the years after a day, as far as they go without a gap.</summary>
    /// <param name="evidence">What is read of them: all of it where they are given, what was known where not.</param>
    /// <param name="start">The day.</param>
    public static IReadOnlyList<double> Arrivals(EvidenceLibrary evidence, DateOnly start)
    {
        var arrivals = new List<double>();
        while (evidence.At(CountyOnDay.Arrivals, "Kent", MonthEnd(start, arrivals.Count + 1)).FirstOrDefault(value => value.Value is not null) is { } counted)
        {
            arrivals.Add(counted.Value!.Value);
        }

        return arrivals;
    }

    /// <summary>The end of the month some years after the end of a month.</summary>
    public static DateOnly MonthEnd(DateOnly start, int years) =>
        new(start.Year + years, start.Month, DateTime.DaysInMonth(start.Year + years, start.Month));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
