using System.Data.Common;
using Npgsql;

namespace KentSufficiency.Silo.Storage;

/// <summary>
/// How to reach the PostgreSQL database of a cluster. Holds a secret, so that it has no public connection string and its text names
/// only server and database.
/// </summary>
public sealed class PostgreSqlConnection
{
    /// <summary>The environment variable that holds the connection string.</summary>
    public const string Variable = "KENT_POSTGRES";

    /// <summary>The environment variable that names a file with the connection string, as systemd and containers hand secrets over.</summary>
    public const string FileVariable = "KENT_POSTGRES_FILE";

    /// <summary>Connections of one process at most: three silos and some clients fit into the hundred that PostgreSQL allows by default.</summary>
    private const int MostConnections = 20;

    private readonly NpgsqlConnectionStringBuilder _parts;

    private PostgreSqlConnection(NpgsqlConnectionStringBuilder parts) => _parts = parts;

    /// <summary>Whether the environment names a database.</summary>
    public static bool IsInEnvironment =>
        new[] { Variable, FileVariable }.Any(name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)));

    /// <summary>The connection string, password and all.</summary>
    internal string Secret => _parts.ConnectionString;

    /// <summary>The parts that no log may show.</summary>
    internal IReadOnlyList<string> Secrets => string.IsNullOrEmpty(_parts.Password) ? [Secret] : [Secret, _parts.Password];

    /// <summary>Reads the connection from the environment: <see cref="Variable"/>, else the file named by <see cref="FileVariable"/>.</summary>
    /// <exception cref="HostingException">Neither is set, the file cannot be read, or what it says is no connection string.</exception>
    public static PostgreSqlConnection FromEnvironment() => From(Environment.GetEnvironmentVariable);

    /// <summary>Reads a connection string, for example <c>Host=localhost;Database=kent;Username=kent;Password=...</c>.</summary>
    /// <param name="text">The connection string in the form of Npgsql.</param>
    /// <exception cref="HostingException">It is no connection string; the message does not repeat it.</exception>
    public static PostgreSqlConnection Parse(string text)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(parts.Host))
            {
                throw new HostingException("The PostgreSQL connection string names no Host.");
            }

            return new PostgreSqlConnection(WithDefaults(parts, new DbConnectionStringBuilder { ConnectionString = text }));
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            // The cause is left out on purpose: its message may quote what was written, password included.
            throw new HostingException(
                "The PostgreSQL connection string cannot be read. It looks like 'Host=db;Database=kent;Username=kent;Password=...'.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"PostgreSQL database '{_parts.Database}' on {_parts.Host}:{_parts.Port}";

    internal static PostgreSqlConnection From(Func<string, string?> environment)
    {
        string? text = environment(Variable);
        if (!string.IsNullOrWhiteSpace(text))
        {
            return Parse(text.Trim());
        }

        string? file = environment(FileVariable);
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new HostingException(
                $"A cluster needs a PostgreSQL database: set {Variable} to its connection string, or {FileVariable} to a file that holds it.");
        }

        try
        {
            return Parse(File.ReadAllText(file).Trim());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"The file '{file}' that {FileVariable} names cannot be read.", problem);
        }
    }

    internal NpgsqlDataSource CreateDataSource() => new NpgsqlDataSourceBuilder(Secret).Build();

    /// <summary>What is not said otherwise: few connections, queries prepared once. And no password in what the driver shows.</summary>
    private static NpgsqlConnectionStringBuilder WithDefaults(NpgsqlConnectionStringBuilder parts, DbConnectionStringBuilder written)
    {
        parts.MaxPoolSize = written.ContainsKey("Maximum Pool Size") ? parts.MaxPoolSize : MostConnections;
        if (!written.ContainsKey("Max Auto Prepare"))
        {
            parts.MaxAutoPrepare = 32;
            parts.AutoPrepareMinUsages = 2;
        }

        parts.ApplicationName ??= "kent";
        parts.PersistSecurityInfo = false;
        return parts;
    }
}
