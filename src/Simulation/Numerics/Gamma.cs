using System.Diagnostics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>A gamma distribution, sampled by Marsaglia and Tsang's method (2000) with addressed attempts.</summary>
/// <remarks>At least 95% of first attempts are accepted; a draw costs about one block, and a second where the shape is below 1.</remarks>
public readonly record struct Gamma
{
    /// <summary>Creates the distribution.</summary>
    /// <param name="shape">The shape, from 0.001 to 1e9; the mean is shape x scale.</param>
    /// <param name="scale">The scale, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public Gamma(double shape, double scale)
    {
        Require.Between(shape, 0.001, 1e9);
        Require.PositiveFinite(scale);
        Shape = shape;
        Scale = scale;
    }

    /// <summary>The shape.</summary>
    public double Shape { get; }

    /// <summary>The scale.</summary>
    public double Scale { get; }

    /// <summary>The mean.</summary>
    public double Mean => Shape * Scale;

    /// <summary>The distribution with this mean and standard deviation.</summary>
    /// <param name="mean">The mean, positive.</param>
    /// <param name="sd">The standard deviation, positive; the shape is (mean / sd)^2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static Gamma FromMeanAndSd(double mean, double sd)
    {
        Require.PositiveFinite(mean);
        Require.PositiveFinite(sd);
        return new Gamma(mean / sd * (mean / sd), sd / mean * sd);
    }

    /// <summary>The draw at one address.</summary>
    /// <param name="draws">The entity's random numbers.</param>
    /// <param name="process">What the draw decides.</param>
    /// <param name="ordinal">How many times the entity has used the process before; below <see cref="Draws.AttemptOrdinalLimit"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 2^40 or more.</exception>
    public double Sample(in Draws draws, ushort process, ulong ordinal)
    {
        if (Shape >= 1)
        {
            return Scale * SampleShapeFrom1(Shape, draws, process, ordinal);
        }

        // Gamma(a) = Gamma(a + 1) U^(1/a). The last attempt number is never an attempt's, so its bits are free for U.
        double u = draws.Attempt(process, ordinal, byte.MaxValue).Uniform53AB;
        return Scale * SampleShapeFrom1(Shape + 1, draws, process, ordinal) * Elementary.Pow(u, 1 / Shape);
    }

    private static double SampleShapeFrom1(double shape, in Draws draws, ushort process, ulong ordinal)
    {
        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        for (byte attempt = 0; attempt < byte.MaxValue; attempt++)
        {
            RandomBlock block = draws.Attempt(process, ordinal, attempt);
            double x = NormalQuantile.Of(block.Uniform53AB);
            double root = 1 + (c * x);
            double v = root * root * root;
            if (v > 0 && Elementary.Log(block.Uniform53CD) < (0.5 * x * x) + d - (d * v) + (d * Elementary.Log(v)))
            {
                return d * v;
            }
        }

        throw new UnreachableException("255 rejections in a row have a chance below 10^-300.");
    }
}
