namespace KentSufficiency.Peers.Runner;

/// <summary>Lines of code: those that are neither blank nor a comment.</summary>
internal static class CodeLines
{
    public static int In(IEnumerable<string> files) => files.Sum(file => File.ReadLines(file).Count(IsCode));

    private static bool IsCode(string line)
    {
        string words = line.Trim();
        string[] comments = ["//", "# ", "\"\"\""];
        return words.Length > 0 && !comments.Any(mark => words.StartsWith(mark, StringComparison.Ordinal));
    }
}
