using KentSufficiency.Grains;
using KentSufficiency.Grains.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;

namespace KentSufficiency.Silos;

/// <summary>Orleans' storage in memory in the place of the county's database. The silo starts its stores, which this one does not need.</summary>
internal sealed class MemoryStore(IGrainStorage inner) : IGrainStorage, ILifecycleParticipant<ISiloLifecycle>
{
    private const string Name = "memory";

    public static void PutInto(ISiloBuilder silo)
    {
        silo.AddMemoryGrainStorage(Name);
        silo.Services.PostConfigure<MemoryGrainStorageOptions>(Name, options => options.GrainStorageSerializer = new CountyStateSerializer());
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            StorageNames.County, (services, _) => new MemoryStore(services.GetRequiredKeyedService<IGrainStorage>(Name)));
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.WriteStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public void Participate(ISiloLifecycle lifecycle)
    {
    }
}
