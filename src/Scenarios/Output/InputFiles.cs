using System.Security.Cryptography;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Output;

/// <summary>The files a run rests on, for its manifest.</summary>
public static class InputFiles
{
    /// <summary>Every file under a folder with its hash, in ordinal order of name; none where there is no such folder.</summary>
    /// <param name="directory">Where the folder is.</param>
    /// <param name="shown">What the folder is called in the manifest, such as <c>data</c>.</param>
    public static IReadOnlyList<InputFile> Under(string directory, string shown)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: $"{shown}/{Path.GetRelativePath(directory, path).Replace('\\', '/')}"))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new InputFile(file.Name, HashOf(file.Path)))];
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
