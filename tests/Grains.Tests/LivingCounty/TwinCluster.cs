using KentSufficiency.Grains;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>Silos in this process, with a store in memory that outlives them and can be told to fail.</summary>
internal sealed class TwinCluster : IAsyncDisposable
{
    public const string Twin = "kent";

    private readonly InProcessTestCluster _cluster;

    private TwinCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public ICountyGrain County => Grains.GetGrain<ICountyGrain>(CountyKeys.County(Twin));

    public IGrainFactory Grains => _cluster.Client;

    public static async Task<TwinCluster> StartAsync(FaultyStore store, short silos = 1, TimeProvider? time = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<ICountyCompiler, SmallCounty>();
            if (time is not null)
            {
                silo.Services.AddKeyedSingleton(StorageNames.County, time);
            }

            silo.Services.AddLivingCounty();
            silo.Services.AddKeyedSingleton<IGrainStorage>(StorageNames.County, store);
        });
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new TwinCluster(cluster);
    }

    public async Task<CountyStatus> AdvanceAsync(int day)
    {
        CountyStatus status = await County.GetStatus();
        status = await County.Advance(status.Date.AddDays(day - status.Marker));
        while (status.IsAdvancing)
        {
            status = await County.GetStatus();
        }

        return status;
    }

    /// <summary>The event log until the present day.</summary>
    public async Task<List<EventRecord>> EventsAsync()
    {
        CountyStatus status = await County.GetStatus();
        var events = new List<EventRecord>();
        for (DateOnly date = status.Date.AddDays(-1 - status.Marker); date <= status.Date; date = date.AddDays(1))
        {
            events.AddRange((await County.GetDay(date))!.Events);
        }

        return events;
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
