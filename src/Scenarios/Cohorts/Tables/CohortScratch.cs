using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// The scratch folder beside a cohort's, on the same file system so that folders can be renamed from one into the other. It is locked until
/// disposed of, and then gone.
/// </summary>
internal sealed class CohortScratch : IDisposable
{
    private readonly string _root;
    private readonly string _place;
    private readonly FileStream _lock;

    private CohortScratch(string root, string place, FileStream held)
    {
        _root = root;
        _place = place;
        _lock = held;
        New = NewOf(place);
        Old = OldOf(place);
    }

    /// <summary>The cohort that is being written.</summary>
    public string New { get; }

    /// <summary>The cohort that is being replaced, while it is.</summary>
    public string Old { get; }

    /// <summary>Where <see cref="New"/> of a cohort's folder is.</summary>
    public static string NewOf(string place) => Path.Combine(RootOf(place), "new");

    /// <summary>Where <see cref="Old"/> of a cohort's folder is.</summary>
    public static string OldOf(string place) => Path.Combine(RootOf(place), "old");

    /// <summary>Makes and locks the scratch folder.</summary>
    /// <param name="place">The cohort's folder, its full path.</param>
    /// <param name="shown">The same as it was given.</param>
    /// <exception cref="OutputException">Another run has it.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static CohortScratch Take(string place, string shown)
    {
        string root = RootOf(place);
        Directory.CreateDirectory(root);
        return new CohortScratch(root, place, Lock(Path.Combine(root, "lock"), shown));
    }

    /// <summary>Brings back a cohort that was taken away and not replaced, and removes all else that was begun.</summary>
    public void Recover()
    {
        if (Directory.Exists(Old) && !Directory.Exists(_place))
        {
            Directory.Move(Old, _place);
        }

        Remove(Old);
        Remove(New);
    }

    /// <summary>Empties the folder while it is still locked, unlocks and removes it.</summary>
    public void Dispose()
    {
        Quietly(Recover);
        _lock.Dispose();
        Quietly(() => Directory.Delete(_root));
    }

    private static string RootOf(string place) => Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.kent-cohort");

    private static FileStream Lock(string path, string shown)
    {
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            if (File.Exists(path))
            {
                return held;
            }

            // The one before removed the file after we had opened it: what we hold, nobody else would see.
            held.Dispose();
            throw new OutputException(shown, "has just been written by another run: try again");
        }
        catch (IOException problem) when (File.Exists(path))
        {
            throw new OutputException(shown, "is being written by another run: wait for it, or choose another with --out", problem);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What cannot be removed goes with the next run; or it is the next run's already.</summary>
    private static void Quietly(Action removal)
    {
        try
        {
            removal();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Said above.
        }
    }
}
