namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// The standard normal distribution's quantile (inverse of its distribution function), by Wichura's PPND16 (algorithm AS 241, Applied
/// Statistics 37, 1988): about 1 part in 10^16, no iteration, and the same bits on every machine.
/// </summary>
public static class NormalQuantile
{
    /// <summary>The value that a standard normal variable falls below with the given probability.</summary>
    /// <param name="probability">
    /// From 0 (minus infinity) to 1 (infinity); NaN outside. Given a uniform draw, the result is a standard normal draw.
    /// </param>
    public static double Of(double probability)
    {
        double q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * Centre(0.180625 - (q * q));
        }

        double tail = q < 0 ? probability : 1 - probability;
        if (!(tail > 0))
        {
            return tail == 0 ? (q < 0 ? double.NegativeInfinity : double.PositiveInfinity) : double.NaN;
        }

        double r = Math.Sqrt(-Elementary.Log(tail));
        double size = r <= 5 ? Shoulder(r - 1.6) : Tail(r - 5);
        return q < 0 ? -size : size;
    }

    private static double Centre(double r)
    {
        double above = 2.5090809287301226727e+3;
        above = (above * r) + 3.3430575583588128105e+4;
        above = (above * r) + 6.7265770927008700853e+4;
        above = (above * r) + 4.5921953931549871457e+4;
        above = (above * r) + 1.3731693765509461125e+4;
        above = (above * r) + 1.9715909503065514427e+3;
        above = (above * r) + 1.3314166789178437745e+2;
        above = (above * r) + 3.3871328727963666080;
        double below = 5.2264952788528545610e+3;
        below = (below * r) + 2.8729085735721942674e+4;
        below = (below * r) + 3.9307895800092710610e+4;
        below = (below * r) + 2.1213794301586595867e+4;
        below = (below * r) + 5.3941960214247511077e+3;
        below = (below * r) + 6.8718700749205790830e+2;
        below = (below * r) + 4.2313330701600911252e+1;
        below = (below * r) + 1;
        return above / below;
    }

    private static double Shoulder(double r)
    {
        double above = 7.74545014278341407640e-4;
        above = (above * r) + 2.27238449892691845833e-2;
        above = (above * r) + 2.41780725177450611770e-1;
        above = (above * r) + 1.27045825245236838258;
        above = (above * r) + 3.64784832476320460504;
        above = (above * r) + 5.76949722146069140550;
        above = (above * r) + 4.63033784615654529590;
        above = (above * r) + 1.42343711074968357734;
        double below = 1.05075007164441684324e-9;
        below = (below * r) + 5.47593808499534494600e-4;
        below = (below * r) + 1.51986665636164571966e-2;
        below = (below * r) + 1.48103976427480074590e-1;
        below = (below * r) + 6.89767334985100004550e-1;
        below = (below * r) + 1.67638483018380384940;
        below = (below * r) + 2.05319162663775882187;
        below = (below * r) + 1;
        return above / below;
    }

    private static double Tail(double r)
    {
        double above = 2.01033439929228813265e-7;
        above = (above * r) + 2.71155556874348757815e-5;
        above = (above * r) + 1.24266094738807843860e-3;
        above = (above * r) + 2.65321895265761230930e-2;
        above = (above * r) + 2.96560571828504891230e-1;
        above = (above * r) + 1.78482653991729133580;
        above = (above * r) + 5.46378491116411436990;
        above = (above * r) + 6.65790464350110377720;
        double below = 2.04426310338993978564e-15;
        below = (below * r) + 1.42151175831644588870e-7;
        below = (below * r) + 1.84631831751005468180e-5;
        below = (below * r) + 7.86869131145613259100e-4;
        below = (below * r) + 1.48753612908506148525e-2;
        below = (below * r) + 1.36929880922735805310e-1;
        below = (below * r) + 5.99832206555887937690e-1;
        below = (below * r) + 1;
        return above / below;
    }
}
