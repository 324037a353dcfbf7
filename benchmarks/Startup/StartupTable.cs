using System.Globalization;

namespace KentSufficiency.Benchmarks.Startup;

/// <summary>
/// How long the published program takes from the start of its process (<c>kent bench startup</c>): to the first replication, to the first line of results and to
/// its end, and where the time goes. The program tells when a part is done (<c>kent run --timings</c>); the time is taken here, from outside, so that it
/// begins before the runtime does.
/// </summary>
internal static class StartupTable
{
    /// <summary>Measures and prints.</summary>
    /// <param name="arguments">What stands after <c>startup</c>.</param>
    /// <exception cref="ArgumentException">An argument is not known.</exception>
    public static int Print(IReadOnlyList<string> arguments)
    {
        int rounds = 9;
        var properties = new List<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--rounds" when i + 1 < arguments.Count:
                    rounds = int.Parse(arguments[++i], NumberStyles.None, CultureInfo.InvariantCulture);
                    break;
                case { } property when property.StartsWith("-p:", StringComparison.Ordinal):
                    properties.Add(property["-p:".Length..]);
                    break;
                case { } other:
                    throw new ArgumentException($"{other} is not an option of kent bench startup: see kent bench --help.");
            }
        }

        var program = PublishedProgram.Publish(properties);
        string folder = Directory.CreateTempSubdirectory("kent-startup").FullName;
        try
        {
            Print(program, Path.Combine(folder, "out"), Math.Max(rounds, 1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void Print(PublishedProgram program, string folder, int rounds)
    {
        string[] work =
            ["run", "baseline-2019", "--years", "10", "--parameters", "fixed", "--engine", "local", "--threads", "1", "--replications", "1", "--timings", "--out", folder];
        double[] empty = [.. Enumerable.Range(0, rounds).Select(_ => program.Run("--version").Parts[^1].Until)];
        program.Run(work); // Brings the files into the system's memory.
        StartupRun[] runs = [.. Enumerable.Range(0, rounds).Select(_ => program.Run(work))];
        Console.WriteLine($"kent {string.Join(' ', work[..^2])}: median and best of {rounds} runs of the published program, ms of wall time.\n");
        Console.WriteLine("| from the start of the process to | median | best | of it for this part, median | best |\n| --- | ---: | ---: | ---: | ---: |");
        for (int part = 0; part < runs[0].Parts.Count; part++)
        {
            Row(runs[0].Parts[part].Name, [.. runs.Select(run => run.Parts[part].Until)], [.. runs.Select(run => run.Parts[part].Until - (part == 0 ? 0 : run.Parts[part - 1].Until))]);
        }

        Row("the first line of results", [.. runs.Select(run => run.FirstOutput)], null);
        Row("the end of kent --version", empty, null);
    }

    private static void Row(string name, double[] until, double[]? alone)
    {
        string own = alone is null ? " | " : $"{1e3 * Median(alone):0} | {1e3 * alone.Min():0}";
        Console.WriteLine($"| {name} | {1e3 * Median(until):0} | {1e3 * until.Min():0} | {own} |");
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
