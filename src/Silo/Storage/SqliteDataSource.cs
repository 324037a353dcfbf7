using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using KentSufficiency.Grains;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KentSufficiency.Silo.Storage;

/// <summary>
/// Connections to one SQLite file, few at a time. What asks for one more waits here without holding a thread, in the order of asking;
/// inside SQLite it would poll for the lock, and on the thread of a grain, because the provider's calls are synchronous.
/// </summary>
internal sealed class SqliteDataSource : DbDataSource
{
    /// <summary>One writes while another reads or prepares; SQLite has one writer, so that more would only wait for each other.</summary>
    public const int Connections = 2;

    /// <summary>
    /// How long a statement waits for a lock of another process, seconds. Then it fails with "database is locked" and has changed
    /// nothing. Below the 30 s in which a grain call must answer.
    /// </summary>
    public const int UsualPatience = 10;

    // WAL: readers do not stop the writer. It stands in the file, so that all later connections find it.
    // synchronous=NORMAL trades the last moments before a power cut or a crash of the operating system for about ten times the writes:
    // the log is not flushed at every commit. A killed process loses nothing; after a power cut the file is sound and holds all
    // commits up to some moment, in their order. So what was written last may be gone, but never something written before it: the
    // county's day marker cannot outlive the records it stands for.
    // busy_timeout: SQLite itself waits for a lock; the driver's own waiting, in steps of 150 ms, is only the second line.
    private readonly string _settings;

    private readonly ConditionalWeakTable<sqlite3, object> _prepared = [];
    private readonly SemaphoreSlim _gate = new(Connections);

    /// <summary>Opens nothing yet.</summary>
    /// <param name="file">The file; it and its folder are made when first used.</param>
    /// <param name="patience">How long a statement waits for a lock of another process, seconds.</param>
    public SqliteDataSource(string file, int patience = UsualPatience)
    {
        File = Path.GetFullPath(file);
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = patience }.ConnectionString;
        _settings = $"PRAGMA busy_timeout={patience * 1000}; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new GatedConnection(this);

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        DbConnection connection = CreateDbConnection();
        return Opened(connection, connection.Open);
    }

    /// <inheritdoc/>
    protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        KentMeters.QueueChanged("storage", 1);
        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            KentMeters.QueueChanged("storage", -1);
        }

        // Leaves the thread of the grain that asks, even when nobody had to wait.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var connection = new GatedConnection(this) { HasPlace = true };
        return Opened(connection, connection.Open);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Returns the file to its owner: pooled connections would keep it open after the silo.
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        base.Dispose(disposing);
    }

    private static DbConnection Opened(DbConnection connection, Action open)
    {
        try
        {
            open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Settings live with the handle, which outlives the connection in the driver's pool: they are made once for each.</summary>
    private void Prepare(SqliteConnection connection)
    {
        if (connection.Handle is not sqlite3 handle || _prepared.TryGetValue(handle, out _))
        {
            return;
        }

        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = _settings;
        command.ExecuteNonQuery();
        _prepared.AddOrUpdate(handle, this);
    }

    /// <summary>Gives its place back when it closes.</summary>
    private sealed class GatedConnection(SqliteDataSource source) : SqliteConnection(source.ConnectionString)
    {
        public bool HasPlace { get; set; }

        public override void Open()
        {
            if (!HasPlace)
            {
                source._gate.Wait();
                HasPlace = true;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(source.File)!);
            base.Open();
            source.Prepare(this);
        }

        public override void Close()
        {
            base.Close();
            if (HasPlace && State == ConnectionState.Closed)
            {
                HasPlace = false;
                source._gate.Release();
            }
        }

        protected override void Dispose(bool disposing)
        {
            // The driver's Dispose closes too, but not through the override in every version.
            if (disposing)
            {
                Close();
            }

            base.Dispose(disposing);
        }
    }
}
