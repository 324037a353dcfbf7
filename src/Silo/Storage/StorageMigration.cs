using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KentSufficiency.Silo.Storage;

/// <summary>What a migration did.</summary>
/// <param name="From">The version found; 0 where there were no tables.</param>
/// <param name="To">The version now.</param>
public sealed record MigrationResult(int From, int To)
{
    /// <summary>Whether anything changed.</summary>
    public bool Changed => From != To;
}

/// <summary>
/// Brings the tables of a database to the version this program works with. May be run at any time, any number of times and by
/// several processes at once: the first does it, the others wait and find it done. It goes forward only.
/// </summary>
public static class StorageMigration
{
    /// <summary>Any number, as long as it is always the same: who migrates a PostgreSQL database holds the lock of this number.</summary>
    private const long LockNumber = 0x4B656E74;

    /// <summary>The version this program works with.</summary>
    /// <param name="database">The database.</param>
    public static int CurrentVersion(StorageDatabase database) => SchemaScript.Load(database.Script)[^1].Version;

    /// <summary>Applies the steps that are missing, all of them or none.</summary>
    /// <param name="database">The database; a SQLite file is made, a PostgreSQL database must exist.</param>
    /// <param name="cancellation">Stops before the commit; nothing is then changed.</param>
    /// <exception cref="HostingException">The database cannot be reached, or a newer program has migrated it further.</exception>
    public static async Task<MigrationResult> ApplyAsync(StorageDatabase database, CancellationToken cancellation = default)
    {
        IReadOnlyList<SchemaStep> steps = SchemaScript.Load(database.Script);
        return await TellingAsync(database, async () =>
        {
            await using DbConnection connection = await database.Source.OpenConnectionAsync(cancellation);
            await using DbTransaction transaction = await BeginAsync(connection, cancellation);
            int found = await VersionAsync(connection, transaction, cancellation);
            RefuseNewer(database, found, steps[^1].Version);
            foreach (SchemaStep step in steps.Skip(found))
            {
                await ExecuteAsync(connection, transaction, step.Sql, cancellation);
                await ExecuteAsync(connection, transaction, Record(step), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return new MigrationResult(found, steps[^1].Version);
        });
    }

    /// <summary>Checks that the tables are of the version this program works with, and changes nothing.</summary>
    /// <param name="database">The database.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="HostingException">The database cannot be reached, or its tables are older or newer; the message says what to do.</exception>
    public static async Task VerifyAsync(StorageDatabase database, CancellationToken cancellation = default)
    {
        int current = CurrentVersion(database);
        int found = await TellingAsync(database, async () =>
        {
            await using DbConnection connection = await database.Source.OpenConnectionAsync(cancellation);
            return await HasTablesAsync(connection, cancellation) ? await VersionAsync(connection, null, cancellation) : 0;
        });
        RefuseNewer(database, found, current);
        if (found < current)
        {
            string state = found == 0 ? "has no tables yet" : $"has tables of version {found}, this program works with version {current}";
            throw new HostingException($"The {database.Name} {state}. Run 'kent db migrate' first.");
        }
    }

    private static void RefuseNewer(StorageDatabase database, int found, int current)
    {
        if (found > current)
        {
            throw new HostingException(
                $"The {database.Name} has tables of version {found}; this program knows only version {current}. Use the newer program.");
        }
    }

    /// <summary>Takes the lock under which only one process migrates.</summary>
    private static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellation)
    {
        // Immediate: takes SQLite's write lock at once. A deferred one would fail, not wait, when two processes turn from reading to writing.
        DbTransaction transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await connection.BeginTransactionAsync(cancellation);
        if (connection is NpgsqlConnection)
        {
            await ExecuteAsync(connection, transaction, $"SELECT pg_advisory_xact_lock({LockNumber})", cancellation);
        }

        await ExecuteAsync(connection, transaction, "CREATE TABLE IF NOT EXISTS KentSchema (Version integer PRIMARY KEY, Title text NOT NULL)", cancellation);
        return transaction;
    }

    private static string Record(SchemaStep step) =>
        $"INSERT INTO KentSchema (Version, Title) VALUES ({step.Version}, '{step.Title.Replace("'", "''", StringComparison.Ordinal)}')";

    private static async Task<bool> HasTablesAsync(DbConnection connection, CancellationToken cancellation)
    {
        string query = connection is SqliteConnection
            ? "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'KentSchema'"
            : "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'kentschema' AND schemaname = ANY (current_schemas(false))";
        return await ScalarAsync(connection, null, query, cancellation) > 0;
    }

    private static Task<int> VersionAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation) =>
        ScalarAsync(connection, transaction, "SELECT COALESCE(MAX(Version), 0) FROM KentSchema", cancellation);

    private static async Task<int> ScalarAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        await using DbCommand command = Command(connection, transaction, sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        await using DbCommand command = Command(connection, transaction, sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // All SQL here comes from the files of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Turns what a driver says into a sentence that names the database and not its password.</summary>
    private static async Task<T> TellingAsync<T>(StorageDatabase database, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new HostingException($"The {database.Name} does not exist. Create it ('createdb') and run 'kent db migrate'.", problem);
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new HostingException($"The {database.Name} refuses the user name or the password.", problem);
        }
        catch (DbException problem)
        {
            throw new HostingException($"The {database.Name} cannot be used: {problem.Message}", problem);
        }
    }
}
