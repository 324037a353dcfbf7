using System.Net;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace KentSufficiency.Silo;

/// <summary>
/// A connection to the grains of silos in other processes. It follows silos that come and go; a call to a silo that dies fails, and
/// the next finds another. Thread-safe; dispose it to disconnect.
/// </summary>
public sealed class KentClient : IAsyncDisposable
{
    private readonly IHost _host;

    private KentClient(IHost host) => _host = host;

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Connects.</summary>
    /// <param name="settings">To whom.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HostingException">No silo answers within the settings' patience, or the database cannot be used.</exception>
    public static async Task<KentClient> ConnectAsync(ClientSettings settings, CancellationToken cancellation = default)
    {
        StorageDatabase? database = settings.PostgreSql is PostgreSqlConnection connection ? StorageDatabase.PostgreSql(connection) : null;
        IHost? host = null;
        try
        {
            if (database is not null)
            {
                await StorageMigration.VerifyAsync(database, cancellation);
            }

            host = Build(settings, database);
            await StartAsync(host, settings, cancellation);
            return new KentClient(host);
        }
        catch
        {
            host?.Dispose();
            database?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task StartAsync(IHost host, ClientSettings settings, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            string place = settings.Gateway is IPEndPoint gateway ? $"at {gateway}" : $"of cluster '{settings.Cluster}'";
            throw new HostingException(
                $"No silo {place} answered within {settings.Patience.TotalSeconds:0} s. Start one with 'kent silo --cluster {settings.Cluster}'.", problem);
        }
    }

    private static IHost Build(ClientSettings settings, StorageDatabase? database)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(new QuietLog(settings.Log, settings.PostgreSql?.Secrets ?? []));
        // Orleans warns about each try to connect; whoever waits is told once, by the exception.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        if (database is not null)
        {
            builder.Services.AddSingleton(_ => database);
        }

        builder.UseOrleansClient(client => AddGateways(client, settings, database).UseConnectionRetryFilter(
            new Persistence(settings.Patience, TimeProvider.System).TryAgainAsync));
        IHost host = builder.Build();
        _ = host.Services.GetService<StorageDatabase>(); // Asked for once, so that the container disposes it.
        return host;
    }

    private static IClientBuilder AddGateways(IClientBuilder client, ClientSettings settings, StorageDatabase? database)
    {
        client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.Cluster, settings.Cluster));
        // A silo that joins takes part of the work within seconds, not after the usual minute.
        client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        return (settings.Gateway, database) switch
        {
            (IPEndPoint gateway, null) => client.UseStaticClustering(gateway),
            (null, StorageDatabase shared) => client.UseAdoNetClustering(options =>
            {
                options.Invariant = shared.Invariant;
                options.DataSource = shared.Source;
            }),
            _ => throw new HostingException("A client needs the place of a silo or the PostgreSQL database of a cluster, not both."),
        };
    }

    /// <summary>Tries again until patience ends.</summary>
    private sealed class Persistence(TimeSpan patience, TimeProvider time)
    {
        private readonly long _start = time.GetTimestamp();

        public async Task<bool> TryAgainAsync(Exception problem, CancellationToken cancellation)
        {
            if (time.GetElapsedTime(_start) > patience)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellation);
            return true;
        }
    }
}
