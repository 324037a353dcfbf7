namespace KentSufficiency.Benchmarks.Compare;

/// <summary>Count, mean and variance of the iterations of a benchmark.</summary>
/// <param name="Count">Iterations.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Variance">Their variance, with Count - 1; not a number for fewer than two.</param>
internal readonly record struct Sample(int Count, double Mean, double Variance)
{
    /// <summary>The sample of some values.</summary>
    public static Sample Of(IReadOnlyList<double> values)
    {
        double mean = values.Count == 0 ? double.NaN : values.Average();
        double squares = values.Sum(value => (value - mean) * (value - mean));
        return new Sample(values.Count, mean, values.Count < 2 ? double.NaN : squares / (values.Count - 1));
    }

    /// <summary>The variance of the logarithm of the mean, by the delta method: that of the mean over the mean squared.</summary>
    public double LogVariance => Variance / (Count * Mean * Mean);
}
