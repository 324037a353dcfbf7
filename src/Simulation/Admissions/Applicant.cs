using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>Yes-or-no facts of an application.</summary>
[Flags]
public enum ApplicantFacts : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Came after the closing date: considered after all that came in time.</summary>
    Late = 1,
}

/// <summary>One child in a round. What else bears on the application is drawn from the child's address.</summary>
public readonly record struct Applicant
{
    /// <summary>The child's address.</summary>
    public required ulong Id { get; init; }

    /// <summary>The caller's own number of the child; the round hands it back and asks nothing of it.</summary>
    public required int Slot { get; init; }

    /// <summary>Planning area of the home.</summary>
    public required ushort Area { get; init; }

    /// <summary>The home, hundredths of a mile east of the origin.</summary>
    public required short East { get; init; }

    /// <summary>The home, hundredths of a mile north of the origin.</summary>
    public required short North { get; init; }

    /// <summary>The school on whose roll the child is, or <see cref="ResidentState.NoSchool"/>.</summary>
    public ushort School { get; init; }

    /// <summary>Facts of the application.</summary>
    public ApplicantFacts Facts { get; init; }

    /// <summary>Whether the application came after the closing date.</summary>
    public bool Late => (Facts & ApplicantFacts.Late) != 0;
}

/// <summary>How a round ended for a child.</summary>
public enum AdmissionRoute : byte
{
    /// <summary>No place in reach: waits.</summary>
    None,

    /// <summary>A school that the family named.</summary>
    Preference,

    /// <summary>The nearest school with places, which the family did not name.</summary>
    Allocated,

    /// <summary>The nearest school that may still take a child above its number.</summary>
    OverOffer,

    /// <summary>The family refused to be sent to a school it did not name: waits.</summary>
    Refused,
}

/// <summary>What a round gave a child.</summary>
/// <param name="Slot">The caller's number of the child.</param>
/// <param name="School">The school, or <see cref="ResidentState.NoSchool"/>.</param>
/// <param name="First">The first preference, or <see cref="ResidentState.NoSchool"/> where no school was in view.</param>
/// <param name="FirstOpen">The school liked best among those that do not select: where the child counts as demand for one of their groups.</param>
/// <param name="Rank">The preference met, from 1; 0 where none was.</param>
/// <param name="Route">How it came about.</param>
public readonly record struct AdmissionOutcome(int Slot, ushort School, ushort First, ushort FirstOpen, byte Rank, AdmissionRoute Route);
