namespace KentSufficiency.Simulation.Schools;

/// <summary>A part of a district for which primary places are planned.</summary>
/// <param name="Index">Place in the list; below 256.</param>
/// <param name="Name">Name; a generated one says that it is synthetic.</param>
/// <param name="District">District, 0 to 11.</param>
/// <param name="East">Centre, hundredths of a mile east of the origin.</param>
/// <param name="North">Centre, hundredths of a mile north of the origin.</param>
/// <param name="HalfWidth">Half the side of the square in which its homes are scattered, hundredths of a mile.</param>
/// <param name="Share">Share of the district's children who live there.</param>
/// <param name="Synthetic">Whether no source names it.</param>
public sealed record PlanningArea(int Index, string Name, int District, short East, short North, int HalfWidth, double Share, bool Synthetic);

/// <summary>Secondary schools whose Year 7 places are planned together.</summary>
/// <param name="Index">Place in the list.</param>
/// <param name="Name">Name.</param>
/// <param name="District">The district in which most of its places lie.</param>
/// <param name="Selective">Whether its schools are grammar schools.</param>
/// <param name="Synthetic">Whether no source names it.</param>
public sealed record PlanningGroup(int Index, string Name, int District, bool Selective, bool Synthetic);

/// <summary>Schools, planning areas and groups, and the places there are on the start of the run. Immutable; shared by all replications.</summary>
public sealed class Estate
{
    /// <summary>Year groups: Reception is 0, Year 13 is 13.</summary>
    public const int Years = 14;

    /// <summary>All schools, by index; those that scenarios open come last.</summary>
    public required School[] Schools { get; init; }

    /// <summary>All planning areas, by index; those of a district are neighbours.</summary>
    public required PlanningArea[] Areas { get; init; }

    /// <summary>All planning groups, by index.</summary>
    public required PlanningGroup[] Groups { get; init; }

    /// <summary>Places by school and year group on the start: index school x <see cref="Years"/> + year. Special schools: all in year 0.</summary>
    public required int[] Capacity { get; init; }

    /// <summary>Whether the schools of a mainstream phase take part in a round for a year group (0, 3 or 7): they begin there.</summary>
    public bool Begins(int school, int year) => Schools[school].Kind != SchoolKind.Special && Schools[school].FirstYear == year;
}
