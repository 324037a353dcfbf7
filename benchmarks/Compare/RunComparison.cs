namespace KentSufficiency.Benchmarks.Compare;

/// <summary>What is said of a benchmark.</summary>
internal enum Verdict
{
    /// <summary>No change that counts.</summary>
    Same,

    /// <summary>B takes less time than A.</summary>
    Faster,

    /// <summary>B takes more time than A.</summary>
    Slower,

    /// <summary>Too few iterations, or no baseline, in one of the two.</summary>
    NotJudged,

    /// <summary>Only one of the two runs has it.</summary>
    NotInBoth,
}

/// <summary>One benchmark in two runs.</summary>
/// <param name="Key">Its name.</param>
/// <param name="RatioA">Its time over that of its baseline in run A; not a number where there is none.</param>
/// <param name="RatioB">The same in run B.</param>
/// <param name="P">The two-sided p of no change.</param>
/// <param name="Margin">Half of the 99% interval of the change of the logarithm of the ratio.</param>
/// <param name="Verdict">What is said of it.</param>
internal sealed record ComparedBenchmark(string Key, double RatioA, double RatioB, double P, double Margin, Verdict Verdict)
{
    /// <summary>By how much the ratio has moved: 0.2 is a fifth more.</summary>
    public double Change => (RatioB / RatioA) - 1;

    /// <summary>The 99% interval of the change.</summary>
    public (double Low, double High) Interval => ((RatioB / RatioA * Math.Exp(-Margin)) - 1, (RatioB / RatioA * Math.Exp(Margin)) - 1);
}

/// <summary>Two runs held against each other, benchmark by benchmark. Baselines are what the others are held against, and are left out.</summary>
internal static class RunComparison
{
    /// <summary>Compares run B with run A.</summary>
    public static IReadOnlyList<ComparedBenchmark> Of(BenchmarkRun a, BenchmarkRun b)
    {
        var inA = a.Benchmarks.Where(benchmark => !benchmark.IsBaseline).ToDictionary(benchmark => benchmark.Key);
        var inB = b.Benchmarks.Where(benchmark => !benchmark.IsBaseline).ToDictionary(benchmark => benchmark.Key);
        return [.. inA.Keys.Union(inB.Keys).Select(key => Of(key, a, inA.GetValueOrDefault(key), b, inB.GetValueOrDefault(key)))];
    }

    private static ComparedBenchmark Of(string key, BenchmarkRun a, BenchmarkResult? one, BenchmarkRun b, BenchmarkResult? other)
    {
        LogRatio ratioA = RatioOf(a, one);
        LogRatio ratioB = RatioOf(b, other);
        Verdict verdict = one is null || other is null ? Verdict.NotInBoth : WelchTest.Judge(ratioA, ratioB);
        return new ComparedBenchmark(key, ratioA.Ratio, ratioB.Ratio, WelchTest.P(ratioA, ratioB), WelchTest.Margin(ratioA, ratioB), verdict);
    }

    private static LogRatio RatioOf(BenchmarkRun run, BenchmarkResult? benchmark) =>
        benchmark is not null && run.BaselineOf(benchmark) is BenchmarkResult baseline
            ? LogRatio.Of(benchmark, baseline)
            : new LogRatio(double.NaN, []);
}
