using System.Data.Common;

namespace KentSufficiency.Silo.Storage;

/// <summary>The database that keeps the state of grains: a SQLite file of one silo, or the PostgreSQL database of a cluster. Thread-safe.</summary>
public sealed class StorageDatabase : IAsyncDisposable, IDisposable
{
    private StorageDatabase(string invariant, string script, string name, DbDataSource source)
    {
        Invariant = invariant;
        Script = script;
        Name = name;
        Source = source;
    }

    /// <summary>What it is, for people: file, or server and database; no secret.</summary>
    public string Name { get; }

    /// <summary>Whether silos can share it.</summary>
    public bool IsShared => Source is not SqliteDataSource;

    /// <summary>Opens connections; the caller disposes each.</summary>
    internal DbDataSource Source { get; }

    /// <summary>The name by which Orleans knows the kind of database.</summary>
    internal string Invariant { get; }

    /// <summary>The SQL file that makes its tables.</summary>
    internal string Script { get; }

    /// <summary>A file on this machine, for one silo.</summary>
    /// <param name="file">The file; made, with its folder, when it is first written.</param>
    public static StorageDatabase Sqlite(string file) => Sqlite(file, SqliteDataSource.UsualPatience);

    /// <summary>A database that the silos of a cluster share.</summary>
    /// <param name="connection">How to reach it.</param>
    public static StorageDatabase PostgreSql(PostgreSqlConnection connection) =>
        new("Npgsql", "postgresql.sql", connection.ToString(), connection.CreateDataSource());

    internal static StorageDatabase Sqlite(string file, int patience)
    {
        var source = new SqliteDataSource(file, patience);
        return new StorageDatabase("System.Data.SQLite", "sqlite.sql", $"SQLite file '{source.File}'", source);
    }

    /// <summary>Asks the database for an answer.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DbException">It does not answer, or has no tables of ours.</exception>
    public async Task PingAsync(CancellationToken cancellation = default)
    {
        await using DbConnection connection = await Source.OpenConnectionAsync(cancellation);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM OrleansQuery";
        await command.ExecuteScalarAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
