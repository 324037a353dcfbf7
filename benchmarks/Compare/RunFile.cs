using System.Text.Json;

namespace KentSufficiency.Benchmarks.Compare;

/// <summary>The results of a run as a JSON file: every iteration, so that whoever reads it can judge anew.</summary>
internal static class RunFile
{
    /// <summary>The name of the file in a folder of results.</summary>
    public const string Name = "results.json";

    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads a file, or that of a folder.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it holds no results.</exception>
    public static BenchmarkRun Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        if (!File.Exists(file))
        {
            throw new InvalidDataException($"{file} is missing: name a file of results, or a folder that holds {Name}.");
        }

        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{file} holds no results of kent bench: {broken.Message}", broken);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static BenchmarkRun Parse(string text) =>
        JsonSerializer.Deserialize<BenchmarkRun>(text, s_options) is { Benchmarks: not null, Machine: not null } run
            ? run
            : throw new JsonException("there is no list of benchmarks, or no machine.");

    /// <summary>The text of a file: one line a benchmark, so that git shows what has moved.</summary>
    public static string Write(BenchmarkRun run)
    {
        string head = JsonSerializer.Serialize(run with { Benchmarks = [] }, s_options);
        string rows = string.Join(",\n", run.Benchmarks.Select(benchmark => "  " + JsonSerializer.Serialize(Rounded(benchmark), s_options)));
        return $"{head[..head.LastIndexOf("[]", StringComparison.Ordinal)]}[\n{rows}\n]}}\n";
    }

    private static BenchmarkResult Rounded(BenchmarkResult benchmark) => benchmark with
    {
        Rounds = [.. benchmark.Rounds.Select(round => (double[])[.. round.Select(static value => Math.Round(value, value < 1000 ? 4 : 0))])],
    };
}
