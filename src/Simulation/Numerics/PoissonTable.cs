using System.Numerics;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// A Poisson distribution of fixed mean, tabulated: a draw is one look-up and on average less than one step, from one uniform. Made
/// for the arrivals of a district's day. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Inversion with a guide table: a larger uniform gives as large a count or larger, which an alias table would not promise.
/// </remarks>
public sealed class PoissonTable
{
    // What lies beyond is less likely than the granularity of a 53-bit uniform.
    private const double Negligible = 1e-18;

    private const int IntervalsPerRow = 8;

    private readonly int _first;
    private readonly double[] _cumulative;
    private readonly int[] _guide;

    /// <summary>Tabulates the distribution; the table has about 18 x sqrt(mean) rows.</summary>
    /// <param name="mean">The mean, from 0 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is out of its range.</exception>
    public PoissonTable(double mean)
    {
        Require.Between(mean, 0, 1_000_000);
        Mean = mean;
        (_first, List<double> probabilities) = Probabilities(mean);
        _cumulative = Accumulate(probabilities);
        _guide = Guide(_cumulative);
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>A draw, by inversion: a larger uniform gives as large a count or larger.</summary>
    /// <param name="u">A uniform between 0 and 1, both excluded; with one of 32 bits counts rarer than 2^-33 do not occur.</param>
    public int Sample(double u)
    {
        int row = _guide[double.ConvertToIntegerNative<int>(u * _guide.Length)];
        while (_cumulative[row] < u)
        {
            row++;
        }

        return _first + row;
    }

    // From the mode outwards, since far from it the probabilities underflow. The list grows to the left in reverse.
    private static (int First, List<double> Probabilities) Probabilities(double mean)
    {
        int mode = (int)mean;
        double logMean = mean > 0 ? Elementary.Log(mean) : 0;
        double atMode = Elementary.Exp((mode * logMean) - mean - LogGamma.Of(mode + 1.0));
        var probabilities = new List<double>();
        int first = mode;
        for (double p = atMode * mode / mean; first > 0 && p >= Negligible; p *= first / mean)
        {
            probabilities.Add(p);
            first--;
        }

        probabilities.Reverse();
        int k = mode;
        for (double p = atMode; p >= Negligible; p *= mean / k)
        {
            probabilities.Add(p);
            k++;
        }

        return (first, probabilities);
    }

    private static double[] Accumulate(List<double> probabilities)
    {
        var cumulative = new double[probabilities.Count];
        double total = probabilities.Sum(); // 1 but for rounding, which grows with the mean.
        double sum = 0;
        for (int i = 0; i < cumulative.Length; i++)
        {
            sum += probabilities[i];
            cumulative[i] = sum / total;
        }

        // The last row takes the neglected tail, so that every uniform finds a row.
        cumulative[^1] = 1;
        return cumulative;
    }

    // For each of many equal intervals of the uniform the first row that it can end in. As many as this, and few have a row to step over.
    private static int[] Guide(double[] cumulative)
    {
        var guide = new int[(int)BitOperations.RoundUpToPowerOf2((uint)(IntervalsPerRow * cumulative.Length))];
        int row = 0;
        for (int i = 0; i < guide.Length; i++)
        {
            while (cumulative[row] < (double)i / guide.Length)
            {
                row++;
            }

            guide[i] = row;
        }

        return guide;
    }
}
