namespace KentSufficiency.Scenarios.Evidence;

/// <summary>Where the data files are.</summary>
public static class DataFolder
{
    /// <summary>
    /// The folder <c>data</c> beside the program. No other place is searched: a program reads the data it was built with,
    /// whatever the current directory.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Locate()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "data");
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"No data beside the program: {folder} is missing. Build again.");
    }
}
