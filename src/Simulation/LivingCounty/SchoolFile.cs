using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>A school as it stands at the end of a day: what it keeps of itself. Its pupils are counted and not named.</summary>
public sealed record SchoolFile
{
    /// <summary>Its id, by which scenarios and people name it.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which year groups it has.</summary>
    public SchoolKind Kind { get; init; }

    /// <summary>District, 0 to 11.</summary>
    public int District { get; init; }

    /// <summary>Who sets its admission arrangements now.</summary>
    public SchoolAuthority Authority { get; init; }

    /// <summary>The grade of its latest inspection.</summary>
    public Grade Grade { get; init; }

    /// <summary>Whether it is there.</summary>
    public SchoolStanding Standing { get; init; }

    /// <summary>Its year groups.</summary>
    public YearGroup[] Years { get; init; } = [];

    /// <summary>Pupils of a special school or a resource provision, offers included.</summary>
    public int ByPlan { get; init; }

    /// <summary>Commissioned places of a special school, all years together.</summary>
    public int DesignatedPlaces { get; init; }

    /// <summary>Places of a specialist resource provision, all years together.</summary>
    public int ResourcePlaces { get; init; }

    /// <summary>Schemes that are under way, and those that opened or were given up.</summary>
    public SchemeFile[] Schemes { get; init; } = [];
}

/// <summary>A year group of a school.</summary>
/// <param name="Year">0 Reception to 13.</param>
/// <param name="Places">Places; of a special school 0, since its places are for all years together.</param>
/// <param name="Roll">Pupils on roll.</param>
/// <param name="NextPlaces">Places in the year group from next September on.</param>
/// <param name="Offers">Children who have been offered a place in it from next September on.</param>
public readonly record struct YearGroup(int Year, int Places, int Roll, int NextPlaces, int Offers);

/// <summary>A scheme of a school.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Stage">Where it has got to.</param>
/// <param name="Places">Places, a year group.</param>
/// <param name="TargetYear">The calendar year in whose September it was to open.</param>
/// <param name="OpenYear">The calendar year from whose September its places are offered; 0 while none are.</param>
/// <param name="LateYears">Septembers by which it is late.</param>
/// <param name="Failure">Why it was given up.</param>
public readonly record struct SchemeFile(
    SchemeKind Kind, SchemeStage Stage, int Places, int TargetYear, int OpenYear, int LateYears, SchemeFailure Failure);

/// <summary>The children and schools of a district at the end of a day.</summary>
public sealed record DistrictSchools
{
    /// <summary>Children who live there by age: 0 to 4, 5 to 10, 11 to 15, 16 and 17.</summary>
    public int[] Residents { get; init; } = [];

    /// <summary>Of those in Years R to 11, children without a place.</summary>
    public int WithoutPlace { get; init; }

    /// <summary>Its schools that are there, by id.</summary>
    public string[] Schools { get; init; } = [];
}
