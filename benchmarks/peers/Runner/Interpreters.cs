namespace KentSufficiency.Peers.Runner;

/// <summary>Finds what peers need: the first python3 on the path that has a package, and Rscript.</summary>
internal static class Interpreters
{
    /// <summary>A program and the words that name it in the table.</summary>
    public sealed record Found(string Program, string Name);

    public static Found? Python(string package, string called)
    {
        string ask = $"import sys, {package}; print(sys.version.split()[0], {package}.__version__)";
        foreach (string python in OnPath("python3"))
        {
            if (Ask(python, "-c", ask) is [string line, ..] && line.Split(' ') is [string version, string ofPackage])
            {
                return new Found(python, $"{called} {ofPackage} on Python {version}");
            }
        }

        return null;
    }

    public static Found? R()
    {
        foreach (string script in OnPath("Rscript"))
        {
            if (Ask(script, "-e", "cat(R.version$major, '.', R.version$minor, '\\n', sep = '')") is [string version, ..])
            {
                return new Found(script, $"R {version}");
            }
        }

        return null;
    }

    private static string[] Ask(string program, params string[] arguments)
    {
        try
        {
            return PeerProgram.Lines(program, arguments);
        }
        catch (InvalidOperationException)
        {
            return []; // Without the package.
        }
    }

    private static IEnumerable<string> OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")])
        .Where(File.Exists);
}
