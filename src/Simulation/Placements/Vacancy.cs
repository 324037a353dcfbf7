using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// What the policy sees of an in-house home with a free place: few bytes side by side, since every search looks at all of them.
/// </summary>
/// <param name="Home">Index in the register.</param>
/// <param name="East">Miles east of the origin, hundredths.</param>
/// <param name="North">Miles north of the origin, hundredths.</param>
/// <param name="AgeLow">Youngest age taken, completed years.</param>
/// <param name="AgeHigh">Oldest age taken, completed years.</param>
/// <param name="Skill">Skill level of the carers, 0 to 3.</param>
/// <param name="Type">What the household is approved to do.</param>
/// <param name="Free">Places that a child could take today.</param>
/// <param name="IsEmpty">Whether no child is placed there.</param>
/// <param name="SiblingExemption">Whether a sibling group may exceed the approval by one.</param>
/// <param name="OtherLanguage">Whether the carers speak another language.</param>
public readonly record struct Vacancy(
    int Home,
    short East,
    short North,
    byte AgeLow,
    byte AgeHigh,
    byte Skill,
    FosterType Type,
    byte Free,
    bool IsEmpty,
    bool SiblingExemption,
    bool OtherLanguage)
{
    /// <summary>What the policy sees of a home.</summary>
    public static Vacancy Of(in Home home, int index) => new(
        index, home.East, home.North, home.AgeLow, home.AgeHigh, home.Skill, home.Type, (byte)home.Free, home.Filled == 0,
        home.SiblingExemption, home.OtherLanguage);
}
