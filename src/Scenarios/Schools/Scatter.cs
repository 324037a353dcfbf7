using System.Text;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Numbers that look scattered and are fixed: what stands in for chance where the estate is made, so that it needs no seed.</summary>
internal static class Scatter
{
    private const double Golden = 0.6180339887498949;
    private const double Plastic = 0.7548776662466927;
    private const double PlasticSquared = 0.5698402909980532;

    /// <summary>A number from 0 to below 1 made from a text (FNV-1a, then mixed).</summary>
    public static double Unit(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 1099511628211;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return ((hash ^ (hash >> 33)) >> 11) / 9007199254740992.0;
    }

    /// <summary>The i-th point of an even sequence from 0 to below 1.</summary>
    public static double Line(int i) => Fraction((i + 0.5) * Golden);

    /// <summary>The i-th point of an even sequence in the unit square.</summary>
    public static (double X, double Y) Square(int i) => (Fraction(0.5 + ((i + 1) * Plastic)), Fraction(0.5 + ((i + 1) * PlasticSquared)));

    /// <summary>The index of the class into which a number from 0 to 1 falls; the shares need not add to 1.</summary>
    public static int Class(double unit, IReadOnlyList<double> shares)
    {
        double left = unit * shares.Sum();
        for (int i = 0; i < shares.Count - 1; i++)
        {
            left -= shares[i];
            if (left < 0)
            {
                return i;
            }
        }

        return shares.Count - 1;
    }

    private static double Fraction(double value) => value - Math.Floor(value);
}
