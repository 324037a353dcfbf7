namespace KentSufficiency.Benchmarks.Compare;

/// <summary>A part of a variance, and its degrees of freedom.</summary>
internal readonly record struct VariancePart(double Variance, int Freedom);

/// <summary>The logarithm of a benchmark's time over that of its baseline in the same run, and how well it is known.</summary>
/// <remarks>
/// <para>Over a run of one or two rounds, <c>L = ln(m / b)</c>, and by the delta method <c>V = s(m)^2 / (n(m) m^2) + s(b)^2 / (n(b) b^2)</c>, with means m and b,
/// variances s^2 and iterations n of benchmark and baseline: two parts with n - 1 degrees of freedom each.</para>
/// <para>Over three rounds R or more, L is the mean of the rounds' own <c>ln(m / b)</c>, and V their variance over R: one part with R - 1 degrees of freedom. It
/// holds what the delta method has, and beside it what other work on the machine does to one benchmark and not to the other.</para>
/// </remarks>
/// <param name="Value">L; not a number where there is no baseline.</param>
/// <param name="Parts">The parts of V.</param>
internal sealed record LogRatio(double Value, IReadOnlyList<VariancePart> Parts)
{
    /// <summary>The least number of rounds whose spread is trusted.</summary>
    public const int LeastRounds = 3;

    /// <summary>The ratio itself.</summary>
    public double Ratio => Math.Exp(Value);

    /// <summary>V.</summary>
    public double Variance => Parts.Sum(part => part.Variance);

    /// <summary>The ratio of a benchmark.</summary>
    public static LogRatio Of(BenchmarkResult benchmark, BenchmarkResult baseline)
    {
        int rounds = Math.Min(benchmark.Rounds.Count, baseline.Rounds.Count);
        if (rounds < LeastRounds)
        {
            return Of(Sample.Of(benchmark.Nanoseconds), Sample.Of(baseline.Nanoseconds));
        }

        var ratios = Sample.Of([.. benchmark.Rounds.Zip(baseline.Rounds, (one, other) => Math.Log(one.Average() / other.Average()))]);
        return new LogRatio(ratios.Mean, [new VariancePart(ratios.Variance / ratios.Count, ratios.Count - 1)]);
    }

    /// <summary>The ratio of two means, by the delta method.</summary>
    public static LogRatio Of(in Sample benchmark, in Sample baseline) => new(
        Math.Log(benchmark.Mean / baseline.Mean),
        [new VariancePart(benchmark.LogVariance, benchmark.Count - 1), new VariancePart(baseline.LogVariance, baseline.Count - 1)]);
}
