using System.Collections.Concurrent;
using Orleans.Storage;

namespace KentSufficiency.GrainsTests.Experiments;

/// <summary>A database in memory that the silos of a test share and that outlives them. Detects conflicts as databases do.</summary>
internal sealed class SharedStorage
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (byte[] Bytes, long Version)> _rows = [];
    private long _version;

    /// <summary>Called with the grain before each write; may throw.</summary>
    public Action<GrainId>? BeforeWrite { get; set; }

    /// <summary>How often each batch was written.</summary>
    public ConcurrentDictionary<string, int> BatchWrites { get; } = [];

    /// <summary>The batches that are stored.</summary>
    public IReadOnlyList<string> Batches
    {
        get
        {
            lock (_turn)
            {
                return [.. _rows.Keys.Where(key => key.StartsWith("batch|", StringComparison.Ordinal))];
            }
        }
    }

    /// <summary>Puts a row there as another activation would.</summary>
    public void Insert(string state, GrainId grain, byte[] bytes)
    {
        lock (_turn)
        {
            _rows[Key(state, grain)] = (bytes, ++_version);
        }
    }

    public IGrainStorage Open(IGrainStorageSerializer serializer) => new Store(this, serializer);

    private static string Key(string state, GrainId grain) => $"{state}|{grain}";

    private sealed class Store(SharedStorage shared, IGrainStorageSerializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            lock (shared._turn)
            {
                bool exists = shared._rows.TryGetValue(Key(stateName, grainId), out (byte[] Bytes, long Version) row);
                grainState.RecordExists = exists;
                grainState.ETag = exists ? $"{row.Version}" : null;
                grainState.State = exists ? serializer.Deserialize<T>(new BinaryData(row.Bytes))! : Activator.CreateInstance<T>();
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            shared.BeforeWrite?.Invoke(grainId);
            lock (shared._turn)
            {
                CheckVersion(stateName, grainId, grainState.ETag);
                shared._rows[Key(stateName, grainId)] = (serializer.Serialize(grainState.State).ToArray(), ++shared._version);
                (grainState.ETag, grainState.RecordExists) = ($"{shared._version}", true);
            }

            if (stateName == "batch")
            {
                shared.BatchWrites.AddOrUpdate(grainId.ToString(), 1, (_, count) => count + 1);
            }

            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            lock (shared._turn)
            {
                CheckVersion(stateName, grainId, grainState.ETag);
                shared._rows.Remove(Key(stateName, grainId));
                (grainState.ETag, grainState.RecordExists, grainState.State) = (null, false, Activator.CreateInstance<T>());
            }

            return Task.CompletedTask;
        }

        private void CheckVersion(string stateName, GrainId grainId, string? known)
        {
            string? stored = shared._rows.TryGetValue(Key(stateName, grainId), out (byte[] Bytes, long Version) row) ? $"{row.Version}" : null;
            if (stored != known)
            {
                throw new InconsistentStateException($"{grainId} was written by somebody else.", stored, known);
            }
        }
    }
}
