using System.Diagnostics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// A Poisson distribution, for a mean that changes from draw to draw; where it is fixed, <see cref="PoissonTable"/> is faster.
/// </summary>
/// <remarks>
/// Means below 10 are sampled by sequential inversion (mean + 1 steps on average), larger ones by Hörmann's transformed rejection
/// PTRS (1993) with addressed attempts, whose cost does not grow with the mean.
/// </remarks>
public readonly record struct Poisson
{
    private const double RejectionFrom = 10;

    /// <summary>Creates the distribution.</summary>
    /// <param name="mean">The mean, from 0 to 1e8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is out of its range.</exception>
    public Poisson(double mean)
    {
        Require.Between(mean, 0, 1e8);
        Mean = mean;
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The draw at one address.</summary>
    /// <param name="draws">The entity's random numbers.</param>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below <see cref="Draws.AttemptOrdinalLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^40 or more.</exception>
    public int Sample(in Draws draws, ushort process, ulong ordinal) => Mean < RejectionFrom
        ? Invert(draws.Attempt(process, ordinal, 0).Uniform53AB)
        : Reject(draws, process, ordinal);

    private int Invert(double u)
    {
        const int beyondReach = 200; // Below mean 10 the chance of more is under 10^-160; rounding must not make it a long walk.
        double probability = Elementary.Exp(-Mean);
        double below = probability;
        int k = 0;
        while (u > below && k < beyondReach)
        {
            k++;
            probability *= Mean / k;
            below += probability;
        }

        return k;
    }

    private int Reject(in Draws draws, ushort process, ulong ordinal)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(Mean));
        double a = -0.059 + (0.02483 * b);
        double squeeze = 0.9277 - (3.6224 / (b - 2));
        for (byte attempt = 0; attempt < byte.MaxValue; attempt++)
        {
            RandomBlock block = draws.Attempt(process, ordinal, attempt);
            double u = block.Uniform53AB - 0.5;
            double v = block.Uniform53CD;
            double edge = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / edge) + b) * u) + Mean + 0.43);
            if (edge >= 0.07 && v <= squeeze)
            {
                return (int)k;
            }

            if (k >= 0 && !(edge < 0.013 && v > edge) && IsUnderTheCurve(k, v, (a / (edge * edge)) + b, b))
            {
                return (int)k;
            }
        }

        throw new UnreachableException("255 rejections in a row have a chance below 10^-100.");
    }

    private bool IsUnderTheCurve(double k, double v, double hat, double b)
    {
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4));
        return Elementary.Log(v * inverseAlpha / hat) <= (k * Elementary.Log(Mean)) - Mean - LogGamma.Of(k + 1);
    }
}
