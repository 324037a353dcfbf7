namespace KentSufficiency.Benchmarks.Compare;

/// <summary>The logarithm of a benchmark's mean over that of its baseline in the same run, and how well it is known.</summary>
/// <remarks>
/// <c>L = ln(m / b)</c>. By the delta method its variance is <c>V = s(m)^2 / (n(m) m^2) + s(b)^2 / (n(b) b^2)</c>, with means m and b, variances
/// s^2 and iterations n of benchmark and baseline.
/// </remarks>
internal readonly record struct LogRatio(Sample Benchmark, Sample Baseline)
{
    /// <summary>L.</summary>
    public double Value => Math.Log(Benchmark.Mean / Baseline.Mean);

    /// <summary>The ratio itself.</summary>
    public double Ratio => Benchmark.Mean / Baseline.Mean;

    /// <summary>V.</summary>
    public double Variance => Benchmark.LogVariance + Baseline.LogVariance;

    /// <summary>The two parts of V squared, each over its degrees of freedom: what Welch and Satterthwaite's formula needs.</summary>
    public double SquaresOverFreedom => Part(Benchmark) + Part(Baseline);

    private static double Part(in Sample sample) => sample.LogVariance * sample.LogVariance / (sample.Count - 1);
}
