namespace KentSufficiency.Scenarios.Alignment;

/// <summary>
/// Finds the shift with which a simulated mean meets a total. The mean rises with the shift, and since every try meets the same luck it hardly
/// shakes: false position after Illinois, first with few replications, then one step with many.
/// </summary>
/// <param name="mean">The mean at a shift, over so many replications.</param>
/// <param name="target">The total; above 0.</param>
/// <param name="most">The widest shift allowed, either way.</param>
internal sealed class ShiftSearch(Func<double, int, double> mean, double target, double most)
{
    /// <summary>How near the total is near enough, as a share of it.</summary>
    public const double Tolerance = 0.0005;

    private const int MostTries = 24;
    private const double FirstStep = 0.1;
    private const double Narrowest = 1e-5;

    /// <summary>Finds it.</summary>
    /// <param name="guess">Where it may be.</param>
    /// <param name="few">Replications while searching.</param>
    /// <param name="many">Replications of the last step; at least as many.</param>
    /// <returns>The shift; or, where no allowed shift meets the total, the mean that comes nearest to it, and no shift.</returns>
    public (double? Shift, double Nearest) Find(double guess, int few, int many)
    {
        (double at, double off) = (0, Off(0, few));
        double next = Math.Clamp(Math.Abs(guess) > FirstStep && Math.Sign(guess) == -Math.Sign(off) ? guess : -Math.Sign(off) * FirstStep, -most, most);
        if (next == 0)
        {
            next = FirstStep;
        }

        (double to, double offThere) = (next, Off(next, few));
        while (off * offThere > 0 && Math.Abs(off) > Tolerance)
        {
            if (Math.Abs(to) >= most)
            {
                return (null, target * (1 + offThere));
            }

            (at, off) = (to, offThere);
            to = Math.Clamp(2 * to, -most, most);
            offThere = Off(to, few);
        }

        (double shift, double slope) = Narrow((at, off), (to, offThere), few);
        return many <= few || !(slope > 0) ? (shift, target) : (Math.Clamp(shift - (Off(shift, many) / slope), -most, most), target);
    }

    /// <summary>The root between two ends, and how steep the mean is there.</summary>
    private (double Shift, double Slope) Narrow((double At, double Off) a, (double At, double Off) b, int few)
    {
        (double At, double Off) best = Math.Abs(a.Off) <= Math.Abs(b.Off) ? a : b;
        double slope = (b.Off - a.Off) / (b.At - a.At);
        double weight = 1; // Illinois: an end that stays counts for less each time, so that the other moves on.
        for (int tries = 0; tries < MostTries && Math.Abs(best.Off) > Tolerance && Math.Abs(b.At - a.At) > Narrowest; tries++)
        {
            double at = ((a.At * b.Off) - (b.At * a.Off * weight)) / (b.Off - (a.Off * weight));
            (double At, double Off) tried = (at, Off(at, few));
            best = tried;
            slope = (b.Off - a.Off) / (b.At - a.At);
            if (tried.Off * b.Off < 0)
            {
                (a, weight) = (b, 1);
            }
            else
            {
                weight /= 2;
            }

            b = tried;
        }

        return (best.At, slope);
    }

    /// <summary>How far the mean is from the total, as a share of it.</summary>
    private double Off(double shift, int replications) => (mean(shift, replications) / target) - 1;
}
