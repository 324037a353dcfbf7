namespace KentSufficiency.Scenarios.Statistics;

/// <summary>Student's t distribution, as far as a 95% interval of a mean needs it.</summary>
public static class StudentT
{
    private const double Normal = 1.959963984540054;

    private static readonly double[] s_small =
    [
        12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852,
    ];

    /// <summary>The 97.5% quantile, to five significant figures.</summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public static double Quantile975(int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        if (degreesOfFreedom <= s_small.Length)
        {
            return s_small[degreesOfFreedom - 1];
        }

        // The expansion about the normal quantile in powers of 1 / degrees of freedom (Abramowitz and Stegun 26.7.5).
        const double z = Normal;
        const double z2 = z * z;
        const double g1 = z * (z2 + 1) / 4;
        const double g2 = z * ((((5 * z2) + 16) * z2) + 3) / 96;
        const double g3 = z * ((((((3 * z2) + 19) * z2) + 17) * z2) - 15) / 384;
        const double g4 = z * ((((((((79 * z2) + 776) * z2) + 1482) * z2) - 1920) * z2) - 945) / 92160;
        double x = 1.0 / degreesOfFreedom;
        return z + ((((((g4 * x) + g3) * x) + g2) * x) + g1) * x;
    }
}
