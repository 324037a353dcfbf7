namespace KentSufficiency.Benchmarks.Running;

/// <summary>The clone that the benchmarks were built from.</summary>
internal static class Clone
{
    /// <summary>Its root.</summary>
    /// <exception cref="InvalidDataException">The program was moved out of its clone.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KentSufficiency.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidDataException("there is no KentSufficiency.sln above the program: run it by ./kent bench.");
    }
}
