using System.Net;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KentSufficiency.Silo;

/// <summary>The parts of a host that concern this process: its life, its log, and what must be ready before the silo starts.</summary>
internal static class HostParts
{
    /// <summary>The host ends when its owner says so, and gives grains time to leave.</summary>
    public static void AddLifetime(this IHostApplicationBuilder builder, SiloSettings settings)
    {
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.DrainTimeout);
    }

    /// <summary>Warnings and errors, without secrets.</summary>
    public static void AddQuietLog(this IHostApplicationBuilder builder, SiloSettings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A host that cannot start throws the reason to its owner, who tells it once.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Advises server garbage collection at every start; kernels do not allocate, so it would only take memory.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        // Reports at start that a machine whose cores all compute is busy.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Logging.AddProvider(new QuietLog(settings.Log, settings.PostgreSql?.Secrets ?? []));
    }

    /// <summary>Registered before Orleans, so that it runs before: free ports, and tables of the right version.</summary>
    public static void AddReadiness(this IHostApplicationBuilder builder, SiloSettings settings, StorageDatabase database)
    {
        // By a factory: what the container makes it also disposes.
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton(settings);
        builder.Services.AddHostedService<Readiness>();
    }

    private sealed class Readiness(SiloSettings settings, StorageDatabase database) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Ports.Require(settings.SiloEndpoint, "silos");
            Ports.Require(new IPEndPoint(settings.SiloEndpoint.Address, settings.GatewayEndpoint.Port), "clients");
            if (settings.HttpPort is int port)
            {
                Ports.Require(new IPEndPoint(IPAddress.Loopback, port), "health and dashboard");
            }

            if (database.IsShared)
            {
                await StorageMigration.VerifyAsync(database, cancellationToken);
                return;
            }

            await StorageMigration.ApplyAsync(database, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
