using System.Diagnostics;
using KentSufficiency.Benchmarks.Running;

namespace KentSufficiency.Benchmarks.Startup;

/// <summary>The program as it is published, in a folder of its own, so that nothing else of the clone is built anew.</summary>
internal sealed class PublishedProgram
{
    private readonly string _program;

    private PublishedProgram(string program) => _program = program;

    /// <summary>Publishes with the settings of the project, without Orleans where the clone has none.</summary>
    /// <param name="properties">Properties of the build, such as <c>PublishReadyToRun=false</c>.</param>
    /// <exception cref="InvalidDataException">It could not be published; the message is the build's.</exception>
    public static PublishedProgram Publish(IEnumerable<string> properties)
    {
        string clone = Clone.Find();
        string scratch = Path.Combine(clone, "artifacts", "benchmarks", "startup");
        string folder = Path.Combine(scratch, "published");
        var start = new ProcessStartInfo("dotnet", [
            "publish", Path.Combine("src", "Cli"), "-c", "Release", "--artifacts-path", scratch, "-o", folder, "--nologo", "-v", "quiet",
            "-p:RunAnalyzers=false", .. File.Exists(Path.Combine(clone, "artifacts", "without-orleans")) ? (string[])["-p:WithOrleans=false"] : [],
            .. properties.Select(property => $"-p:{property}"),
        ])
        {
            WorkingDirectory = clone,
            RedirectStandardOutput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using Process publishing = Process.Start(start)!;
        string said = publishing.StandardOutput.ReadToEnd();
        publishing.WaitForExit();
        return publishing.ExitCode == 0
            ? new PublishedProgram(Path.Combine(folder, OperatingSystem.IsWindows() ? "kent.exe" : "kent"))
            : throw new InvalidDataException($"the program could not be published.\n{said}");
    }

    /// <summary>Runs it, and takes the time at which each line of a stream comes in.</summary>
    /// <param name="arguments">Its arguments.</param>
    public StartupRun Run(params string[] arguments)
    {
        var marks = new List<Mark>();
        long output = long.MaxValue;
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(_program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is string told && told.Split(" s  ", 2) is [_, string part])
            {
                marks.Add(new Mark(part, Stopwatch.GetTimestamp()));
            }
        };
        process.OutputDataReceived += (_, _) => output = Math.Min(output, Stopwatch.GetTimestamp());
        long began = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        process.WaitForExit();
        long ended = Stopwatch.GetTimestamp();
        return process.ExitCode == 0
            ? new StartupRun(
                [.. marks.Select(mark => new Part(mark.Name, Seconds(began, mark.At))), new Part("end of the process", Seconds(began, ended))],
                Seconds(began, output))
            : throw new InvalidDataException($"kent {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static double Seconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalSeconds;

    private readonly record struct Mark(string Name, long At);
}

/// <summary>One run of the program.</summary>
/// <param name="Parts">What was done, and how many seconds after the start of the process.</param>
/// <param name="FirstOutput">When it wrote its first line of results, in seconds.</param>
internal sealed record StartupRun(IReadOnlyList<Part> Parts, double FirstOutput);

/// <summary>A part of a run.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Until">When it was done, in seconds from the start of the process.</param>
internal readonly record struct Part(string Name, double Until);
