using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace KentSufficiency.SiloTests.Faults;

/// <summary>Whatever storage does, nothing acknowledged is lost, and when storage is well again so are the grains.</summary>
[Collection(PostgreSqlTests.Name)]
public sealed class StorageFaultTests(PostgreSqlServer server) : IDisposable
{
    private const int Ledgers = 20;

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.In("kent.db");

    [Fact]
    public async Task Storage_that_fails_one_write_in_twenty_loses_nothing_acknowledged()
    {
        int writes = 0;
        Fault Plan() => (Interlocked.Increment(ref writes) % 40) switch { 7 => Fault.Before, 27 => Fault.After, _ => Fault.None };
        var entries = new AcknowledgedEntries(Ledgers);
        await OnSilo(
            grains => EachAsync(Enumerable.Range(0, 25), entry => entries.AddToAllAsync(grains, entry)),
            (inner, _) => new FaultyStorage(inner, Plan));

        await OnSilo(entries.AreAllKeptAsync);
        Assert.InRange(entries.Refusals, Ledgers * 25 / 40, Ledgers * 25 / 10);
        Assert.InRange(entries.Count, Ledgers * 24, Ledgers * 25);
    }

    [Fact]
    public async Task Storage_that_returns_after_thirty_seconds_loses_nothing_acknowledged()
    {
        var time = new ManualTime();
        long gone = -1;
        Fault Plan() => gone >= 0 && time.GetElapsedTime(gone) < TimeSpan.FromSeconds(30) ? Fault.Before : Fault.None;
        var entries = new AcknowledgedEntries(Ledgers);
        await OnSilo(
            async grains =>
            {
                await entries.AddToAllAsync(grains, 1);
                gone = time.GetTimestamp();
                await entries.AddToAllAsync(grains, 2);
                time.Advance(TimeSpan.FromSeconds(29));
                await entries.AddToAllAsync(grains, 3);
                Assert.Equal((Ledgers, 4 * Ledgers), (entries.Count, entries.Refusals));
                time.Advance(TimeSpan.FromSeconds(1));
                await entries.AddToAllAsync(grains, 4);
                Assert.Equal(2 * Ledgers, entries.Count);
            },
            (inner, _) => new FaultyStorage(inner, Plan));

        await OnSilo(entries.AreAllKeptAsync);
    }

    /// <summary>Two seconds pass, because that is how long the lock is held.</summary>
    [Fact]
    public async Task A_file_locked_for_two_seconds_delays_grains_and_refuses_none()
    {
        var entries = new AcknowledgedEntries(Ledgers);
        await OnSilo(async grains =>
        {
            await entries.AddToAllAsync(grains, 1);
            await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
            await other.OpenAsync();
            SqliteTransaction holding = other.BeginTransaction(deferred: false);

            Task adding = entries.AddToAllAsync(grains, 2);
            await Assert.ThrowsAsync<TimeoutException>(() => adding.WaitAsync(TimeSpan.FromSeconds(2)));
            await holding.RollbackAsync();

            await adding;
            Assert.Equal((2 * Ledgers, 0), (entries.Count, entries.Refusals));
        });

        await OnSilo(entries.AreAllKeptAsync);
    }

    [PostgreSqlFact]
    public async Task A_database_that_stops_and_returns_loses_nothing_acknowledged()
    {
        PostgreSqlConnection connection = await server.CreateDatabaseAsync();
        using (StorageDatabase database = StorageDatabase.PostgreSql(connection))
        {
            await StorageMigration.ApplyAsync(database);
        }

        SiloSettings settings = SiloSettings.Embedded("") with { SqliteFile = null, PostgreSql = connection, Log = TextWriter.Null };
        var entries = new AcknowledgedEntries(Ledgers);
        await OnSilo(settings, async grains =>
        {
            await entries.AddToAllAsync(grains, 1);
            Assert.Equal(Ledgers, entries.Count);
            await server.StopAsync();
            await entries.AddToAllAsync(grains, 2);
            Assert.Equal(Ledgers, entries.Count);
            await server.StartAgainAsync();
            await entries.AddToAllAsync(grains, 3);
            Assert.Equal(2 * Ledgers, entries.Count);
            await entries.AreAllKeptAsync(grains);
        });
    }

    public void Dispose() => _folder.Dispose();

    private Task OnSilo(Func<IGrainFactory, Task> work, Func<IGrainStorage, string, IGrainStorage>? wrap = null) =>
        OnSilo(SiloSettings.Embedded(File) with { WrapStorage = wrap, Log = TextWriter.Null }, work);

    private static async Task OnSilo(SiloSettings settings, Func<IGrainFactory, Task> work)
    {
        using IHost silo = await LedgerSilo.StartAsync(settings);
        await work(silo.Services.GetRequiredService<IGrainFactory>());
        await silo.StopAsync();
    }

    private static async Task EachAsync(IEnumerable<int> items, Func<int, Task> work)
    {
        foreach (int item in items)
        {
            await work(item);
        }
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan span) => Interlocked.Add(ref _now, span.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _now);
    }
}
