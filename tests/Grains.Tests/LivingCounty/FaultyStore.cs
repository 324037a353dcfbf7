using System.Collections.Concurrent;
using KentSufficiency.Grains.LivingCounty;
using Orleans.Storage;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>A store in memory that keeps bytes, as a database would, outlives silos, and fails when a test says so.</summary>
internal sealed class FaultyStore : IGrainStorage
{
    private readonly CountyStateSerializer _serializer = new();
    private readonly ConcurrentDictionary<(string Name, GrainId Grain), (byte[] Bytes, string Tag)> _records = new();
    private long _writes;

    /// <summary>Asked before each write with its number, counted from 1: fails it before it is stored by throwing.</summary>
    public Action<long>? BeforeWrite { get; set; }

    /// <summary>Asked after each write has been stored: fails it although it is stored.</summary>
    public Action<long>? AfterWrite { get; set; }

    public long Writes => _writes;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _records.TryGetValue((stateName, grainId), out (byte[] Bytes, string Tag) record);
        if (grainState.RecordExists)
        {
            try
            {
                grainState.State = _serializer.Deserialize<T>(new BinaryData(record.Bytes))!;
            }
            catch (System.Text.Json.JsonException problem)
            {
                throw new InvalidDataException($"{stateName} of {grainId} cannot be read.", problem);
            }

            grainState.ETag = record.Tag;
        }
        else
        {
            grainState.State = Activator.CreateInstance<T>();
            grainState.ETag = null!;
        }

        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        long number = Interlocked.Increment(ref _writes);
        BeforeWrite?.Invoke(number);
        byte[] bytes = _serializer.Serialize(grainState.State).ToArray();
        (string, GrainId) key = (stateName, grainId);
        string tag = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        bool stored = grainState.ETag is null
            ? _records.TryAdd(key, (bytes, tag))
            : _records.TryGetValue(key, out (byte[] Bytes, string Tag) before) && before.Tag == grainState.ETag && _records.TryUpdate(key, (bytes, tag), before);
        if (!stored)
        {
            throw new InconsistentStateException($"{stateName} of {grainId} was written by somebody else.");
        }

        AfterWrite?.Invoke(number);
        grainState.ETag = tag;
        grainState.RecordExists = true;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

    /// <summary>Writes other bytes over the records of a grain.</summary>
    public void Damage(Func<GrainId, bool> which, Func<byte[], byte[]> change)
    {
        foreach ((string Name, GrainId Grain) key in _records.Keys.Where(key => which(key.Grain)))
        {
            _records[key] = (change(_records[key].Bytes), _records[key].Tag);
        }
    }
}
