namespace KentSufficiency.Simulation.County;

/// <summary>
/// A distribution of durations in days, tabulated as its quantiles so that a draw costs one look-up and no logarithm. Inside the
/// table quantiles are interpolated; in the two outer cells the law itself is asked, so that tails are exact.
/// </summary>
public sealed class DurationLaw
{
    /// <summary>The number of cells of the table.</summary>
    internal const int Cells = 512;

    private readonly double[] _quantiles = new double[Cells + 1];
    private readonly Func<double, double> _law;
    private EquilibriumLaw? _inStock;

    /// <summary>Tabulates a law.</summary>
    /// <param name="quantile">Days at a probability strictly between 0 and 1; non-decreasing, non-negative.</param>
    /// <exception cref="ArgumentException">The law decreases, or gives a negative or undefined duration.</exception>
    public DurationLaw(Func<double, double> quantile)
    {
        _law = quantile;
        for (int i = 0; i <= Cells; i++)
        {
            double at = Math.Clamp(i, 0.5, Cells - 0.5) / Cells;
            _quantiles[i] = quantile(at);
            if (!(_quantiles[i] >= 0) || (i > 0 && _quantiles[i] < _quantiles[i - 1]))
            {
                throw new ArgumentException($"The law gives {_quantiles[i]} days at probability {at}.", nameof(quantile));
            }
        }
    }

    /// <summary>A law that always gives the same duration.</summary>
    /// <param name="days">Days, not negative.</param>
    public static DurationLaw Fixed(double days) => new(_ => days);

    /// <summary>
    /// The same durations as they are found in a stock. Worked out when first asked for; two threads that ask at once get equal laws.
    /// </summary>
    public EquilibriumLaw InStock => _inStock ??= new EquilibriumLaw(this);

    /// <summary>The days at the edges of the cells.</summary>
    internal ReadOnlySpan<double> Quantiles => _quantiles;

    /// <summary>The duration at a uniform in (0, 1), in days, before rounding.</summary>
    public double At(double uniform)
    {
        double position = uniform * Cells;
        int cell = double.ConvertToIntegerNative<int>(position);
        if ((uint)(cell - 1) >= Cells - 2)
        {
            return _law(uniform);
        }

        double low = _quantiles[cell];
        return low + ((position - cell) * (_quantiles[cell + 1] - low));
    }

    /// <summary>A whole number of days, at least <paramref name="least"/>.</summary>
    /// <param name="uniform">Decides the duration.</param>
    /// <param name="rounding">A word that decides the rounding; independent of <paramref name="uniform"/>.</param>
    /// <param name="scale">Multiplies the duration.</param>
    /// <param name="least">The shortest duration allowed.</param>
    public int Days(double uniform, uint rounding, double scale = 1, int least = 1) =>
        Math.Max(least, Numerics.Days.Round(At(uniform) * scale, rounding));

    /// <summary>
    /// The whole duration given that <paramref name="elapsed"/> days of it have passed already: never drawn afresh.
    /// </summary>
    /// <param name="uniform">Decides the duration among those that are longer.</param>
    /// <param name="elapsed">Days passed, not negative.</param>
    public double AtGivenElapsed(double uniform, double elapsed)
    {
        double passed = ProbabilityAt(elapsed);
        return Math.Max(elapsed, At(passed + (uniform * (1 - passed))));
    }

    /// <summary>The mean of the law, in days.</summary>
    public double Mean()
    {
        double sum = 0;
        const int points = 16 * Cells;
        for (int i = 0; i < points; i++)
        {
            sum += At((i + 0.5) / points);
        }

        return sum / points;
    }

    private double ProbabilityAt(double days)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++)
        {
            double middle = 0.5 * (low + high);
            if (At(Math.Max(middle, 1e-12)) <= days)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
