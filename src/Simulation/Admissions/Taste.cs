using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// How a family likes a school beyond what can be seen of it: a Gumbel variable at the address (child, phase, school), so that shares of
/// first preferences are those of a logit. A block serves the four schools whose indices differ in their last two bits only, a word each.
/// </summary>
/// <remarks>
/// A word is used twice, in bits that are independent: the upper <see cref="Bits"/> are the family's taste for this child, the next ones
/// its taste when it chose for an older child. Values come from a table of 2^<see cref="Bits"/> quantiles at the middle of equal
/// probabilities, from -2.2 to 9.0: no logarithm in the loop.
/// </remarks>
public static class Taste
{
    /// <summary>Bits of a word that a value takes.</summary>
    public const int Bits = 12;

    internal const int SchoolsABlock = 4;

    private const int PhaseShift = 16;
    private const int OlderShift = 32 - Bits - Bits;
    private const uint Mask = (1u << Bits) - 1;

    private static readonly float[] s_quantiles = Tabulate();

    internal static ReadOnlySpan<float> Quantiles => s_quantiles;

    /// <summary>The ordinal of <see cref="Process.Preference"/> of a school's block.</summary>
    public static int Ordinal(SchoolPhase phase, int school) => ((int)phase << PhaseShift) | (school / SchoolsABlock);

    /// <summary>A family's taste for a school.</summary>
    public static float Of(in Draws draws, SchoolPhase phase, int school) =>
        OfWord(Word(draws.For(Process.Preference, Ordinal(phase, school)), school));

    /// <summary>The word of a school within its block.</summary>
    internal static uint Word(in RandomBlock block, int school) => (school % SchoolsABlock) switch
    {
        0 => block.A,
        1 => block.B,
        2 => block.C,
        _ => block.D,
    };

    /// <summary>The taste for this child.</summary>
    internal static float OfWord(uint word) => s_quantiles[word >> (32 - Bits)];

    /// <summary>The taste when the family chose for an older child.</summary>
    internal static float OfOlder(uint word) => s_quantiles[(word >> OlderShift) & Mask];

    /// <summary>The tastes for this child of schools whose words lie at given places, in their order.</summary>
    internal static void OfWords(ReadOnlySpan<uint> words, ReadOnlySpan<byte> places, Span<float> tastes)
    {
        ReadOnlySpan<float> quantiles = s_quantiles;
        tastes = tastes[..places.Length];
        for (int n = 0; n < tastes.Length; n++)
        {
            tastes[n] = quantiles[(int)(words[places[n]] >> (32 - Bits))];
        }
    }

    /// <summary>The same of the tastes when the families chose for an older child.</summary>
    internal static void OfOlder(ReadOnlySpan<uint> words, ReadOnlySpan<byte> places, Span<float> tastes)
    {
        ReadOnlySpan<float> quantiles = s_quantiles;
        tastes = tastes[..places.Length];
        for (int n = 0; n < tastes.Length; n++)
        {
            tastes[n] = quantiles[(int)((words[places[n]] >> OlderShift) & Mask)];
        }
    }

    /// <summary>What is seen of a school, distance apart.</summary>
    internal static float Seen(AdmissionRates rates, SchoolPhase phase, School school, double liking, Grade grade, int district)
    {
        double local = phase == SchoolPhase.Secondary && school.District == district ? rates.LocalEffect : 0;
        return (float)(liking + rates.GradeEffect[(int)grade] + local + (school.Selective ? rates.SelectiveEffect : 0));
    }

    private static float[] Tabulate()
    {
        const int count = 1 << Bits;
        var values = new float[count];
        for (int n = 0; n < count; n++)
        {
            values[n] = (float)-Elementary.Log(-Elementary.Log((n + 0.5) / count));
        }

        return values;
    }
}
