namespace KentSufficiency.EndToEndTests;

/// <summary>The clone the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds KentSufficiency.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path as people write it: from the root, with forward slashes.</summary>
    public static string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KentSufficiency.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No KentSufficiency.sln above {AppContext.BaseDirectory}.");
    }
}
