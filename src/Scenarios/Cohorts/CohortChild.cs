using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>One synthetic child: a simulated history with the personal detail that a record of the field asks for. Nobody stands behind it.</summary>
public sealed class CohortChild
{
    /// <summary>CHILD: the identifier in every table; at most ten digits, unique among all replications of a seed.</summary>
    public required string Id { get; init; }

    /// <summary>The draws by which everything about the child was, and will be, drawn.</summary>
    public required Draws Draws { get; init; }

    /// <summary>The family.</summary>
    public required CohortFamily Family { get; init; }

    /// <summary>First name.</summary>
    public required string Forename { get; init; }

    /// <summary>Whether female.</summary>
    public required bool Female { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly Born { get; init; }

    /// <summary>ETHNIC.</summary>
    public required string Ethnicity { get; init; }

    /// <summary>First language, by the school census's restricted codes.</summary>
    public required string Language { get; init; }

    /// <summary>Unique pupil number, with a valid check letter, of an authority number that no authority has.</summary>
    public required string Upn { get; init; }

    /// <summary>Home district, 0 to 11; of an unaccompanied child the district to which it was allocated.</summary>
    public required int District { get; init; }

    /// <summary>Home address.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>Life in care; null for a child who was not looked after.</summary>
    public CareHistory? Care { get; init; }

    /// <summary>Life at school; null where the county has no schools.</summary>
    public PupilHistory? Pupil { get; init; }

    /// <summary>The day on which the child first came into care, as far as the history goes back; not to be asked of a child who never did.</summary>
    public DateOnly FirstCareDay { get; init; }

    /// <summary>The day on which a stay with the former carers ended; not to be asked where it has not.</summary>
    public DateOnly StayingPutUntil { get; init; }

    /// <summary>Whether an unaccompanied asylum-seeking child.</summary>
    public bool IsUnaccompanied => Care?.Unaccompanied == true;

    /// <summary>Completed years on a date.</summary>
    public int AgeOn(DateOnly date)
    {
        int years = date.Year - Born.Year;
        return Born.AddYears(years) > date ? years - 1 : years;
    }
}

/// <summary>A family: children who grow up together, and their adults.</summary>
/// <param name="Id">Identifier: F and the number of its first child.</param>
/// <param name="Surname">Surname of all.</param>
/// <param name="Adults">First names of the adults; empty for an unaccompanied child.</param>
/// <param name="Size">Children of the family, whether in the cohort or not.</param>
/// <param name="Draws">The draws by which everything about the family was, and will be, drawn.</param>
public sealed record CohortFamily(string Id, string Surname, IReadOnlyList<string> Adults, int Size, Draws Draws);

/// <summary>An address that does not exist, in a real post town.</summary>
/// <param name="House">House number, above those of any street.</param>
/// <param name="Street">Invented street.</param>
/// <param name="Town">Post town.</param>
/// <param name="Postcode">Outward code of the town, and an inward code with a letter that inward codes never have.</param>
public sealed record PostalAddress(string House, string Street, string Town, string Postcode);
