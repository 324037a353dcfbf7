using System.Diagnostics;
using KentSufficiency.Silo;

namespace KentSufficiency.Silos;

/// <summary>A PostgreSQL on loopback from Debian's programs, in a folder that is thrown away. It flushes to disk, as a real one does.</summary>
internal sealed class PostgreSql : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"kent-benchmark-{Environment.ProcessId}");

    private PostgreSql()
    {
    }

    /// <summary>The folder of the newest installed programs; null where there are none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    public string Connection { get; private set; } = "";

    public static async Task<PostgreSql> StartAsync()
    {
        var server = new PostgreSql();
        Directory.CreateDirectory(server._folder);
        string secret = Path.GetRandomFileName();
        await File.WriteAllTextAsync(Path.Combine(server._folder, "secret"), secret);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "postgres", server._folder);
        }

        await server.PostgresAsync("initdb", "-U", "kent", "--auth=scram-sha-256", $"--pwfile={server._folder}/secret", "-E", "UTF8", "--locale=C");
        int port = Ports.Free(1)[0];
        await server.PostgresAsync(
            "pg_ctl", "start", "-l", $"{server._folder}/log", "-w", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
        server.Connection = $"Host=127.0.0.1;Port={port};Username=kent;Password={secret};Database=postgres";
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresAsync("pg_ctl", "stop", "-m", "fast", "-w");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user its package made.</summary>
    private Task PostgresAsync(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs!, program), .. arguments, "-D", Path.Combine(_folder, "data")];
        return Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", .. command])
            : RunAsync(command[0], command[1..]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits what pg_ctl holds: nothing of it may be ours.
        using Process process = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "cd / && exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        }
    }
}
