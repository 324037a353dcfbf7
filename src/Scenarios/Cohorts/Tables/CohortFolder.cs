using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// The folder of a cohort, written as a whole: files go to a scratch folder beside it, which takes its place by renaming when all are there. So
/// the folder has a whole cohort or what it had before. A cohort is replaced only by the very same; anything else in the folder is refused
/// when opening. One at a time: the folder is locked until this is disposed of.
/// </summary>
/// <remarks>
/// Replacing takes two renames. Who is killed between them leaves no folder but the old cohort in the scratch folder, from where the next
/// opening brings it back.
/// </remarks>
internal sealed class CohortFolder : IDisposable
{
    private readonly string _place;
    private readonly string _identity;
    private readonly CohortScratch _scratch;
    private bool _complete;

    private CohortFolder(string path, string place, string identity, CohortScratch scratch)
    {
        Path = path;
        _place = place;
        _identity = identity;
        _scratch = scratch;
    }

    /// <summary>The folder as it was given.</summary>
    public string Path { get; }

    /// <summary>Where to write the files of the cohort.</summary>
    public string WritingPath => _scratch.New;

    /// <summary>Locks the folder, takes away what an interrupted run left, and holds what is in the folder to the rule.</summary>
    /// <param name="path">The folder; those above it are made where they are not there.</param>
    /// <param name="identity">A text that two cohorts share only if they are the same.</param>
    /// <exception cref="OutputException">
    /// It holds something that is not this cohort, is a file, cannot be written or replaced, or another run is writing to it.
    /// </exception>
    public static CohortFolder Open(string path, string identity) => Trying(path, () =>
    {
        string place = PlaceOf(path);
        CohortScratch scratch = CohortScratch.Take(place, path);
        try
        {
            scratch.Recover();
            CohortContent.HoldTo(place, identity, path);
            TryReplacing(path, place, scratch);
            Directory.CreateDirectory(scratch.New);
            return new CohortFolder(path, place, identity, scratch);
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    });

    /// <summary>Writes the manifest and puts the folder in place. Whatever writes to the folder must have closed its files.</summary>
    /// <param name="manifest">All but identity and files, which are put in here.</param>
    /// <returns>The manifest as it was written.</returns>
    /// <exception cref="OutputException">It cannot be written, or has come to hold something else; what was there is there still.</exception>
    /// <exception cref="ArgumentException">The request says something twice.</exception>
    public CohortManifest Complete(CohortManifest manifest)
    {
        ObjectDisposedException.ThrowIf(_complete, this);
        if (manifest.Request.DistinctBy(one => one.Key).Count() != manifest.Request.Count)
        {
            throw new ArgumentException("The request of a cohort says something twice.", nameof(manifest));
        }

        return Trying(Path, () =>
        {
            CohortManifest whole = manifest with { Identity = _identity, Files = CohortContent.Settle(WritingPath) };
            FileSink.WriteJson(System.IO.Path.Combine(WritingPath, CohortManifest.Name), whole.Write);
            CohortContent.HoldTo(_place, _identity, Path);
            Replace();
            _complete = true;
            return whole;
        });
    }

    /// <summary>Removes the scratch folder and unlocks. What is not complete is gone.</summary>
    public void Dispose()
    {
        _complete = true;
        _scratch.Dispose();
    }

    /// <summary>The full path; of a link, that of the folder it leads to, so that the link is not replaced by a folder.</summary>
    private static string PlaceOf(string path)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (new DirectoryInfo(full) is { LinkTarget: not null } link)
        {
            full = System.IO.Path.TrimEndingDirectorySeparator(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }

        if (File.Exists(full))
        {
            throw new OutputException(path, "is a file: choose another with --out");
        }

        return System.IO.Path.GetFileName(full).Length > 0
            ? full
            : throw new OutputException(path, "is the root of a disk: choose a folder in it with --out");
    }

    /// <summary>A mount point cannot be renamed: better known before a long run than after it.</summary>
    private static void TryReplacing(string shown, string place, CohortScratch scratch)
    {
        if (!Directory.Exists(place))
        {
            return;
        }

        try
        {
            Directory.Move(place, scratch.Old);
            Directory.Move(scratch.Old, place);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(shown, "cannot be replaced as a whole, as the top of a mounted disk cannot: choose a folder in it with --out", problem);
        }
    }

    private void Replace()
    {
        bool replaces = Directory.Exists(_place);
        if (replaces)
        {
            Directory.Move(_place, _scratch.Old);
        }

        try
        {
            Directory.Move(_scratch.New, _place);
        }
        catch when (replaces)
        {
            Directory.Move(_scratch.Old, _place);
            throw;
        }
    }

    private static T Trying<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new OutputException(path, "cannot be written: choose another with --out", problem);
        }
    }
}
