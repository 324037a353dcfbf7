using KentSufficiency.Scenarios.Baseline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;

namespace KentSufficiency.Grains.Experiments;

/// <summary>What experiments need of a silo.</summary>
public static class ExperimentServices
{
    /// <summary>
    /// Adds all that the grains of experiments need but the storage named <see cref="StorageNames.Experiments"/>, whose records it says how to
    /// write. What was registered before stays.
    /// </summary>
    /// <param name="services">The services of a silo.</param>
    /// <param name="cores">How many kernels run at a time on it, at least 1.</param>
    public static IServiceCollection AddExperiments(this IServiceCollection services, int cores)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => ModelIdentity.OfProgram());
        services.TryAddSingleton<IExperimentCompiler>(_ => new ExperimentCompiler(EngineCompiler.OfProgram));
        services.TryAddSingleton(provider => new KernelSlots(cores, provider.GetRequiredService<IExperimentCompiler>()));
        services.TryAddKeyedSingleton<IGrainStorageSerializer, ExperimentStorageSerializer>(StorageNames.Experiments);
        return services;
    }
}
