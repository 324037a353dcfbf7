using System.Net;
using KentSufficiency.Silo.Storage;
using Orleans.Storage;

namespace KentSufficiency.Silo;

/// <summary>How a silo is hosted: on its own with a SQLite file, or in a cluster that shares a PostgreSQL database.</summary>
public sealed record SiloSettings
{
    /// <summary>The port for other silos where none is named.</summary>
    public const int UsualSiloPort = 11111;

    /// <summary>The port for clients where none is named.</summary>
    public const int UsualGatewayPort = 30000;

    /// <summary>
    /// The cluster's name; silos and clients of one cluster share it. It is also part of the key of all stored state: two clusters in
    /// one database see nothing of each other, and a cluster that is renamed begins anew. 1 to 100 characters.
    /// </summary>
    public string Cluster { get; init; } = "local";

    /// <summary>
    /// Where the silo listens for other silos, and the address it tells them. Keep it the same over restarts: a silo that returns on
    /// another port is a stranger, and must wait until its former self is held to be dead.
    /// </summary>
    public required IPEndPoint SiloEndpoint { get; init; }

    /// <summary>Where the silo listens for clients; the address is that of <see cref="SiloEndpoint"/>.</summary>
    public required IPEndPoint GatewayEndpoint { get; init; }

    /// <summary>The port of health page and dashboard, on loopback whatever the other endpoints are; null for none.</summary>
    public int? HttpPort { get; init; }

    /// <summary>The SQLite file that keeps the state of a silo on its own; null where <see cref="PostgreSql"/> does. Migrated at start.</summary>
    public string? SqliteFile { get; init; }

    /// <summary>
    /// The PostgreSQL database for membership, reminders and state of a cluster; null for a silo on its own. Never migrated at start:
    /// <c>kent db migrate</c> does that.
    /// </summary>
    public PostgreSqlConnection? PostgreSql { get; init; }

    /// <summary>Whether the silo is on its own although its state is in a database that silos can share.</summary>
    public bool IsAlone { get; init; }

    /// <summary>How many kernels run at a time on this silo; at least 1.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;

    /// <summary>How long grains may take to finish their work and leave when the silo is asked to stop.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where warnings and errors go; never a connection string or a password.</summary>
    public TextWriter Log { get; init; } = Console.Error;

    /// <summary>Stands between a store and those who measure it: faults in tests. Gets store and name.</summary>
    internal Func<IGrainStorage, string, IGrainStorage>? WrapStorage { get; init; }

    /// <summary>A silo on its own, on loopback, on ports that are free now.</summary>
    /// <param name="sqliteFile">The file that keeps its state.</param>
    public static SiloSettings Embedded(string sqliteFile)
    {
        int[] ports = Ports.Free(2);
        return new SiloSettings
        {
            SiloEndpoint = new IPEndPoint(IPAddress.Loopback, ports[0]),
            GatewayEndpoint = new IPEndPoint(IPAddress.Loopback, ports[1]),
            SqliteFile = sqliteFile,
        };
    }

    /// <summary>Opens the database these settings name; the caller disposes it.</summary>
    /// <exception cref="HostingException">They name none or two, or the settings contradict each other.</exception>
    internal StorageDatabase OpenDatabase()
    {
        if (Cores < 1)
        {
            throw new HostingException($"A silo needs at least one core; found {Cores}.");
        }

        if (Cluster.Length is 0 or > 100)
        {
            throw new HostingException("The name of a cluster has 1 to 100 characters.");
        }

        return (SqliteFile, PostgreSql) switch
        {
            (string file, null) => StorageDatabase.Sqlite(file),
            (null, PostgreSqlConnection connection) => StorageDatabase.PostgreSql(connection),
            (null, null) => throw new HostingException("A silo needs a SQLite file or a PostgreSQL database for its state."),
            _ => throw new HostingException("A silo keeps its state in a SQLite file or in a PostgreSQL database, not in both."),
        };
    }
}
