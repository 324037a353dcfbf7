using KentSufficiency.Scenarios.BackCast;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// The folder a run writes its files to. Opening it takes away what an earlier run left, its manifest first; each file is written
/// under a temporary name and renamed when it is whole; and the manifest is written last. So a folder with a manifest is complete, whatever
/// happened and whenever. One run at a time: the folder is locked until this is disposed of.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    /// <summary>The name of the file that tells a complete folder.</summary>
    public const string ManifestName = "manifest.json";

    private const string TemporaryEnding = ".partial";

    /// <summary>The files of a screening, which lie beside those of a run and are removed with them.</summary>
    private static readonly string[] s_ofScreening = [SensitivityManifest.Name, SensitivityFile.Name];

    /// <summary>Every file a run can write, in the order in which they are removed; and those of <see cref="EpisodesFile"/>.</summary>
    private static readonly string[] s_names =
    [
        ManifestName, "report.html", RankingFile.Name, DeficitsFile.Name, SummaryFile.Name, SeriesFile.Name, ScoresFile.Name, "events.jsonl",
        Calibration.PosteriorFile.Name, Calibration.CalibrationReport.EstimatesName, Calibration.CalibrationReport.FitName, .. s_ofScreening,
    ];

    private readonly FileStream _lock;

    private OutputFolder(string path, FileStream held, string scratch)
    {
        Path = path;
        _lock = held;
        ScratchDirectory = scratch;
    }

    /// <summary>The folder as it was given.</summary>
    public string Path { get; }

    /// <summary>A folder inside it for what a run needs only while it lasts; removed at the end.</summary>
    public string ScratchDirectory { get; }

    /// <summary>Creates the folder where needed, locks it and removes the files of an earlier run.</summary>
    /// <exception cref="OutputException">The folder cannot be written, or another run is writing to it.</exception>
    public static OutputFolder Open(string path) => Open(path, () =>
    {
        string[] episodes = [.. Directory.EnumerateFiles(path, EpisodesFile.Pattern).Select(file => System.IO.Path.GetFileName(file))];
        return s_names.Concat(episodes.Where(EpisodesFile.IsName));
    });

    /// <summary>The same for a screening, which leaves the files of a run where they are and removes those of an earlier screening.</summary>
    /// <exception cref="OutputException">The folder cannot be written, or a run is writing to it.</exception>
    public static OutputFolder OpenForScreening(string path) => Open(path, () => s_ofScreening);

    private static OutputFolder Open(string path, Func<IEnumerable<string>> removed)
    {
        string scratch = System.IO.Path.Combine(path, ".kent-scratch");
        FileStream? held = null;
        try
        {
            Directory.CreateDirectory(scratch);
            held = Lock(path, System.IO.Path.Combine(scratch, "lock"));
            foreach (string name in removed())
            {
                File.Delete(System.IO.Path.Combine(path, name));
                File.Delete(System.IO.Path.Combine(path, name + TemporaryEnding));
            }

            return new OutputFolder(path, held, scratch);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            held?.Dispose();
            throw new OutputException(path, "cannot be written: choose another with --out", problem);
        }
    }

    /// <summary>Writes one file, which takes its name only when it is whole.</summary>
    /// <param name="name">One of the names a run writes.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(string name, Action<Stream> write)
    {
        if (!s_names.Contains(name) && !EpisodesFile.IsName(name))
        {
            throw new ArgumentException($"'{name}' is not a file that opening the folder would remove.", nameof(name));
        }

        string temporary = System.IO.Path.Combine(Path, name + TemporaryEnding);
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, System.IO.Path.Combine(Path, name), overwrite: true);
    }

    /// <summary>Removes the scratch folder and unlocks.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        try
        {
            Directory.Delete(ScratchDirectory, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The results are there; what is left of the scratch folder goes with the next run.
        }
    }

    private static FileStream Lock(string folder, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem) when (File.Exists(path))
        {
            throw new OutputException(folder, "is being written by another run: wait for it, or choose another with --out", problem);
        }
    }
}
