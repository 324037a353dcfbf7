using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>A school that the papers name, with what they print of it for the baseline; 0 or empty where they print nothing.</summary>
internal sealed record NamedSchool
{
    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Year groups.</summary>
    public required SchoolKind Kind { get; init; }

    /// <summary>District, by index.</summary>
    public required int District { get; init; }

    /// <summary>Id of its planning area, or empty.</summary>
    public required string Area { get; init; }

    /// <summary>Id of its planning group, or empty.</summary>
    public required string Group { get; init; }

    /// <summary>Whether it is a grammar school.</summary>
    public required bool Selective { get; init; }

    /// <summary>Whether its name says that it is of a faith.</summary>
    public required bool Faith { get; init; }

    /// <summary>Whether it has Years 12 and 13.</summary>
    public required bool SixthForm { get; init; }

    /// <summary>Its admission authority.</summary>
    public required SchoolAuthority Authority { get; init; }

    /// <summary>Its grade, or none.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Published admission number, or 0.</summary>
    public required int Pan { get; init; }

    /// <summary>Declared over-offer in a year group.</summary>
    public required int OverOffer { get; init; }

    /// <summary>Designated places of a special school, or 0.</summary>
    public required int Places { get; init; }

    /// <summary>Places of its specialist resource provision.</summary>
    public required int Resource { get; init; }

    /// <summary>The day it opened, where the papers say so.</summary>
    public required DateOnly Opened { get; init; }

    /// <summary>Whether it opened with its first year group only, and has had one more each September.</summary>
    public required bool Grows { get; init; }

    /// <summary>The day it closed, where the papers say so.</summary>
    public required DateOnly Closed { get; init; }
}

/// <summary>A planning area that the papers name.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="District">District, by index.</param>
/// <param name="East">Miles east of the origin.</param>
/// <param name="North">Miles north of the origin.</param>
internal sealed record NamedArea(string Id, string Name, int District, double East, double North);

/// <summary>How many schools and planning areas of each kind a district is given.</summary>
/// <param name="District">District, by index.</param>
/// <param name="Primary">Schools with Year R or Year 3 as their first.</param>
/// <param name="Pairs">Infant schools, each with a junior school, among them.</param>
/// <param name="Secondary">Secondary schools.</param>
/// <param name="Grammar">Grammar schools among them.</param>
/// <param name="Areas">Planning areas.</param>
/// <param name="CohortGrowth">By how much a cohort of school age grows in a year by migration.</param>
/// <param name="TravelSouth">Travel-to-learn area of its schools in the south, or of all.</param>
/// <param name="TravelNorth">Travel-to-learn area of its schools in the north.</param>
/// <param name="Split">Where north begins, miles north of the origin.</param>
internal sealed record DistrictPlan(
    int District, int Primary, int Pairs, int Secondary, int Grammar, int Areas, double CohortGrowth, string TravelSouth, string TravelNorth, double Split);
