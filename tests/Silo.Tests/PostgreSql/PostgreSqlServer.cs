using System.Diagnostics;
using System.Globalization;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using Npgsql;

namespace KentSufficiency.SiloTests.PostgreSql;

/// <summary>
/// A real PostgreSQL on loopback, from the programs of Debian's package "postgresql" (no service of the system is touched): fresh data
/// folder, free port, its own password, stopped and removed afterwards. It is started by the first test that asks for a database.
/// </summary>
public sealed class PostgreSqlServer : IAsyncLifetime, IDisposable
{
    /// <summary>In every connection string of the tests, so that they can look for it where it must not be.</summary>
    public const string Password = "open-sesame-4711";

    private static readonly string? s_programs = FindPrograms();

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"kent-postgresql-{Environment.ProcessId}-{Interlocked.Increment(ref s_servers)}");
    private readonly SemaphoreSlim _turn = new(1);
    private int _port;
    private int _databases;
    private static int s_servers;

    /// <summary>Why there is no server; null where there is.</summary>
    public static string? WhyNot { get; } = s_programs is not null
        ? null
        : "PostgreSQL is not installed: 'apt-get install postgresql' brings the programs (initdb, pg_ctl); no running service is needed.";

    /// <summary>Makes an empty database.</summary>
    public async Task<PostgreSqlConnection> CreateDatabaseAsync()
    {
        await StartAsync();
        string name = $"kent{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(Text("postgres"));
        await using NpgsqlCommand command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return PostgreSqlConnection.Parse(Text(name));
    }

    /// <summary>The connection string of a database, whether it is there or not.</summary>
    public string Text(string database) =>
        $"Host=127.0.0.1;Port={_port.ToString(CultureInfo.InvariantCulture)};Username=kent;Password={Password};Database={database}";

    /// <summary>Stops it at once, as a crash would; connections break.</summary>
    public Task StopAsync() => RunAsync("pg_ctl", "stop", "-D", Data, "-m", "immediate", "-w", "-t", "30");

    /// <summary>Starts it where it was, after <see cref="StopAsync"/>; it recovers what was committed and answers when this returns.</summary>
    public Task StartAgainAsync() => StartOnAsync(_port);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        try
        {
            // The file is gone where a test stopped the server and failed before it started it again.
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                await StopAsync();
            }
        }
        finally
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    private string Data => Path.Combine(_folder, "data");

    private async Task StartAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_port != 0)
            {
                return;
            }

            await PrepareFolderAsync();
            await RunAsync("initdb", "-D", Data, "-U", "kent", "--auth=scram-sha-256", $"--pwfile={_folder}/password", "-E", "UTF8", "--locale=C", "--no-sync");
            int port = Ports.Free(1)[0];
            await StartOnAsync(port);
            _port = port;
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task StartOnAsync(int port)
    {
        // The folder is thrown away, so nothing needs to reach the disk.
        string options = $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        return RunAsync("pg_ctl", "start", "-D", Data, "-l", $"{_folder}/log", "-w", "-t", "60", "-o", options);
    }

    private async Task PrepareFolderAsync()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "password"), Password);
        if (Environment.IsPrivilegedProcess)
        {
            await StartProcessAsync("chown", ["-R", "postgres", _folder]);
        }
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user its package made.</summary>
    private static Task RunAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(s_programs!, program);
        return Environment.IsPrivilegedProcess
            ? StartProcessAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", path, .. arguments])
            : StartProcessAsync(path, arguments);
    }

    private static async Task StartProcessAsync(string program, string[] arguments)
    {
        // Nothing is redirected to us: the server inherits what pg_ctl holds, and reading it would last as long as the server.
        var start = new ProcessStartInfo("sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>The newest installed version.</summary>
    private static string? FindPrograms()
    {
        const string Packages = "/usr/lib/postgresql";
        return !Directory.Exists(Packages)
            ? null
            : Directory.GetDirectories(Packages)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}

/// <summary>One server for all tests that need one.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlTests : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}
