using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.Silo.Experiments;

/// <summary>The files of one experiment in the data folder, locked until this is disposed of.</summary>
public sealed class ExperimentPlace : IDisposable
{
    internal const string NoteEnding = ".json";
    internal const string LockEnding = ".lock";
    internal const string CancelEnding = ".cancel";

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly FileStream _lock;
    private ExperimentNote? _note;

    internal ExperimentPlace(string folder, string name, TimeProvider time)
    {
        (_folder, Name, _time) = (folder, name, time);
        _lock = new FileStream(In(LockEnding), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _note = ExperimentNote.Read(In(NoteEnding));
    }

    /// <summary>The experiment's name in the folder: its id and a number.</summary>
    public string Name { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => In(".db");

    /// <summary>Whether somebody has asked that the experiment be cancelled.</summary>
    public bool IsToBeCancelled => File.Exists(In(CancelEnding));

    /// <summary>The note; written when it is set.</summary>
    public ExperimentNote? Note
    {
        get => _note;
        set
        {
            _note = value! with { Written = _time.GetUtcNow() };
            _note.Write(In(NoteEnding));
        }
    }

    /// <summary>Removes all files but the lock, which goes when this is disposed of.</summary>
    public void Delete()
    {
        foreach (string ending in (string[])[NoteEnding, CancelEnding, ".db-wal", ".db-shm", ".db"])
        {
            File.Delete(In(ending));
        }

        _note = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_note is null)
        {
            File.Delete(In(LockEnding));
        }

        _lock.Dispose();
    }

    /// <summary>The note of an experiment that begins or goes on.</summary>
    internal static ExperimentNote NoteOf(ExperimentSpec spec, int replications, ExperimentNote? before) => new()
    {
        Id = spec.Id,
        Stage = NoteStage.Unfinished,
        Scenarios = [.. spec.Scenarios.Select(scenario => scenario.Name)],
        Years = spec.Years,
        Seed = spec.Seed,
        Replications = replications,
        Stored = before?.Stored ?? 0,
        Written = default,
    };

    private string In(string ending) => Path.Combine(_folder, Name + ending);
}
