namespace KentSufficiency.Scenarios.Fidelity.Distances;

/// <summary>How far apart two distributions over the same categories are.</summary>
internal static class Distance
{
    /// <summary>
    /// Total variation: half the sum of the differences of the shares, from 0 to 1. So large a share of the one would have to be put into other categories to give the other.
    /// </summary>
    /// <param name="one">Shares or counts; they need not sum to 1.</param>
    /// <param name="other">The same of the other.</param>
    public static double TotalVariation(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double oneSum = Sum(one);
        double otherSum = Sum(other);
        double difference = 0;
        for (int i = 0; i < one.Length; i++)
        {
            difference += Math.Abs((one[i] / oneSum) - (other[i] / otherSum));
        }

        return difference / 2;
    }

    /// <summary>
    /// Kullback and Leibler's divergence of a distribution from another, in bits: 0 for the same, infinite where the other lacks what this has.
    /// </summary>
    /// <param name="of">Shares or counts.</param>
    /// <param name="from">The same of the other.</param>
    public static double Bits(ReadOnlySpan<double> of, ReadOnlySpan<double> from)
    {
        double ofSum = Sum(of);
        double fromSum = Sum(from);
        double bits = 0;
        for (int i = 0; i < of.Length; i++)
        {
            double share = of[i] / ofSum;
            bits += share > 0 ? share * Math.Log2(share / (from[i] / fromSum)) : 0;
        }

        return Math.Max(0, bits);
    }

    /// <summary>The sum.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
