using System.CommandLine;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent db migrate</c>: brings the tables of a database to the version this program works with.</summary>
internal sealed class DatabaseCommand(CommandHost host)
{
    private readonly Option<string?> _data = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the SQLite file, whatever the environment says.",
    };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var migrate = new Command(
            "migrate",
            "Make or update the tables. The database is the PostgreSQL that KENT_POSTGRES (or the file named by KENT_POSTGRES_FILE) tells, else the SQLite file of this user.")
        {
            _data,
        };
        migrate.SetAction(parsed => Hosting.Tell(() => MigrateAsync(parsed.GetValue(_data), cancellation)));
        return new Command("db", "Look after the database that keeps the state of silos.") { migrate };
    }

    private async Task<int> MigrateAsync(string? folder, CancellationToken cancellation)
    {
        await using StorageDatabase database = folder is null && PostgreSqlConnection.IsInEnvironment
            ? StorageDatabase.PostgreSql(PostgreSqlConnection.FromEnvironment())
            : StorageDatabase.Sqlite(StateFolder.File(folder is null ? null : Path.Combine(host.CurrentDirectory, folder)));
        MigrationResult result = await StorageMigration.ApplyAsync(database, cancellation);
        host.Output.WriteLine($"{database.Name}: {WhatWasDone(result)}");
        return ExitCode.Done;
    }

    private static string WhatWasDone(MigrationResult result) => result switch
    {
        { Changed: false } => $"the tables are of version {result.To} already; nothing to do.",
        { From: 0 } => $"the tables were made, version {result.To}.",
        _ => $"the tables were brought from version {result.From} to {result.To}.",
    };
}
