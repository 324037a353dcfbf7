using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>The process that serves a twin, as others see it: started, found ready, asked to stop.</summary>
public static class TwinProcess
{
    private const int Terminate = 15;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts this very program with other arguments, in the background, and waits until the folder tells where the twin is found.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="arguments">What makes the program serve the twin.</param>
    /// <param name="time">Measures patience.</param>
    /// <param name="cancellation">Stops waiting; the process goes on.</param>
    /// <exception cref="TwinException">It ended, or was not ready in time; the message has its last words.</exception>
    public static async Task<TwinRecord> StartAsync(TwinFolder folder, IEnumerable<string> arguments, TimeProvider time, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder.Path);
        (string program, IEnumerable<string> before) = Program();
        // Streams of its own: it must not hold those of whoever reads this program's output to the end. Nothing is ever written to them.
        using Process process = Process.Start(new ProcessStartInfo(program, [.. before, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        long start = time.GetTimestamp();
        while (true)
        {
            bool ended = process.HasExited;
            if (folder.Find() is TwinRecord record)
            {
                return record;
            }

            if (ended)
            {
                throw new TwinException(LastWords(folder));
            }

            if (time.GetElapsedTime(start) > s_patience)
            {
                throw new TwinException($"The twin's process is not ready after {s_patience.TotalMinutes:0} minutes; {folder.LogFile} may tell why.", isFailure: true);
            }

            await Task.Delay(s_pause, time, cancellation);
        }
    }

    /// <summary>Asks the process to stop, and waits until it has gone.</summary>
    /// <returns>Whether it has gone.</returns>
    public static async Task<bool> StopAsync(TwinFolder folder, TwinRecord record, TimeProvider time, CancellationToken cancellation)
    {
        Signal(record.ProcessId);
        long start = time.GetTimestamp();
        while (folder.IsServed)
        {
            if (time.GetElapsedTime(start) > s_patience)
            {
                return false;
            }

            await Task.Delay(s_pause, time, cancellation);
        }

        return true;
    }

    private static void Signal(int process)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(process, Terminate);
            return;
        }

        // There is no such signal: the process ends at once, which the next start makes good.
        using var found = Process.GetProcessById(process);
        found.Kill();
    }

    private static (string File, IEnumerable<string> Arguments) Program()
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, "kent.dll");
        string running = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(running) == "kent" ? (running, []) : ("dotnet", [assembly]);
    }

    private static string LastWords(TwinFolder folder)
    {
        string? last = File.Exists(folder.LogFile) ? File.ReadLines(folder.LogFile).LastOrDefault(line => line.Length > 0) : null;
        return last ?? $"The twin's process ended before it was ready, and left no word in {folder.LogFile}.";
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
