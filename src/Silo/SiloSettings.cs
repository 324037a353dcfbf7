using System.Net;

namespace KentSufficiency.Silo;

/// <summary>How a silo is hosted.</summary>
public sealed record SiloSettings
{
    /// <summary>The cluster's name; silos and clients of one cluster share it.</summary>
    public string Cluster { get; init; } = "local";

    /// <summary>Where the silo listens for other silos.</summary>
    public required IPEndPoint SiloEndpoint { get; init; }

    /// <summary>Where the silo listens for clients.</summary>
    public required IPEndPoint GatewayEndpoint { get; init; }

    /// <summary>The port of health, metrics and dashboard on loopback; null for none.</summary>
    public int? HttpPort { get; init; }

    /// <summary>The SQLite file that keeps the state; null where <see cref="PostgreSql"/> does.</summary>
    public string? SqliteFile { get; init; }

    /// <summary>The connection string of the PostgreSQL database for clustering, reminders and state; null for a silo on its own. Never logged.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>How many kernels run at a time on this silo.</summary>
    public int Cores { get; init; } = Environment.ProcessorCount;
}
