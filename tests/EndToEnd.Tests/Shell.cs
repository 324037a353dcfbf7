using System.Diagnostics;

namespace KentSufficiency.EndToEndTests;

/// <summary>Starts programs and waits for them.</summary>
internal static class Shell
{
    /// <summary>Few programs started here have work for longer than this; one that hangs fails its test instead of the whole run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The file a command name stands for, or null where PATH does not lead to one.</summary>
    public static string? Find(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, without standard input.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="program">The program's file.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="environment">Variables to set (null removes one) on top of the present ones.</param>
    /// <param name="patience">How long it may take; a minute unless told.</param>
    public static async Task<Outcome> RunAsync(
        string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, TimeSpan? patience = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(patience ?? Patience);
        try
        {
            // Both at once: a program that fills one pipe while we wait on the other would never end.
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {(patience ?? Patience).TotalSeconds} s.");
        }
    }

    /// <summary>What a program left behind.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Error);
}

/// <summary>A test that needs certain commands, and says so where they are missing.</summary>
internal sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(params string[] commands)
    {
        var missing = commands.Where(command => Shell.Find(command) is null).ToArray();
        if (missing.Length > 0)
        {
            Skip = $"Not on this machine: {string.Join(", ", missing)}.";
        }
    }
}
