namespace KentSufficiency.Scenarios.Report;

/// <summary>The script that draws the charts, where the build could bundle it.</summary>
public static class ChartBundle
{
    /// <summary>What a report without it says.</summary>
    public const string WhyMissing =
        "The charts are missing, because this program was built without Node.js, which bundles them. Their numbers are in the tables.";

    /// <summary>The script beside the program, or null where there is none.</summary>
    public static string? Find()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "report", "charts.js");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
