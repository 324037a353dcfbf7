using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Microsoft.Data.Sqlite;

namespace KentSufficiency.SiloTests.Storage;

public sealed class SqliteStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageDatabase _database;

    public SqliteStorageTests() => _database = StorageDatabase.Sqlite(_folder.In("new/kent.db"));

    [Fact]
    public Task What_was_written_is_read_by_the_next_silo() => StorageLaws.What_was_written_is_read_by_the_next_silo(_database);

    [Fact]
    public Task Keys_with_a_word_before_them_are_kept_apart() => StorageLaws.Keys_with_a_word_before_them_are_kept_apart(_database);

    [Fact]
    public Task Integer_and_compound_keys_have_one_record_each() => StorageLaws.Integer_and_compound_keys_have_one_record_each(_database);

    [Fact]
    public Task A_stale_writer_is_refused_and_changes_nothing() => StorageLaws.A_stale_writer_is_refused_and_changes_nothing(_database);

    [Fact]
    public Task Of_many_first_writers_one_wins() => StorageLaws.Of_many_first_writers_one_wins(_database);

    [Fact]
    public Task A_cleared_record_is_empty_and_refuses_late_writers() => StorageLaws.A_cleared_record_is_empty_and_refuses_late_writers(_database);

    [Fact]
    public Task Clusters_in_one_database_see_nothing_of_each_other() => StorageLaws.Clusters_in_one_database_see_nothing_of_each_other(_database);

    [Fact]
    public async Task Migrating_again_and_at_once_is_done_once()
    {
        StorageDatabase[] processes = [.. Enumerable.Range(0, 4).Select(_ => StorageDatabase.Sqlite(_folder.In("new/kent.db")))];
        await StorageLaws.Migrating_again_and_at_once_is_done_once(processes);
        Array.ForEach(processes, process => process.Dispose());
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_and_an_older_one_is_told()
    {
        HostingException empty = await Assert.ThrowsAsync<HostingException>(() => StorageMigration.VerifyAsync(_database));
        Assert.Contains("kent db migrate", empty.Message, StringComparison.Ordinal);

        await StorageMigration.ApplyAsync(_database);
        Execute("INSERT INTO KentSchema (Version, Title) VALUES (99, 'of tomorrow')");

        HostingException newer = await Assert.ThrowsAsync<HostingException>(() => StorageMigration.ApplyAsync(_database));
        Assert.Contains("version 99", newer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        Directory.CreateDirectory(_folder.In("new"));
        await File.WriteAllTextAsync(_folder.In("new/kent.db"), new string('x', 5000));

        HostingException refused = await Assert.ThrowsAsync<HostingException>(() => StorageMigration.ApplyAsync(_database));

        Assert.Contains("kent.db", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Two seconds pass, because that is how long the other process holds the lock: the write must last as long, and then succeed.</summary>
    [Fact]
    public async Task A_write_that_is_locked_out_for_two_seconds_succeeds()
    {
        await using OpenStore store = await OpenStore.OnAsync(_database);
        await store.County.WriteAsync("child/1", "before");
        using SqliteConnection other = Lock();

        Task<GrainState<Note>> write = store.County.WriteAsync("child/1", "after");
        await Assert.ThrowsAsync<TimeoutException>(() => write.WaitAsync(TimeSpan.FromSeconds(2)));
        Execute(other, "ROLLBACK");

        await write;
        Assert.Equal("after", (await store.County.ReadAsync("child/1")).State!.Text);
    }

    [Fact]
    public async Task A_write_that_is_locked_out_for_too_long_fails_and_leaves_nothing_broken()
    {
        using StorageDatabase impatient = StorageDatabase.Sqlite(_folder.In("new/kent.db"), patience: 1);
        await using OpenStore store = await OpenStore.OnAsync(impatient);
        await store.County.WriteAsync("child/1", "before");
        using (SqliteConnection other = Lock())
        {
            // More than there are connections, so that each has met the lock.
            Task[] writes = [.. Enumerable.Range(0, 2 * SqliteDataSource.Connections).Select(key => (Task)store.County.WriteAsync($"child/{key}", "lost"))];
            foreach (Task write in writes)
            {
                SqliteException locked = await Assert.ThrowsAsync<SqliteException>(() => write);
                Assert.Equal(5, locked.SqliteErrorCode);
            }

            Execute(other, "ROLLBACK");
        }

        Assert.Equal("before", (await store.County.ReadAsync("child/1")).State!.Text);
        foreach (int key in Enumerable.Range(0, 2 * SqliteDataSource.Connections))
        {
            await store.County.WriteAsync($"child/{key}", "after");
            Assert.Equal("after", (await store.County.ReadAsync($"child/{key}")).State!.Text);
        }
    }

    [Fact]
    public async Task Every_connection_writes_ahead_and_flushes_at_checkpoints()
    {
        await StorageMigration.ApplyAsync(_database);
        for (int use = 0; use < 3 * SqliteDataSource.Connections; use++)
        {
            await using var connection = (SqliteConnection)await _database.Source.OpenConnectionAsync();
            Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
            Assert.Equal(1L, Scalar(connection, "PRAGMA synchronous"));
            Assert.Equal(1000L * SqliteDataSource.UsualPatience, Scalar(connection, "PRAGMA busy_timeout"));
        }
    }

    [Fact]
    public async Task State_is_plain_json_and_names_no_type_of_the_program()
    {
        await using OpenStore store = await OpenStore.OnAsync(_database);
        await store.County.WriteAsync("child/1", "text");

        using var connection = new SqliteConnection(_database.Source.ConnectionString);
        connection.Open();
        Assert.Equal("{\"Day\":1,\"Text\":\"text\"}", Scalar(connection, "SELECT CAST(PayloadBinary AS TEXT) FROM OrleansStorage"));
    }

    [Theory]
    [InlineData("{\"Day\":")]
    [InlineData("{\"Day\":1,\"Text\":\"t\",\"Field of tomorrow\":1}")]
    [InlineData("{\"Day\":\"Monday\"}")]
    public async Task State_that_cannot_be_read_is_refused_by_the_name_of_its_grain(string payload)
    {
        await using OpenStore store = await OpenStore.OnAsync(_database);
        await store.County.WriteAsync("child/1", "text");
        Execute($"UPDATE OrleansStorage SET PayloadBinary = CAST('{payload}' AS BLOB)");

        InvalidDataException refused = await Assert.ThrowsAsync<InvalidDataException>(() => store.County.ReadAsync("child/1"));

        Assert.Contains("child/child/1", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    /// <summary>Holds the write lock as another process would.</summary>
    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={_folder.In("new/kent.db")};Pooling=False");
        connection.Open();
        Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.In("new/kent.db")};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
