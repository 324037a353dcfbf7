using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>Whether a child is, or was, looked after, as admission law asks it.</summary>
public enum CareHistory : byte
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>Was, and left by adoption, a child arrangements order or special guardianship.</summary>
    Previously,

    /// <summary>Is.</summary>
    LookedAfter,
}

/// <summary>
/// What an admission authority asks about a child, drawn from the child's address: the same answer whoever asks, and at a higher share
/// the same children and more.
/// </summary>
public static class AdmissionCharacter
{
    /// <summary>The block of <see cref="Process.ResidentCharacter"/> that holds these draws: A the test, B faith, C history of care.</summary>
    public const int CharacterBlock = 16;

    /// <summary>The block of a child's admission character.</summary>
    public static RandomBlock Of(in Draws draws) => draws.For(Process.ResidentCharacter, CharacterBlock);

    /// <summary>Whether the child passes the Kent test.</summary>
    public static bool PassesTest(in RandomBlock character, AdmissionRates rates) => character.UniformA < rates.TestPass;

    /// <summary>Whether the family meets the faith criterion.</summary>
    public static bool OfFaith(in RandomBlock character, AdmissionRates rates) => character.UniformB < rates.FaithShare;

    /// <summary>Whether the child is or was looked after when it applies to a phase.</summary>
    public static CareHistory CareHistoryOf(in RandomBlock character, AdmissionRates rates, SchoolPhase phase)
    {
        double lookedAfter = rates.LookedAfter[(int)phase];
        double u = character.UniformC;
        return u < lookedAfter ? CareHistory.LookedAfter
            : u < lookedAfter + rates.PreviouslyLookedAfter[(int)phase] ? CareHistory.Previously
            : CareHistory.None;
    }

    /// <summary>Whether the child is or was looked after when it applies to a phase.</summary>
    public static CareHistory CareHistoryOf(in Draws draws, AdmissionRates rates, SchoolPhase phase) =>
        CareHistoryOf(Of(draws), rates, phase);
}
