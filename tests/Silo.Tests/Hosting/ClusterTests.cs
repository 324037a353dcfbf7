using System.Diagnostics;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace KentSufficiency.SiloTests.Hosting;

[Collection(PostgreSqlTests.Name)]
public sealed class ClusterTests(PostgreSqlServer server)
{
    /// <summary>Wide enough for a busy machine, and far below the fifteen seconds of Orleans' usual settings.</summary>
    private static readonly TimeSpan s_noticed = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_dead_silo_is_missed_after_two_answers_that_do_not_come_within_a_second()
    {
        using IHost silo = KentSilo.Build(SiloSettings.Embedded("never-opened.db"));
        ClusterMembershipOptions options = silo.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value;

        Assert.Equal((TimeSpan.FromSeconds(1), 2), (options.ProbeTimeout, options.NumMissedProbesLimit));
        Assert.InRange(options.MaxProbeTimeout, options.ProbeTimeout, TimeSpan.FromSeconds(2));
    }

    /// <summary>Real time passes: the time in which a killed silo is noticed is what is tested.</summary>
    [Fact]
    public async Task Grains_of_a_killed_silo_answer_elsewhere_soon()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) => silo.AddFailureDetection().AddMemoryGrainStorage(KentSufficiency.Grains.StorageNames.County));
        await using InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        InProcessSiloHandle victim = cluster.Silos[1];
        ILedgerGrain grain = await OnSiloAsync(cluster, victim);

        long killed = Stopwatch.GetTimestamp();
        await cluster.KillSiloAsync(victim);
        string answered = await AnswerAsync(grain, killed);

        Assert.Equal(cluster.Silos[0].SiloAddress.ToString(), answered);
        Assert.InRange(Stopwatch.GetElapsedTime(killed), TimeSpan.Zero, s_noticed);
    }

    [PostgreSqlFact]
    public async Task Silos_and_clients_find_each_other_in_the_database()
    {
        PostgreSqlConnection connection = await MigratedAsync();
        using var lines = new StringWriter();
        using TextWriter log = TextWriter.Synchronized(lines);
        using IHost first = await KentSilo.StartAsync(Settings(connection, log));
        using IHost second = await KentSilo.StartAsync(Settings(connection, log));

        await using (KentClient client = await KentClient.ConnectAsync(new ClientSettings { Cluster = "three", PostgreSql = connection, Log = log }))
        {
            ILedgerGrain[] ledgers = [.. Enumerable.Range(0, 50).Select(number => client.Grains.GetGrain<ILedgerGrain>($"ledger/{number}"))];
            await Task.WhenAll(ledgers.Select(ledger => ledger.AddAsync(1)));
            string[] places = await Task.WhenAll(ledgers.Select(ledger => ledger.WhereAsync()));
            Assert.Equal(2, places.Distinct().Count());

            await second.StopAsync();
            Assert.All(await Task.WhenAll(ledgers.Select(ledger => ledger.EntriesAsync())), entries => Assert.Equal([1], entries));
        }

        await first.StopAsync();
        Assert.DoesNotContain(PostgreSqlServer.Password, lines.ToString(), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_database_without_tables_keeps_silos_and_clients_from_starting()
    {
        PostgreSqlConnection connection = await server.CreateDatabaseAsync();

        HostingException silo = await Assert.ThrowsAsync<HostingException>(() => KentSilo.StartAsync(Settings(connection, TextWriter.Null)));
        HostingException client = await Assert.ThrowsAsync<HostingException>(
            () => KentClient.ConnectAsync(new ClientSettings { PostgreSql = connection }));

        Assert.All([silo, client], refused => Assert.Contains("kent db migrate", refused.Message, StringComparison.Ordinal));
    }

    private static SiloSettings Settings(PostgreSqlConnection connection, TextWriter log) =>
        SiloSettings.Embedded("") with { Cluster = "three", SqliteFile = null, PostgreSql = connection, Log = log };

    private async Task<PostgreSqlConnection> MigratedAsync()
    {
        PostgreSqlConnection connection = await server.CreateDatabaseAsync();
        using StorageDatabase database = StorageDatabase.PostgreSql(connection);
        await StorageMigration.ApplyAsync(database);
        return connection;
    }

    /// <summary>A grain that lives on a silo; of some hundred one does.</summary>
    private static async Task<ILedgerGrain> OnSiloAsync(InProcessTestCluster cluster, InProcessSiloHandle silo)
    {
        for (int number = 0; number < 200; number++)
        {
            ILedgerGrain grain = cluster.Client.GetGrain<ILedgerGrain>($"ledger/{number}");
            if (await grain.WhereAsync() == silo.SiloAddress.ToString())
            {
                return grain;
            }
        }

        throw new InvalidOperationException("No grain of 200 came to live on the silo.");
    }

    /// <summary>Asks until somebody answers, at most until the time in which a dead silo must have been noticed.</summary>
    private static async Task<string> AnswerAsync(ILedgerGrain grain, long since)
    {
        while (true)
        {
            try
            {
                return await grain.WhereAsync().WaitAsync(s_noticed);
            }
            catch (Exception) when (Stopwatch.GetElapsedTime(since) < s_noticed)
            {
                await Task.Yield();
            }
        }
    }
}
