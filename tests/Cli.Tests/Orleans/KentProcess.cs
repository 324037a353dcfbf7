using System.Diagnostics;
using System.Text;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.CliTests.Orleans;

/// <summary>The program in a process of its own, which can be killed.</summary>
internal sealed class KentProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly Lock _turn = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _signal;

    private KentProcess(ProcessStartInfo start, string? signal)
    {
        _signal = signal;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that it has said.</summary>
    public string Text
    {
        get
        {
            lock (_turn)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">The working directory, and where it keeps what it keeps.</param>
    /// <param name="database">The connection string of a cluster's database.</param>
    /// <param name="signal">What it says when it is ready; null where nobody waits for that.</param>
    /// <param name="arguments">The command line.</param>
    public static KentProcess Start(string folder, string? database, string? signal, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "kent.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = Path.Combine(folder, "data-home");
        start.Environment[PostgreSqlConnection.Variable] = database;
        start.Environment.Remove(PostgreSqlConnection.FileVariable);
        return new KentProcess(start, signal);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>All that it said.</returns>
    public static async Task<string> Run(string folder, string? database, params string[] arguments)
    {
        using KentProcess process = Start(folder, database, null, arguments);
        return await process.Done();
    }

    /// <summary>Waits until it is ready.</summary>
    public Task Ready() => _ready.Task.WaitAsync(s_patience);

    /// <summary>Waits for a good end.</summary>
    /// <returns>All that it said.</returns>
    public async Task<string> Done()
    {
        using var limit = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(limit.Token);
        Assert.True(_process.ExitCode == 0, $"Exit code {_process.ExitCode}: {Text}");
        return Text;
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_turn)
        {
            _text.AppendLine(line);
        }

        if (_signal is not null && line?.Contains(_signal, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }
}
