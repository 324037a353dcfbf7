namespace KentSufficiency.Scenarios.Statistics;

/// <summary>Exact quantiles of a sample.</summary>
public static class Quantile
{
    /// <summary>
    /// The quantile of type 7 (Hyndman and Fan 1996), which R, NumPy and spreadsheets use: linear between the order statistics, with the
    /// smallest value at 0 and the largest at 1. NaN for an empty sample.
    /// </summary>
    /// <param name="sorted">The sample in ascending order, without NaN.</param>
    /// <param name="probability">From 0 to 1.</param>
    public static double Type7(ReadOnlySpan<double> sorted, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double position = probability * (sorted.Length - 1);
        int below = (int)position;
        if (below == sorted.Length - 1)
        {
            return sorted[below];
        }

        return sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
