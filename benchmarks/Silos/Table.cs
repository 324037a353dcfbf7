namespace KentSufficiency.Silos;

/// <summary>Results as a Markdown table.</summary>
internal static class Table
{
    public static void Begin(string title, params string[] columns)
    {
        Console.WriteLine($"\n{title}\n");
        Row(columns);
        Row([.. columns.Select((_, index) => index == 0 ? "---" : "---:")]);
    }

    public static void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The median of ratios that were each taken side by side, and their spread.</summary>
    public static string Share(IEnumerable<double> ratios)
    {
        double[] all = [.. ratios];
        return $"{100 * Median(all):0.0}% ({100 * all.Min():0}-{100 * all.Max():0})";
    }

    public static string Whole(double value) => $"{value:#,0}";

    /// <summary>A line for who watches; not part of the results.</summary>
    public static void Tell(string line) => Console.Error.WriteLine(line);
}
