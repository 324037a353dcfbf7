using System.Net;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.Silo;

/// <summary>Which silos a client talks to: one at a known place, or those of a cluster, found in its database.</summary>
public sealed record ClientSettings
{
    /// <summary>The cluster's name, as its silos have it.</summary>
    public string Cluster { get; init; } = "local";

    /// <summary>Where one silo listens for clients; null where <see cref="PostgreSql"/> lists the silos.</summary>
    public IPEndPoint? Gateway { get; init; }

    /// <summary>The database of the cluster; null where <see cref="Gateway"/> names a silo.</summary>
    public PostgreSqlConnection? PostgreSql { get; init; }

    /// <summary>How long to look for a silo before giving up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where warnings and errors go; never a connection string or a password.</summary>
    public TextWriter Log { get; init; } = Console.Error;
}
