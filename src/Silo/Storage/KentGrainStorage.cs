using KentSufficiency.Grains;
using Orleans.Storage;

namespace KentSufficiency.Silo.Storage;

/// <summary>Stands before a store: measures how long it takes, and names the grain whose state cannot be read.</summary>
/// <param name="inner">The store.</param>
/// <param name="store">Its name.</param>
/// <param name="time">Measures.</param>
internal sealed class KentGrainStorage(IGrainStorage inner, string store, TimeProvider time) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc/>
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => MeasuredAsync("read", async () =>
    {
        try
        {
            await inner.ReadStateAsync(stateName, grainId, grainState);
        }
        catch (Exception problem) when (IsUnreadable(problem))
        {
            throw new InvalidDataException(
                $"The stored state '{stateName}' of grain {grainId} in store '{store}' cannot be read: {problem.Message}", problem);
        }
    });

    /// <inheritdoc/>
    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        MeasuredAsync("write", () => inner.WriteStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        MeasuredAsync("clear", () => inner.ClearStateAsync(stateName, grainId, grainState));

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle) => (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(lifecycle);

    /// <summary>What serializers say of bytes they did not write, or not like this.</summary>
    private static bool IsUnreadable(Exception problem) => problem is
        System.Text.Json.JsonException or InvalidDataException or FormatException or EndOfStreamException
        or NotSupportedException or Orleans.Serialization.SerializerException;

    private async Task MeasuredAsync(string operation, Func<Task> work)
    {
        long start = time.GetTimestamp();
        bool succeeded = false;
        try
        {
            await work();
            succeeded = true;
        }
        finally
        {
            KentMeters.StorageAnswered(store, operation, time.GetElapsedTime(start), succeeded);
        }
    }
}
