using KentSufficiency.Grains;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace KentSufficiency.SiloTests.Storage;

/// <summary>The stores as a silo has them, without the silo.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OpenStore(ServiceProvider services) => _services = services;

    public IGrainStorage County => _services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);

    public IGrainStorage Experiments => _services.GetRequiredKeyedService<IGrainStorage>(StorageNames.Experiments);

    /// <summary>Migrates the database and opens both stores on it.</summary>
    public static async Task<OpenStore> OnAsync(StorageDatabase database, string service = "test")
    {
        await StorageMigration.ApplyAsync(database);
        var silo = new BareSilo();
        silo.Services.AddLogging();
        silo.Services.AddSerializer();
        silo.Services.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (service, service));
        silo.AddKentStorage(database);
        var opened = new OpenStore(silo.Services.BuildServiceProvider());
        var lifecycle = new SiloLifecycleSubject(NullLogger<SiloLifecycleSubject>.Instance);
        foreach (ILifecycleParticipant<ISiloLifecycle> participant in opened._services.GetServices<ILifecycleParticipant<ISiloLifecycle>>())
        {
            participant.Participate(lifecycle);
        }

        await lifecycle.OnStart(CancellationToken.None);
        return opened;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class BareSilo : ISiloBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}

/// <summary>A state record for tests.</summary>
[GenerateSerializer, Alias("Silo.Tests.Note")]
public sealed class Note
{
    [Id(0)]
    public long Day { get; set; }

    [Id(1)]
    public string Text { get; set; } = "";
}

internal static class StoreExtensions
{
    public static readonly Func<string, GrainId> Child = key => GrainId.Create("child", key);

    /// <summary>Reads a record into a new state.</summary>
    public static async Task<GrainState<Note>> ReadAsync(this IGrainStorage store, string key)
    {
        var state = new GrainState<Note>(new Note());
        await store.ReadStateAsync("note", Child(key), state);
        return state;
    }

    /// <summary>Reads a record and writes it with another text.</summary>
    public static async Task<GrainState<Note>> WriteAsync(this IGrainStorage store, string key, string text)
    {
        GrainState<Note> state = await store.ReadAsync(key);
        state.State = new Note { Day = state.State!.Day + 1, Text = text };
        await store.WriteStateAsync("note", Child(key), state);
        return state;
    }
}
