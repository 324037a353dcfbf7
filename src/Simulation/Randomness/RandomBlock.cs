using System.Runtime.InteropServices;

namespace KentSufficiency.Simulation.Randomness;

/// <summary>The 128 random bits found at one address, as four words. A rule reads each word for one purpose only.</summary>
/// <remarks>
/// A block serves either four 32-bit uniforms or two finer ones, or one finer and two 32-bit. All lie strictly between 0 and 1 and
/// symmetrically about one half, so that a logarithm or a quantile of them is finite.
/// </remarks>
/// <param name="A">First word.</param>
/// <param name="B">Second word.</param>
/// <param name="C">Third word.</param>
/// <param name="D">Fourth word.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct RandomBlock(uint A, uint B, uint C, uint D)
{
    private const double TwoToMinus32 = 1.0 / 4294967296.0;
    private const double TwoToMinus52 = 1.0 / 4503599627370496.0;

    /// <summary>The first word as a uniform: (A + 0.5) / 2^32.</summary>
    public double UniformA => Uniform(A);

    /// <summary>The second word as a uniform: (B + 0.5) / 2^32.</summary>
    public double UniformB => Uniform(B);

    /// <summary>The third word as a uniform: (C + 0.5) / 2^32.</summary>
    public double UniformC => Uniform(C);

    /// <summary>The fourth word as a uniform: (D + 0.5) / 2^32.</summary>
    public double UniformD => Uniform(D);

    /// <summary>A and the top 20 bits of B as a uniform that fills the 53 bits of a double: an odd multiple of 2^-53.</summary>
    public double Uniform53AB => Uniform53(A, B);

    /// <summary>C and the top 20 bits of D as a uniform that fills the 53 bits of a double: an odd multiple of 2^-53.</summary>
    public double Uniform53CD => Uniform53(C, D);

    /// <summary>A word as a uniform: (word + 0.5) / 2^32.</summary>
    /// <param name="word">A word of a block.</param>
    public static double Uniform(uint word) => (word + 0.5) * TwoToMinus32;

    // 52 bits and a half, not 53 and a half: the latter would not be exact and could round to 1.
    private static double Uniform53(uint high, uint low) => ((((ulong)high << 20) | (low >> 12)) + 0.5) * TwoToMinus52;
}
