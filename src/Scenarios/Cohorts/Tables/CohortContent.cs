using System.Security.Cryptography;
using System.Text.Json;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>What is in a folder: whether a cohort may take its place, and which files a cohort has.</summary>
internal static class CohortContent
{
    /// <summary>The longest manifest that is read, bytes; that of a thousand files has a tenth of it.</summary>
    private const long LongestManifest = 4 << 20;

    /// <summary>Refuses a folder that holds anything but the cohort of an identity; one that is empty or not there will do.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="identity">What the cohort to be written there is.</param>
    /// <param name="shown">The folder as it was given.</param>
    /// <exception cref="OutputException">It holds something else.</exception>
    public static void HoldTo(string path, string identity, string shown)
    {
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return;
        }

        var manifest = new FileInfo(Path.Combine(path, CohortManifest.Name));
        if (!manifest.Exists)
        {
            throw new OutputException(shown, "holds files and is no cohort: choose a new or empty one with --out");
        }

        HashSet<string> known = FilesOf(manifest, identity, shown);
        if (Names(path).FirstOrDefault(name => !known.Contains(name)) is string foreign)
        {
            throw new OutputException(shown, $"holds {foreign}, which is not of the cohort and would be lost: move it away, or choose another with --out");
        }
    }

    /// <summary>Every file under a folder with its length and hash, in ordinal order of name. Each is on the disk when this returns.</summary>
    public static IReadOnlyList<CohortFile> Settle(string folder)
    {
        var files = new List<CohortFile>();
        foreach (string name in Names(folder).Order(StringComparer.Ordinal))
        {
            using var stream = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            files.Add(new CohortFile(name, stream.Length, hash));
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }

        return files;
    }

    private static IEnumerable<string> Names(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

    /// <summary>The files that a manifest tells of, and itself.</summary>
    private static HashSet<string> FilesOf(FileInfo manifest, string identity, string shown)
    {
        try
        {
            if (manifest.Length <= LongestManifest)
            {
                using JsonDocument read = JsonDocument.Parse(File.ReadAllBytes(manifest.FullName));
                if (read.RootElement.GetProperty("kind").ValueEquals(CohortManifest.Kind))
                {
                    return read.RootElement.GetProperty("identity").ValueEquals(identity)
                        ? [CohortManifest.Name, .. read.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()!)]
                        : throw new OutputException(shown, "holds another cohort: choose another with --out, or remove it first");
                }
            }
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Said below: it is somebody else's file.
        }

        throw new OutputException(shown, $"holds a {CohortManifest.Name} that is not of a cohort: choose a new or empty one with --out");
    }
}
