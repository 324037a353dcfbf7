using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>What the care side keeps about the schooling of a child, beside the history of the resident who the child is.</summary>
internal struct PupilInCare
{
    /// <summary>Of <see cref="School"/>: the child goes where the resident goes.</summary>
    public const ushort Own = ResidentState.NoSchool;

    /// <summary>Of <see cref="School"/>: on no roll of Kent, because the child is placed outside, or in a home that teaches.</summary>
    public const ushort Elsewhere = Own - 1;

    /// <summary>The child; another's entry is none.</summary>
    public ulong Id;

    /// <summary>The resident who the child is, or <see cref="KnownResidents.None"/>.</summary>
    public int Known;

    /// <summary>The school to which care has brought the child, or <see cref="Own"/>, or <see cref="Elsewhere"/>.</summary>
    public ushort School;

    /// <summary>The present placement, hundredths of a mile east of the origin.</summary>
    public short East;

    /// <summary>The present placement, hundredths of a mile north of the origin.</summary>
    public short North;

    /// <summary>Whether the point of the present placement is known.</summary>
    public bool HasPoint;

    /// <summary>Whether there is anything that is not so of every child.</summary>
    public readonly bool SaysAnything => Known != KnownResidents.None || School != Own || HasPoint;

    /// <summary>As it is kept.</summary>
    public readonly PupilFile ToFile() => new(Id, Known, School, East, North, HasPoint);

    /// <summary>As it was kept.</summary>
    public static PupilInCare Of(in PupilFile file) => new()
    {
        Id = file.Child,
        Known = file.Known,
        School = file.School,
        East = file.East,
        North = file.North,
        HasPoint = file.HasPoint,
    };
}

/// <summary>What was counted since the start.</summary>
/// <param name="Started">Placements begun by children on the roll of a mainstream school of Kent, stop-gaps left out.</param>
/// <param name="Kept">Of those, with the school kept.</param>
/// <param name="Moves">Changes of school with a placement.</param>
internal readonly record struct CareSchoolCounts(long Started, long Kept, long Moves)
{
    /// <summary>One placement more.</summary>
    /// <param name="known">Whether the child was at a mainstream school of Kent.</param>
    /// <param name="moved">Whether it changed school.</param>
    public CareSchoolCounts With(bool known, bool moved) =>
        new(Started + (known ? 1 : 0), Kept + (known && !moved ? 1 : 0), Moves + (moved ? 1 : 0));

    /// <summary>The counts as they are kept.</summary>
    public SchoolMoves ToMoves() => new(Started, Kept, Moves);

    /// <summary>The counts as they were kept.</summary>
    public static CareSchoolCounts Of(SchoolMoves kept) => new(kept.Started, kept.Kept, kept.Moves);

    /// <summary>What was counted after an earlier date.</summary>
    public CareSchoolCounts Since(in CareSchoolCounts before) => new(Started - before.Started, Kept - before.Kept, Moves - before.Moves);
}

/// <summary>Where a child in care is at school on a day, and where it would be without care.</summary>
/// <param name="Year">Year group; outside 0 to 11 the rest says nothing.</param>
/// <param name="Own">The mainstream school of the resident who the child is, or -1.</param>
/// <param name="Now">The mainstream school of Kent, or -1.</param>
internal readonly record struct Schooling(int Year, int Own, int Now)
{
    /// <summary>Whether the child is in Years R to 11.</summary>
    public bool IsOfSchoolAge => Year is >= 0 and <= YearGroups.LastSecondary;
}
