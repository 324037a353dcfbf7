using KentSufficiency.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace KentSufficiency.Silo.Storage;

/// <summary>Puts the stores of <see cref="StorageNames"/> on a database.</summary>
public static class KentStorage
{
    /// <summary>
    /// Adds both stores. The database must have been migrated before the silo starts. A store's serializer is the
    /// <see cref="IGrainStorageSerializer"/> registered with the store's name as key, before or after; without one, the county is
    /// JSON and experiments are in Orleans' binary form. A grain must not change its state while a write is under way: it is
    /// serialized on another thread.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">The database; the caller disposes it after the silo.</param>
    /// <param name="wrap">Stands between a store and those who measure it: faults in tests. Gets store and name.</param>
    public static ISiloBuilder AddKentStorage(this ISiloBuilder silo, StorageDatabase database, Func<IGrainStorage, string, IGrainStorage>? wrap = null)
    {
        return silo.AddStore(StorageNames.County, database, wrap).AddStore(StorageNames.Experiments, database, wrap);
    }

    private static ISiloBuilder AddStore(
        this ISiloBuilder silo, string store, StorageDatabase database, Func<IGrainStorage, string, IGrainStorage>? wrap)
    {
        silo.Services.AddOptions<AdoNetGrainStorageOptions>(store).Configure<IServiceProvider>((options, services) =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Source;
            options.DeleteStateOnClear = false; // There is no query for it on SQLite, and the kept version guards against late writers.
            options.GrainStorageSerializer = services.GetKeyedService<IGrainStorageSerializer>(store) ?? Usual(store, services);
        });
        silo.Services.AddTransient<IPostConfigureOptions<AdoNetGrainStorageOptions>, DefaultAdoNetGrainStorageOptionsHashPickerConfigurator>();
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddGrainStorage(store, (services, name) =>
        {
            IGrainStorage inner = AdoNetGrainStorageFactory.Create(services, name);
            return new KentGrainStorage(wrap?.Invoke(inner, name) ?? inner, name, services.GetRequiredService<TimeProvider>());
        });
        return silo;
    }

    private static IGrainStorageSerializer Usual(string store, IServiceProvider services) => store == StorageNames.County
        ? new JsonStateSerializer()
        : ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);
}
