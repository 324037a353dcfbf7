using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>How a twin is served.</summary>
public sealed record TwinServerSettings
{
    /// <summary>The data folder.</summary>
    public required TwinFolder Folder { get; init; }

    /// <summary>The county's name in the store.</summary>
    public required string Name { get; init; }

    /// <summary>The port of the dashboard, on loopback; null for none.</summary>
    public int? HttpPort { get; init; }

    /// <summary>The database that keeps the state; null for the SQLite file of the folder.</summary>
    public PostgreSqlConnection? PostgreSql { get; init; }

    /// <summary>Where warnings and errors go.</summary>
    public required TextWriter Log { get; init; }

    /// <summary>Measures patience.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>The silo of a twin, on its own, at free ports on loopback. Found by clients in its data folder.</summary>
public sealed class TwinServer : IAsyncDisposable
{
    /// <summary>A day takes far less; one that does not end is cut short, which the next start makes good.</summary>
    private static readonly TimeSpan s_patienceWithDay = TimeSpan.FromSeconds(20);

    private readonly TwinServerSettings _settings;
    private readonly IDisposable _held;
    private readonly IHost _silo;
    private bool _stopped;

    private TwinServer(TwinServerSettings settings, IDisposable held, IHost silo)
    {
        _settings = settings;
        _held = held;
        _silo = silo;
    }

    private ICountyGrain County => _silo.Services.GetRequiredService<IGrainFactory>().GetGrain<ICountyGrain>(CountyKeys.County(_settings.Name));

    /// <summary>Starts to serve; when this completes, clients find the twin.</summary>
    /// <param name="settings">How.</param>
    /// <param name="also">What else the silo is to have.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TwinException">Another process serves the folder, or it cannot be used.</exception>
    /// <exception cref="HostingException">A port is in use, or the database cannot be used.</exception>
    public static async Task<TwinServer> StartAsync(TwinServerSettings settings, Action<ISiloBuilder>? also = null, CancellationToken cancellation = default)
    {
        IDisposable held = await settings.Folder.LockAsync(settings.Time, cancellation);
        try
        {
            settings.Folder.Forget();
            SiloSettings hosting = Hosting(settings);
            IHost silo = await KentSilo.StartAsync(hosting, also, cancellation);
            settings.Folder.Tell(new TwinRecord(
                Environment.ProcessId,
                settings.Name,
                hosting.GatewayEndpoint.Port,
                settings.HttpPort is int port ? $"http://localhost:{port}/dashboard/" : null,
                settings.PostgreSql?.ToString() ?? settings.Folder.DatabaseFile));
            return new TwinServer(settings, held, silo);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Lets the county live the present day to its end, and stops. The folder stays locked until this is disposed of, or the process ends.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        _settings.Folder.Forget();
        await EndDayAsync();
        await _silo.StopAsync();
        _silo.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _held.Dispose();
    }

    /// <summary>The name under which the silo and its clients know each other; part of the key of all stored state.</summary>
    internal static string ClusterOf(string name) => $"twin-{name}";

    private static SiloSettings Hosting(TwinServerSettings settings) => SiloSettings.Embedded(settings.Folder.DatabaseFile) with
    {
        Cluster = ClusterOf(settings.Name),
        SqliteFile = settings.PostgreSql is null ? settings.Folder.DatabaseFile : null,
        PostgreSql = settings.PostgreSql,
        IsAlone = true,
        HttpPort = settings.HttpPort,
        Log = settings.Log,
    };

    private async Task EndDayAsync()
    {
        try
        {
            CountyStatus status = await County.GetStatus();
            long start = _settings.Time.GetTimestamp();
            if (status.IsAdvancing)
            {
                status = await County.Advance(status.Date);
            }

            while (status.IsAdvancing && _settings.Time.GetElapsedTime(start) < s_patienceWithDay)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), _settings.Time);
                status = await County.GetStatus();
            }
        }
#pragma warning disable CA1031 // Whatever ails the county, the process ends; what is stored is whole.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            await _settings.Log.WriteLineAsync($"warning: the county could not be asked to stop: {problem.Message}");
        }
    }
}
