using System.Diagnostics;
using System.Globalization;
using System.Net;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.CliTests.Orleans;

/// <summary>The program in a process of its own, running <c>kent silo</c>; killed when disposed.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    /// <summary>How long any step of a silo may take on a busy machine before the test calls it failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiloProcess(Process process) => _process = process;

    /// <summary>The port by which the cluster knows it.</summary>
    public required int Port { get; init; }

    /// <summary>Where clients connect.</summary>
    public required IPEndPoint Gateway { get; init; }

    /// <summary>Starts a silo on free ports and waits until it says that it is ready.</summary>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="secretFile">A file with the connection string.</param>
    public static async Task<SiloProcess> StartAsync(string cluster, string secretFile)
    {
        int[] ports = Ports.Free(2);
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "kent.dll"), "silo", "--cluster", cluster, "--port", Text(ports[0]), "--gateway", Text(ports[1]), "--cores", "1",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(PostgreSqlConnection.Variable);
        start.Environment[PostgreSqlConnection.FileVariable] = secretFile;
        var silo = new SiloProcess(new Process { StartInfo = start, EnableRaisingEvents = true })
        {
            Port = ports[0],
            Gateway = new IPEndPoint(IPAddress.Loopback, ports[1]),
        };
        await silo.RunAsync();
        return silo;
    }

    /// <summary>Ends it as a power cut would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>Asks it to drain: SIGTERM. Gives the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", Text(_process.Id)]);
        await kill.WaitForExitAsync();
        return await EndedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task RunAsync()
    {
        string complaints = "";
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => complaints += line.Data + "\n";
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The silo ended before it was ready. {complaints}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _ready.Task.WaitAsync(Limit);
    }

    private void Hear(string? line)
    {
        if (line?.Contains("is ready", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }

    private async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
