using System.Text.Json.Serialization;

namespace KentSufficiency.Benchmarks.Compare;

/// <summary>What one benchmark came to with one set of parameters.</summary>
/// <param name="Class">The class, with its folder: <c>Core.DrawBenchmarks</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters, such as <c>Pending=30000</c>; empty where there are none.</param>
/// <param name="IsBaseline">Whether the others of the class with the same parameters are held against it.</param>
/// <param name="Rounds">
/// Nanoseconds an operation, for each round of the suite one value an iteration, outliers above taken out as BenchmarkDotNet does.
/// </param>
/// <param name="AllocatedBytes">Bytes allocated an operation; null where it was not measured.</param>
public sealed record BenchmarkResult(
    string Class, string Method, string Parameters, bool IsBaseline, IReadOnlyList<IReadOnlyList<double>> Rounds, long? AllocatedBytes)
{
    /// <summary>The name by which two files are matched.</summary>
    [JsonIgnore]
    public string Key => $"{Class}.{Method}({Parameters})";

    /// <summary>All iterations of all rounds.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Nanoseconds => [.. Rounds.SelectMany(round => round)];
}

/// <summary>The machine a run was taken on, without anything that names it.</summary>
/// <param name="Processor">The processor.</param>
/// <param name="Cores">Logical cores that the run could use.</param>
/// <param name="Vectors">The widest vectors of the processor, in bits.</param>
/// <param name="Framework">The version of .NET.</param>
/// <param name="System">The operating system.</param>
public sealed record MachineFacts(string Processor, int Cores, int Vectors, string Framework, string System);

/// <summary>The results of one run of the suite.</summary>
/// <param name="Set">What was run: <c>full</c>, <c>quick</c>, <c>ci</c>, with the filter if there was one.</param>
/// <param name="Taken">The day.</param>
/// <param name="Machine">The machine.</param>
/// <param name="LoadBefore">Programs that wanted a core, over the minute before the run; null where the system does not tell.</param>
/// <param name="LoadAfter">The same at the end; the run itself is one of them.</param>
/// <param name="Benchmarks">The benchmarks in the order in which they ran.</param>
public sealed record BenchmarkRun(
    string Set, string Taken, MachineFacts Machine, double? LoadBefore, double? LoadAfter, IReadOnlyList<BenchmarkResult> Benchmarks)
{
    /// <summary>The baseline of a benchmark: of its class, with its parameters, of this run. Null where it was not run.</summary>
    public BenchmarkResult? BaselineOf(BenchmarkResult benchmark) =>
        Benchmarks.FirstOrDefault(other => other.IsBaseline && other.Class == benchmark.Class && other.Parameters == benchmark.Parameters);
}
