using KentSufficiency.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;

namespace KentSufficiency.Silo;

/// <summary>The composition root of a silo.</summary>
public static class KentSilo
{
    /// <summary>Builds a host that serves the grains; nothing runs until it is started.</summary>
    public static WebApplication Build(SiloSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(settings.SiloEndpoint.Port, settings.GatewayEndpoint.Port, serviceId: "kent", clusterId: settings.Cluster)
            .AddMemoryGrainStorage(StorageNames.County)
            .AddMemoryGrainStorage(StorageNames.Experiments));
        return builder.Build();
    }
}
