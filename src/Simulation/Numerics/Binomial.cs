using System.Diagnostics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>A binomial distribution: how many of n independent trials succeed.</summary>
/// <remarks>
/// Where fewer than 10 successes (or failures, whichever are rarer) are expected, by sequential inversion with that many steps on
/// average; otherwise by Hörmann's transformed rejection BTRS (1993) with addressed attempts, whose cost does not grow with n.
/// </remarks>
public readonly record struct Binomial
{
    private const double RejectionFrom = 10;

    /// <summary>Creates the distribution.</summary>
    /// <param name="trials">The number of trials, from 0 to 1e9.</param>
    /// <param name="probability">The chance of success of each, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Binomial(int trials, double probability)
    {
        Require.Between(trials, 0, 1e9);
        Require.Between(probability, 0, 1);
        Trials = trials;
        Probability = probability;
    }

    /// <summary>The number of trials.</summary>
    public int Trials { get; }

    /// <summary>The chance of success of each.</summary>
    public double Probability { get; }

    /// <summary>The mean.</summary>
    public double Mean => Trials * Probability;

    /// <summary>The draw at one address.</summary>
    /// <param name="draws">The entity's random numbers.</param>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below <see cref="Draws.AttemptOrdinalLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^40 or more.</exception>
    public int Sample(in Draws draws, ushort process, ulong ordinal)
    {
        double rarer = Math.Min(Probability, 1 - Probability);
        int count = Trials * rarer < RejectionFrom
            ? Invert(draws.Attempt(process, ordinal, 0).Uniform53AB, rarer)
            : Reject(draws, process, ordinal, rarer);
        return Probability <= 0.5 ? count : Trials - count;
    }

    private int Invert(double u, double p)
    {
        double odds = p / (1 - p);
        double probability = Elementary.Pow(1 - p, Trials);
        double below = probability;
        int k = 0;
        while (u > below && k < Trials)
        {
            k++;
            probability *= odds * (Trials - k + 1) / k;
            below += probability;
        }

        return k;
    }

    private int Reject(in Draws draws, ushort process, ulong ordinal, double p)
    {
        double sd = Math.Sqrt(Trials * p * (1 - p));
        double b = 1.15 + (2.53 * sd);
        double a = -0.0873 + (0.0248 * b) + (0.01 * p);
        double squeeze = 0.92 - (4.2 / b);
        double alpha = (2.83 + (5.1 / b)) * sd;
        for (byte attempt = 0; attempt < byte.MaxValue; attempt++)
        {
            RandomBlock block = draws.Attempt(process, ordinal, attempt);
            double u = block.Uniform53AB - 0.5;
            double v = block.Uniform53CD;
            double edge = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / edge) + b) * u) + (Trials * p) + 0.5);
            if (edge >= 0.07 && v <= squeeze)
            {
                return (int)k;
            }

            if (k >= 0 && k <= Trials && Elementary.Log(v * alpha / ((a / (edge * edge)) + b)) <= LogRelativeToMode(k, p))
            {
                return (int)k;
            }
        }

        throw new UnreachableException("255 rejections in a row have a chance below 10^-100.");
    }

    // Log of the chance of k over the chance of the mode.
    private double LogRelativeToMode(double k, double p)
    {
        double mode = Math.Floor((Trials + 1.0) * p);
        return LogGamma.Of(mode + 1) + LogGamma.Of(Trials - mode + 1) - LogGamma.Of(k + 1) - LogGamma.Of(Trials - k + 1)
            + ((k - mode) * Elementary.Log(p / (1 - p)));
    }
}
