namespace KentSufficiency.Simulation.CareSchools;

/// <summary>What is known of the schools of children in care between two days; children by address, residents and schools by number.</summary>
public sealed record CareSchoolState
{
    /// <summary>The day from which it is known.</summary>
    public int FirstDay { get; init; }

    /// <summary>Placements begun, those with the school kept, and changes of school, since then.</summary>
    public SchoolMoves Counts { get; init; }

    /// <summary>The same on each record day so far.</summary>
    public SchoolMoves[] Notes { get; init; } = [];

    /// <summary>Which child each resident is, for good; those of the pupils stand there.</summary>
    public LinkedResident[] Links { get; init; } = [];

    /// <summary>Children of whom something is kept.</summary>
    public PupilFile[] Pupils { get; init; } = [];

    /// <summary>By how much children in care changed the rolls on the first day, by measure.</summary>
    public RollChange[] AtStart { get; init; } = [];
}

/// <summary>Placements and schools since the start.</summary>
/// <param name="Started">Placements begun by children on the roll of a mainstream school of Kent.</param>
/// <param name="Kept">Of those, with the school kept.</param>
/// <param name="Moves">Changes of school with a placement.</param>
public readonly record struct SchoolMoves(long Started, long Kept, long Moves);

/// <summary>A resident who is a child in care, or was.</summary>
/// <param name="Known">The resident, by number among those who may enter care.</param>
/// <param name="Child">The child.</param>
public readonly record struct LinkedResident(int Known, ulong Child);

/// <summary>What is kept of a child.</summary>
/// <param name="Child">The child.</param>
/// <param name="Known">The resident, or -1.</param>
/// <param name="School">Where care has brought the child to school.</param>
/// <param name="East">The placement, hundredths of a mile east of the origin.</param>
/// <param name="North">The placement, hundredths of a mile north of the origin.</param>
/// <param name="HasPoint">Whether the point of the placement is known.</param>
public readonly record struct PupilFile(ulong Child, int Known, ushort School, short East, short North, bool HasPoint);

/// <summary>A change of a measure.</summary>
/// <param name="Measure">The measure, by its place among those of schools.</param>
/// <param name="By">By how much.</param>
public readonly record struct RollChange(int Measure, long By);
