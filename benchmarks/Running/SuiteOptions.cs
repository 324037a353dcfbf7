namespace KentSufficiency.Benchmarks.Running;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Set">The part of the suite.</param>
/// <param name="Filters">Patterns of full names with * and ?; none means all.</param>
/// <param name="Out">The folder of the results.</param>
/// <param name="IsVerbose">Whether BenchmarkDotNet's own words are shown.</param>
/// <param name="ListsOnly">Whether the benchmarks are listed and not run.</param>
internal sealed record SuiteOptions(BenchmarkSet Set, IReadOnlyList<string> Filters, string Out, bool IsVerbose, bool ListsOnly)
{
    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="usualOut">The folder of the results where none is named.</param>
    /// <exception cref="ArgumentException">An argument is not known, or misses its value.</exception>
    public static SuiteOptions Parse(IReadOnlyList<string> arguments, string usualOut)
    {
        var options = new SuiteOptions(BenchmarkSet.Full, [], usualOut, IsVerbose: false, ListsOnly: false);
        for (int i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Set = BenchmarkSet.Quick },
                "--ci" => options with { Set = BenchmarkSet.Ci },
                "--verbose" => options with { IsVerbose = true },
                "--list" => options with { ListsOnly = true },
                "--filter" => options with { Filters = [.. options.Filters, .. Values(arguments, ref i)] },
                "--out" => options with { Out = Path.GetFullPath(Values(arguments, ref i)[0]) },
                string other => throw new ArgumentException($"{other} is not an option of kent bench: see kent bench --help."),
            };
        }

        return options;
    }

    private static List<string> Values(IReadOnlyList<string> arguments, ref int at)
    {
        var values = new List<string>();
        string option = arguments[at];
        while (at + 1 < arguments.Count && !arguments[at + 1].StartsWith('-'))
        {
            values.Add(arguments[++at]);
        }

        return values.Count > 0 ? values : throw new ArgumentException($"{option} misses its value: see kent bench --help.");
    }
}
