using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using Npgsql;

namespace KentSufficiency.SiloTests.Storage;

[Collection(PostgreSqlTests.Name)]
public sealed class PostgreSqlStorageTests(PostgreSqlServer server)
{
    [PostgreSqlFact]
    public Task What_was_written_is_read_by_the_next_silo() => OnNewDatabase(StorageLaws.What_was_written_is_read_by_the_next_silo);

    [PostgreSqlFact]
    public Task Keys_with_a_word_before_them_are_kept_apart() => OnNewDatabase(StorageLaws.Keys_with_a_word_before_them_are_kept_apart);

    [PostgreSqlFact]
    public Task Integer_and_compound_keys_have_one_record_each() => OnNewDatabase(StorageLaws.Integer_and_compound_keys_have_one_record_each);

    [PostgreSqlFact]
    public Task A_stale_writer_is_refused_and_changes_nothing() => OnNewDatabase(StorageLaws.A_stale_writer_is_refused_and_changes_nothing);

    [PostgreSqlFact]
    public Task Of_many_first_writers_one_wins() => OnNewDatabase(StorageLaws.Of_many_first_writers_one_wins);

    [PostgreSqlFact]
    public Task A_cleared_record_is_empty_and_refuses_late_writers() => OnNewDatabase(StorageLaws.A_cleared_record_is_empty_and_refuses_late_writers);

    [PostgreSqlFact]
    public Task Clusters_in_one_database_see_nothing_of_each_other() => OnNewDatabase(StorageLaws.Clusters_in_one_database_see_nothing_of_each_other);

    [PostgreSqlFact]
    public async Task Migrating_again_and_at_once_is_done_once()
    {
        PostgreSqlConnection connection = await server.CreateDatabaseAsync();
        StorageDatabase[] processes = [.. Enumerable.Range(0, 4).Select(_ => StorageDatabase.PostgreSql(connection))];
        await StorageLaws.Migrating_again_and_at_once_is_done_once(processes);
        Array.ForEach(processes, process => process.Dispose());
    }

    [PostgreSqlFact]
    public Task A_write_waits_for_a_locked_row_and_succeeds() => OnNewDatabase(async database =>
    {
        await using OpenStore store = await OpenStore.OnAsync(database);
        await store.County.WriteAsync("child/1", "before");
        await using var connection = (NpgsqlConnection)await database.Source.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("SELECT 1 FROM OrleansStorage FOR UPDATE", connection, transaction);
        await command.ExecuteNonQueryAsync();

        Task<GrainState<Note>> write = store.County.WriteAsync("child/1", "after");
        await Assert.ThrowsAsync<TimeoutException>(() => write.WaitAsync(TimeSpan.FromSeconds(2)));
        await transaction.RollbackAsync();

        await write;
        Assert.Equal("after", (await store.County.ReadAsync("child/1")).State!.Text);
    });

    [PostgreSqlFact]
    public async Task What_is_wrong_with_a_database_is_said_without_its_password()
    {
        await server.CreateDatabaseAsync();
        string[] wrong =
        [
            server.Text("nowhere"),
            server.Text("postgres").Replace("Username=kent", "Username=somebody", StringComparison.Ordinal),
            $"Host=127.0.0.1;Port={Ports.Free(1)[0]};Username=kent;Password={PostgreSqlServer.Password};Database=kent",
        ];
        string[] said = ["does not exist", "refuses the user name or the password", "cannot be used"];
        foreach ((string text, string words) in wrong.Zip(said))
        {
            using StorageDatabase database = StorageDatabase.PostgreSql(PostgreSqlConnection.Parse(text));
            HostingException refused = await Assert.ThrowsAsync<HostingException>(() => StorageMigration.ApplyAsync(database));
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgreSqlServer.Password, refused.ToString(), StringComparison.Ordinal);
        }
    }

    private async Task OnNewDatabase(Func<StorageDatabase, Task> test)
    {
        using StorageDatabase database = StorageDatabase.PostgreSql(await server.CreateDatabaseAsync());
        await test(database);
    }
}
