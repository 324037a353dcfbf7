using System.Diagnostics;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using Npgsql;

namespace KentSufficiency.CliTests.Orleans;

/// <summary>Silos in processes of their own, over a real database: what becomes of one that is killed, and of one that is asked to go.</summary>
public sealed class SiloProcessTests : IAsyncLifetime, IDisposable
{
    /// <summary>Two seconds are what the settings say; a busy machine gets three times as much. Orleans' usual settings take fifteen.</summary>
    private static readonly TimeSpan s_noticed = TimeSpan.FromSeconds(6);

    private readonly PostgreSqlServer _server = new();
    private readonly Shell _shell = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    [PostgreSqlFact]
    public async Task A_killed_silo_is_missed_within_seconds_and_one_that_is_asked_to_go_leaves_by_itself()
    {
        string text = await MigratedAsync();
        string secret = _shell.Folder.In("secret");
        await File.WriteAllTextAsync(secret, text);
        await using SiloProcess first = await SiloProcess.StartAsync("c", secret);
        await using SiloProcess second = await SiloProcess.StartAsync("c", secret);
        Assert.Equal([Status.Active, Status.Active], [await StatusAsync(text, first), await StatusAsync(text, second)]);

        long killed = Stopwatch.GetTimestamp();
        await second.KillAsync();
        while (await StatusAsync(text, second) != Status.Dead)
        {
            Assert.True(Stopwatch.GetElapsedTime(killed) < s_noticed, "The killed silo still counts as alive.");
            await Task.Yield();
        }

        Assert.Equal(0, await first.TerminateAsync());
        Assert.Equal(Status.Dead, await StatusAsync(text, first));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose()
    {
        _server.Dispose();
        _shell.Dispose();
    }

    private async Task<string> MigratedAsync()
    {
        using StorageDatabase database = StorageDatabase.PostgreSql(await _server.CreateDatabaseAsync());
        await StorageMigration.ApplyAsync(database);
        return _server.Text("kent1");
    }

    /// <summary>What the cluster holds a silo to be.</summary>
    private static async Task<Status> StatusAsync(string text, SiloProcess silo)
    {
        await using var source = NpgsqlDataSource.Create(text);
        await using NpgsqlCommand command = source.CreateCommand("SELECT Status FROM OrleansMembershipTable WHERE Port = @port");
        command.Parameters.AddWithValue("port", silo.Port);
        return (Status)(int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>As Orleans numbers them.</summary>
    private enum Status
    {
        Active = 3,
        Dead = 6,
    }
}
