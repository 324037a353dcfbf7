using KentSufficiency.Silo.Storage;
using Npgsql;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>
/// The right to serve a county that is kept in a database, which folders on several machines may name. The database gives it to one connection
/// at a time, and takes it back when the process has gone.
/// </summary>
internal sealed class TwinLease : IDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private TwinLease(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        _source = source;
        _connection = connection;
    }

    /// <summary>Takes the lease.</summary>
    /// <exception cref="TwinException">Another process serves the county.</exception>
    /// <exception cref="HostingException">The database does not answer.</exception>
    public static async Task<TwinLease> TakeAsync(PostgreSqlConnection database, string name, CancellationToken cancellation)
    {
        NpgsqlDataSource source = database.CreateDataSource();
        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = $"kent twin {name}" });
            return await command.ExecuteScalarAsync(cancellation) is true
                ? new TwinLease(source, connection)
                : throw new TwinException($"Another process serves the county {name} of {database}: name another with --name.");
        }
        catch (Exception problem)
        {
            connection?.Dispose();
            source.Dispose();
            if (problem is NpgsqlException)
            {
                throw new HostingException($"{database} cannot be used: {problem.Message}", problem);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _source.Dispose();
    }
}
