using KentSufficiency.Benchmarks.Compare;

namespace KentSufficiency.ScenariosTests.Benchmarks;

/// <summary>Runs of the suite that were made up.</summary>
internal static class Runs
{
    /// <summary>Ten iterations about a mean, 1% apart or as told.</summary>
    public static double[] About(double mean, double spread = 0.01) => [.. Enumerable.Range(0, 10).Select(i => mean * (1 + (spread * ((i - 4.5) / 4.5))))];

    public static BenchmarkResult Baseline(params double[] nanoseconds) => new("Core.DrawBenchmarks", "OneByOne", "", IsBaseline: true, [nanoseconds], 0);

    public static BenchmarkResult Filled(params double[] nanoseconds) => new("Core.DrawBenchmarks", "Filled", "", IsBaseline: false, [nanoseconds], 0);

    public static BenchmarkRun Of(params BenchmarkResult[] benchmarks) =>
        new("quick", "2026-11-30", new MachineFacts("Some processor", 2, 256, ".NET 10", "Linux"), 0.5, null, benchmarks);
}
