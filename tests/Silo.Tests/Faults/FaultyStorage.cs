using Orleans.Storage;

namespace KentSufficiency.SiloTests.Faults;

/// <summary>A store whose writes fail when a plan says so: before they are done, or after, when only the answer is lost.</summary>
/// <param name="inner">The real store.</param>
/// <param name="plan">Asked before each write.</param>
internal sealed class FaultyStorage(IGrainStorage inner, Func<Fault> plan) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Fault fault = plan();
        if (fault == Fault.Before)
        {
            throw new IOException("The write was not done.");
        }

        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (fault == Fault.After)
        {
            throw new IOException("The write was done, the answer is lost.");
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ClearStateAsync(stateName, grainId, grainState);

    public void Participate(ISiloLifecycle lifecycle) => (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(lifecycle);
}

internal enum Fault
{
    None,
    Before,
    After,
}
