namespace KentSufficiency.Scenarios.Statistics;

/// <summary>
/// What the replications say about one number. Two kinds of uncertainty are kept apart: <see cref="Low"/> to <see cref="High"/> is the
/// 95% uncertainty interval of the number itself; <see cref="SimulationError"/> only says how well its mean is known from this many
/// replications. Every member but the count is NaN where it rests on too few values.
/// </summary>
/// <param name="Count">Values it rests on; replications with nothing to measure (NaN) are left out.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Sd">Standard deviation of the sample (divisor n - 1); needs two values.</param>
/// <param name="Low">2.5% quantile.</param>
/// <param name="P05">5% quantile.</param>
/// <param name="P25">Lower quartile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">Upper quartile.</param>
/// <param name="P95">95% quantile.</param>
/// <param name="High">97.5% quantile.</param>
/// <param name="SimulationError">Half the width of the 95% t interval of the mean; needs two values.</param>
public readonly record struct Summary(
    int Count,
    double Mean,
    double Sd,
    double Low,
    double P05,
    double P25,
    double P50,
    double P75,
    double P95,
    double High,
    double SimulationError)
{
    /// <summary>
    /// Summarises values. The sums run in the order given, so the same values in the same order give the same bits. Takes time n log n.
    /// </summary>
    /// <param name="values">One value for each replication; NaN for nothing to measure.</param>
    public static Summary Of(ReadOnlySpan<double> values)
    {
        double[] kept = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                kept[count++] = value;
            }
        }

        Span<double> sample = kept.AsSpan(0, count);
        (double mean, double sd) = Moments(sample);
        double error = count < 2 ? double.NaN : StudentT.Quantile975(count - 1) * sd / Math.Sqrt(count);
        sample.Sort();
        return new Summary(
            count,
            mean,
            sd,
            Quantile.Type7(sample, 0.025),
            Quantile.Type7(sample, 0.05),
            Quantile.Type7(sample, 0.25),
            Quantile.Type7(sample, 0.5),
            Quantile.Type7(sample, 0.75),
            Quantile.Type7(sample, 0.95),
            Quantile.Type7(sample, 0.975),
            error);
    }

    /// <summary>
    /// Summarises the differences value - baseline, replication by replication: both met the same luck, so what remains is the strategy.
    /// A replication in which either is NaN is left out.
    /// </summary>
    public static Summary OfDifferences(ReadOnlySpan<double> baseline, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, baseline.Length);
        double[] differences = new double[values.Length];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = values[i] - baseline[i];
        }

        return Of(differences);
    }

    /// <summary>Mean and standard deviation in two passes, which stays exact where the values are large and close together.</summary>
    private static (double Mean, double Sd) Moments(ReadOnlySpan<double> sample)
    {
        if (sample.IsEmpty)
        {
            return (double.NaN, double.NaN);
        }

        double sum = 0;
        foreach (double value in sample)
        {
            sum += value;
        }

        double mean = sum / sample.Length;
        double squares = 0;
        foreach (double value in sample)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, sample.Length < 2 ? double.NaN : Math.Sqrt(squares / (sample.Length - 1)));
    }
}
