using System.Diagnostics;
using System.Text.Json;
using KentSufficiency.Silo.Storage;

namespace KentSufficiency.Silos;

/// <summary>A run of the real program: seconds by its own manifest, seconds from start to end of the process, seconds of its processor time.</summary>
internal sealed record KentRun(double Computing, double Whole, double Processor)
{
    /// <summary>The program, built beside this one.</summary>
    public static string Program { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "kent.dll"));

    public static ProcessStartInfo Command(string? database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[PostgreSqlConnection.Variable] = database;
        start.Environment.Remove(PostgreSqlConnection.FileVariable);
        return start;
    }

    /// <summary>Runs a command to its good end.</summary>
    public static async Task<string> DoAsync(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: {await error}");
    }

    /// <summary>Simulates the baseline.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="replications">How many.</param>
    /// <param name="engine">Arguments that choose the engine.</param>
    /// <param name="database">The connection string for a cluster.</param>
    public static async Task<KentRun> OfAsync(string folder, int replications, string[] engine, string? database = null)
    {
        string outcome = Path.Combine(folder, Path.GetRandomFileName());
        double before = Children.ProcessorSeconds();
        long start = Stopwatch.GetTimestamp();
        await DoAsync(Command(
            database,
            ["run", "baseline-2019", "--replications", $"{replications}", "--years", "2", "--threads", "2", "--quiet", "--out", outcome, .. engine]));
        double whole = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(outcome, "manifest.json")));
        Directory.Delete(outcome, recursive: true);
        return new KentRun(manifest.RootElement.GetProperty("wall_seconds").GetDouble(), whole, Children.ProcessorSeconds() - before);
    }
}
