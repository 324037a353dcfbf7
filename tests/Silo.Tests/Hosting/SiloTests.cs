using System.Net;
using System.Net.Sockets;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.SiloTests.Hosting;

public sealed class SiloTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SiloSettings Settings => SiloSettings.Embedded(_folder.In("kent.db")) with { Log = TextWriter.Null };

    [Fact]
    public async Task A_silo_keeps_the_state_of_its_grains_over_a_restart()
    {
        using (IHost silo = await LedgerSilo.StartAsync(Settings))
        {
            await Ledger(silo).AddAsync(7);
            await silo.StopAsync();
        }

        using IHost next = await LedgerSilo.StartAsync(Settings);
        Assert.Equal(7, Assert.Single(await Ledger(next).EntriesAsync()));
        await next.StopAsync();
    }

    [Fact]
    public async Task A_silo_that_is_asked_to_stop_lets_grains_finish_what_they_do()
    {
        using (IHost silo = await LedgerSilo.StartAsync(Settings))
        {
            Task adding = Ledger(silo).AddLateAsync(9);
            await Gate.Reached.Task;
            Task stopping = silo.StopAsync();
            Assert.False(stopping.IsCompleted);
            Gate.Open.SetResult();
            await adding;
            await stopping;
        }

        using IHost next = await LedgerSilo.StartAsync(Settings);
        Assert.Equal(9, Assert.Single(await Ledger(next).EntriesAsync()));
        await next.StopAsync();
    }

    [Fact]
    public async Task A_client_talks_to_a_silo_at_a_known_place()
    {
        SiloSettings settings = Settings;
        using IHost silo = await LedgerSilo.StartAsync(settings);
        await using (KentClient client = await KentClient.ConnectAsync(new ClientSettings { Gateway = settings.GatewayEndpoint, Log = TextWriter.Null }))
        {
            await client.Grains.GetGrain<ILedgerGrain>("ledger/1").AddAsync(3);
        }

        Assert.Equal(3, Assert.Single(await Ledger(silo).EntriesAsync()));
        await silo.StopAsync();
    }

    [Fact]
    public async Task A_client_that_finds_no_silo_says_how_to_start_one()
    {
        var settings = new ClientSettings
        {
            Gateway = new IPEndPoint(IPAddress.Loopback, Ports.Free(1)[0]),
            Patience = TimeSpan.FromMilliseconds(300),
            Log = TextWriter.Null,
        };

        HostingException refused = await Assert.ThrowsAsync<HostingException>(() => KentClient.ConnectAsync(settings));

        Assert.Contains("kent silo", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("silos")]
    [InlineData("clients")]
    [InlineData("health and dashboard")]
    public async Task A_port_that_is_in_use_is_named(string purpose)
    {
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        var endpoint = (IPEndPoint)occupied.LocalEndpoint;
        SiloSettings settings = purpose switch
        {
            "silos" => Settings with { SiloEndpoint = endpoint },
            "clients" => Settings with { GatewayEndpoint = endpoint },
            _ => Settings with { HttpPort = endpoint.Port },
        };

        HostingException refused = await Assert.ThrowsAsync<HostingException>(() => KentSilo.StartAsync(settings));

        Assert.Contains($"Port {endpoint.Port} for {purpose} is in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_program_keeps_the_silo_from_starting()
    {
        using (StorageDatabase database = StorageDatabase.Sqlite(_folder.In("kent.db")))
        {
            await StorageMigration.ApplyAsync(database);
            await using var connection = await database.Source.OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO KentSchema (Version, Title) VALUES (99, 'of tomorrow')";
            await command.ExecuteNonQueryAsync();
        }

        HostingException refused = await Assert.ThrowsAsync<HostingException>(() => KentSilo.StartAsync(Settings));

        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_silo_needs_exactly_one_database_and_a_core()
    {
        Assert.Throws<HostingException>(() => KentSilo.Build(Settings with { SqliteFile = null }));
        Assert.Throws<HostingException>(() => KentSilo.Build(Settings with { PostgreSql = PostgreSqlConnection.Parse("Host=db") }));
        Assert.Throws<HostingException>(() => KentSilo.Build(Settings with { Cores = 0 }));
    }

    public void Dispose() => _folder.Dispose();

    private static ILedgerGrain Ledger(IHost silo) => silo.Services.GetRequiredService<IGrainFactory>().GetGrain<ILedgerGrain>("ledger/1");
}
