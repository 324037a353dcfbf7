using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.BackCast;

/// <summary>Markdown tables, and numbers in them.</summary>
internal static class Words
{
    public const string None = "not printed";

    public static void Table(string title, string[] head, IEnumerable<string[]> rows)
    {
        Console.WriteLine($"\n**{title}**\n");
        Console.WriteLine($"| {string.Join(" | ", head)} |");
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", head.Length))}");
        foreach (string[] row in rows)
        {
            Console.WriteLine($"| {string.Join(" | ", row)} |");
        }
    }

    /// <summary>Median and the 90% range.</summary>
    public static string Range(SeriesPoint point, string format) =>
        $"{point.P50.ToString(format)} ({point.P05.ToString(format)} to {point.P95.ToString(format)})";

    /// <summary>A paired difference with its 95% uncertainty interval.</summary>
    public static string Difference(Estimate difference) =>
        $"{difference.Mean:+#,0;-#,0;0} ({difference.Low:+#,0;-#,0;0} to {difference.High:+#,0;-#,0;0})";

    public static string Of(double? value, string format) => value is double there ? there.ToString(format) : None;

    public static string SchoolYear(int september) => $"{september}-{(september + 1) % 100:00}";

    public static SeriesPoint On(this SavedRun run, string scenario, string measure, DateOnly date, string geography = SavedRun.Kent) =>
        run.Series(scenario, measure, geography).Single(point => point.Date == date);

    /// <summary>The medians of the districts.</summary>
    public static double[] Medians(this SavedRun run, string scenario, string measure, DateOnly date, IReadOnlyList<string> districts) =>
        [.. districts.Select(district => run.On(scenario, measure, date, district).P50)];

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
