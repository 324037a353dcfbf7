using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Silo;

/// <summary>The composition root of a silo.</summary>
public static class KentSilo
{
    /// <summary>
    /// Builds a host that serves the grains; nothing runs until it is started. It does not listen for signals: who starts it stops it.
    /// </summary>
    /// <param name="settings">How it is hosted.</param>
    /// <param name="also">What else the silo is to have: services of grains, faults in tests.</param>
    /// <exception cref="HostingException">The settings name no database, or two.</exception>
    public static IHost Build(SiloSettings settings, Action<ISiloBuilder>? also = null)
    {
        // Empty builders: no settings file, environment variable or argument of somebody else's changes what a silo does.
        if (settings.HttpPort is not int port)
        {
            HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
            Compose(builder, settings, also);
            return builder.Build();
        }

        WebApplicationBuilder web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        Compose(web, settings, also);
        return web.AddPages(port).Build().MapPages();
    }

    /// <summary>Builds a host and starts it.</summary>
    /// <param name="settings">How it is hosted.</param>
    /// <param name="also">What else the silo is to have.</param>
    /// <param name="cancellation">Gives up the start.</param>
    /// <exception cref="HostingException">A port is in use, or the database cannot be used.</exception>
    public static async Task<IHost> StartAsync(SiloSettings settings, Action<ISiloBuilder>? also = null, CancellationToken cancellation = default)
    {
        IHost host = Build(settings, also);
        try
        {
            await host.StartAsync(cancellation);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static void Compose(IHostApplicationBuilder builder, SiloSettings settings, Action<ISiloBuilder>? also)
    {
        StorageDatabase database = settings.OpenDatabase();
        builder.AddLifetime(settings);
        builder.AddQuietLog(settings);
        builder.AddReadiness(settings, database);
        builder.UseOrleans(silo =>
        {
            silo.AddCluster(settings, database);
            silo.AddFailureDetection();
            silo.AddReminders(database);
            silo.Services.AddExperiments(settings.Cores);
            silo.Services.AddLivingCounty();
            silo.AddKentStorage(database, settings.WrapStorage);
            silo.AddTraces();
            silo.AddPagesOfGrains(settings);
            also?.Invoke(silo);
        });
        builder.AddTelemetry();
    }
}
