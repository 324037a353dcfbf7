using System.Net;
using KentSufficiency.Silo.Storage;
using Orleans.Configuration;

namespace KentSufficiency.Silo;

/// <summary>The parts of a silo that concern other silos.</summary>
internal static class ClusterParts
{
    /// <summary>Tells who is in the cluster: this silo alone, or those that the shared database lists.</summary>
    public static ISiloBuilder AddCluster(this ISiloBuilder silo, SiloSettings settings, StorageDatabase database)
    {
        if (!database.IsShared || settings.IsAlone)
        {
            return silo.UseLocalhostClustering(
                settings.SiloEndpoint.Port, settings.GatewayEndpoint.Port, serviceId: settings.Cluster, clusterId: settings.Cluster);
        }

        silo.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = settings.Cluster;
            // The service id is part of every key of the storage: clusters that share a database do not share their state.
            options.ServiceId = settings.Cluster;
        });
        silo.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = settings.SiloEndpoint.Address;
            options.SiloPort = settings.SiloEndpoint.Port;
            options.GatewayPort = settings.GatewayEndpoint.Port;
            options.SiloListeningEndpoint = settings.SiloEndpoint;
            options.GatewayListeningEndpoint = new IPEndPoint(settings.SiloEndpoint.Address, settings.GatewayEndpoint.Port);
        });
        return silo.UseAdoNetClustering(options =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Source;
        });
    }

    /// <summary>
    /// A silo that dies is missed within about two seconds: it is asked every second, and two answers that do not come are its end.
    /// Orleans' usual settings take fifteen seconds, in which all calls to its grains fail.
    /// </summary>
    public static ISiloBuilder AddFailureDetection(this ISiloBuilder silo) => silo.Configure<ClusterMembershipOptions>(options =>
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MinProbeTimeout = TimeSpan.FromSeconds(1);
        // A busy silo that answers slowly is given a little more, not four times as much.
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 2;
        // The table is the second way to learn of others; gossip is the first.
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        // The entry of a silo that died while nobody watched is stale after 15 s, not 90: until then it can keep the next from joining.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(1);
    });

    /// <summary>Reminders survive in a shared database. A silo on its own forgets them with the process, so nothing may rely on them there.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder silo, StorageDatabase database) => database.IsShared
        ? silo.UseAdoNetReminderService(options =>
        {
            options.Invariant = database.Invariant;
            options.DataSource = database.Source;
        })
        : silo.UseInMemoryReminderService();
}
