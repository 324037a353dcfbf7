using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>
/// Logit scaling (Stephensen 2016): all chances get one shift of their log-odds, so that what they add up to is a given total. Of all ways to meet
/// the total it loses the least information (in the sense of Kullback and Leibler), keeps the order of the chances, and leaves those of 0 and 1 alone.
/// </summary>
public static class LogitScaling
{
    /// <summary>The widest shift that is looked for: beyond it a chance is 0 or 1 to all that a double can tell.</summary>
    private const double Widest = 64;

    private const int Halvings = 200;

    /// <summary>A chance after its odds have been multiplied.</summary>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="factor">What its odds are multiplied by: the exponential of the shift; not negative.</param>
    public static double Scale(double chance, double factor) => chance * factor / (1 - chance + (chance * factor));

    /// <summary>The shift of the log-odds with which weighted chances add up to a total, to the last bits of a double.</summary>
    /// <param name="chances">Chances from 0 to 1.</param>
    /// <param name="weights">How many decide by each; not negative.</param>
    /// <param name="total">What they are to add up to.</param>
    /// <exception cref="ArgumentException">
    /// No shift meets the total: it must lie between the weight of the chances that are 1 and the weight of those that are not 0, exclusive.
    /// </exception>
    public static double Shift(ReadOnlySpan<double> chances, ReadOnlySpan<double> weights, double total)
    {
        double low = -Widest;
        double high = Widest;
        if (!(total > Sum(chances, weights, low) && total < Sum(chances, weights, high)))
        {
            throw new ArgumentException($"No shift of the log-odds makes the chances add up to {total}.", nameof(total));
        }

        for (int i = 0; i < Halvings && low < high; i++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Sum(chances, weights, middle) < total ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private static double Sum(ReadOnlySpan<double> chances, ReadOnlySpan<double> weights, double shift)
    {
        double factor = Elementary.Exp(shift);
        double sum = 0;
        for (int i = 0; i < chances.Length; i++)
        {
            sum += weights[i] * Scale(chances[i], factor);
        }

        return sum;
    }
}
