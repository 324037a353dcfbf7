using KentSufficiency.Scenarios.Baseline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>What a living county needs of a silo.</summary>
public static class CountyServices
{
    /// <summary>Adds all that the grains of a living county need but the storage named <see cref="StorageNames.County"/>, whose records it says how to write.</summary>
    public static IServiceCollection AddLivingCounty(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton(StorageNames.County, TimeProvider.System); // By name: Orleans has a clock of its own.
        services.TryAddSingleton<ICountyCompiler>(_ => new CountyCompiler(EngineCompiler.OfProgram));
        services.TryAddSingleton<CountyModels>();
        services.TryAddKeyedSingleton<IGrainStorageSerializer, CountyStateSerializer>(StorageNames.County);
        return services;
    }
}
