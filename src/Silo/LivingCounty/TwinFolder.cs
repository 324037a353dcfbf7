using System.Text.Json;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>Where a running twin is found.</summary>
/// <param name="ProcessId">The process that serves it.</param>
/// <param name="Name">The county's name in the store.</param>
/// <param name="GatewayPort">The port for clients, on loopback.</param>
/// <param name="Dashboard">The address of the dashboard; null where there is none.</param>
/// <param name="Store">What keeps the state, for people; no secret.</param>
public sealed record TwinRecord(int ProcessId, string Name, int GatewayPort, string? Dashboard, string Store);

/// <summary>
/// The data folder of a twin. One process serves it at a time and holds a lock as long as it lives, however it ends; so a record that a
/// killed process left behind is known to be stale.
/// </summary>
/// <param name="path">The folder; the user's where null.</param>
public sealed class TwinFolder(string? path = null)
{
    private static readonly JsonSerializerOptions s_layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The full path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path ?? StateFolder.Usual);

    /// <summary>Whether this is the folder that is used where none is named.</summary>
    public bool IsUsual => Path == System.IO.Path.GetFullPath(StateFolder.Usual);

    /// <summary>What the serving process has to say.</summary>
    public string LogFile => In("twin.log");

    /// <summary>The SQLite file, where that is the store.</summary>
    public string DatabaseFile => StateFolder.File(Path);

    /// <summary>Whether a process serves the folder now: it runs, starts or stops.</summary>
    /// <exception cref="TwinException">The folder cannot be read.</exception>
    public bool IsServed
    {
        get
        {
            try
            {
                using var probe = new FileStream(In("twin.lock"), FileMode.Open, FileAccess.Read, FileShare.Read);
                return false;
            }
            catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                return false;
            }
            catch (IOException)
            {
                return true;
            }
            catch (UnauthorizedAccessException problem)
            {
                throw Unusable(problem);
            }
        }
    }

    /// <summary>Where the twin is found; null where none runs, or it is not ready.</summary>
    public TwinRecord? Find()
    {
        if (!IsServed)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TwinRecord>(File.ReadAllText(In("twin.json")), s_layout);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes the folder for this process; it is held until the stream is disposed of or the process ends.</summary>
    /// <exception cref="TwinException">Another process has it, or it cannot be written.</exception>
    internal async Task<IDisposable> LockAsync(TimeProvider time, CancellationToken cancellation)
    {
        // Whoever looks whether the folder is served holds the lock for a moment.
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path);
                return new FileStream(In("twin.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(Path) && attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellation);
            }
            catch (IOException problem) when (Directory.Exists(Path))
            {
                throw new TwinException($"Another process serves the twin in {Path}.", cause: problem);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw Unusable(problem);
            }
        }
    }

    /// <summary>Tells where the twin is found; the file is there as a whole or not at all.</summary>
    internal void Tell(TwinRecord record)
    {
        string partial = In("twin.json.partial");
        File.WriteAllText(partial, JsonSerializer.Serialize(record, s_layout) + "\n");
        File.Move(partial, In("twin.json"), overwrite: true);
    }

    /// <summary>Takes away what an earlier process told.</summary>
    internal void Forget() => File.Delete(In("twin.json"));

    private TwinException Unusable(Exception cause) => new($"The data folder {Path} cannot be used: {cause.Message}", cause: cause);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
