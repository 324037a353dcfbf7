using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace KentSufficiency.SiloTests.Hosting;

[Collection(PostgreSqlTests.Name)]
public sealed class ClusterTests(PostgreSqlServer server)
{
    [Fact]
    public void A_dead_silo_is_missed_after_two_answers_that_do_not_come_within_a_second()
    {
        using IHost silo = KentSilo.Build(SiloSettings.Embedded("never-opened.db"));
        ClusterMembershipOptions options = silo.Services.GetRequiredService<IOptions<ClusterMembershipOptions>>().Value;

        Assert.Equal((TimeSpan.FromSeconds(1), 2), (options.ProbeTimeout, options.NumMissedProbesLimit));
        Assert.InRange(options.MaxProbeTimeout, options.ProbeTimeout, TimeSpan.FromSeconds(2));
    }

    [PostgreSqlFact]
    public async Task Silos_and_clients_find_each_other_in_the_database()
    {
        PostgreSqlConnection connection = await MigratedAsync();
        using var lines = new StringWriter();
        using TextWriter log = TextWriter.Synchronized(lines);
        using IHost first = await LedgerSilo.StartAsync(Settings(connection, log));
        using IHost second = await LedgerSilo.StartAsync(Settings(connection, log));

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
}
