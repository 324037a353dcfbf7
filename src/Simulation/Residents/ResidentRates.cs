using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Residents;

/// <summary>How a child is educated, as far as moves between sectors go.</summary>
public enum Sector : byte
{
    /// <summary>At a state-funded school of Kent, waiting for one, or too young.</summary>
    State,

    /// <summary>At an independent school, or at one outside Kent.</summary>
    Independent,

    /// <summary>Educated at home.</summary>
    Home,
}

/// <summary>What moves residents in, out and about over a stretch of days. Immutable.</summary>
public sealed class ResidentRates
{
    /// <summary>
    /// Candidate events of a child a year, the same in every scenario: whatever happens to residents by themselves is a candidate that was
    /// realised, so the rates of all that may happen to one child add to less. A limit of the method and not a fact about Kent.
    /// </summary>
    public const double CandidatesAYear = 0.2;

    /// <summary>Bands of age: 0-3, 4-10, 11-15, 16-17.</summary>
    public const int Bands = 4;

    /// <summary>Districts and bands, each with <see cref="Sector"/> x 4 cumulative shares of candidates: leaves, moves, first and second change of sector.</summary>
    public required double[] Shares { get; init; }

    /// <summary>Births a day by district.</summary>
    public required double[] BirthsPerDay { get; init; }

    /// <summary>Children who move in from London, a day, by district.</summary>
    public required double[] LondonPerDay { get; init; }

    /// <summary>Children who move in from elsewhere in the country, a day, by district.</summary>
    public required double[] HomePerDay { get; init; }

    /// <summary>Children who move in from abroad, a day, by district.</summary>
    public required double[] AbroadPerDay { get; init; }

    /// <summary>Children of resettled refugee families, a day, by district.</summary>
    public required double[] RefugeesPerDay { get; init; }

    /// <summary>Children of new dwellings outside named sites, a day, by district.</summary>
    public required double[] DwellingsPerDay { get; init; }

    /// <summary>Children of the dwellings of named sites, a day, in the order of <see cref="SiteAreas"/>.</summary>
    public required double[] SitesPerDay { get; init; }

    /// <summary>The planning areas of the named sites; the same in every scenario.</summary>
    public required int[] SiteAreas { get; init; }

    /// <summary>Multiplies migration by calendar month; mean 1.</summary>
    public required double[] Season { get; init; }

    /// <summary>Age in completed years, 0 to 17, of children who come: from London, the country, abroad, as refugees, with a dwelling.</summary>
    public required AliasTable[] ArrivalAge { get; init; }

    /// <summary>The planning area of a birth, or of a child who moves in, by district; index into the estate's areas.</summary>
    public required AliasTable[] AreaOf { get; init; }

    /// <summary>The first planning area of each district.</summary>
    public required int[] FirstArea { get; init; }

    /// <summary>Where those of a district who move within Kent go: planning areas of Kent.</summary>
    public required AliasTable[] MoveTo { get; init; }

    /// <summary>Miles from a new home within which a primary pupil keeps the school.</summary>
    public required double KeepsPrimaryMiles { get; init; }

    /// <summary>Miles from a new home within which a secondary pupil keeps the school.</summary>
    public required double KeepsSecondaryMiles { get; init; }

    /// <summary>Share of primary children in independent schools, by district.</summary>
    public required double[] IndependentInPrimary { get; init; }

    /// <summary>Share of secondary children in independent schools, by district.</summary>
    public required double[] IndependentInSecondary { get; init; }

    /// <summary>Share of state pupils who go to an independent school at 11, by district.</summary>
    public required double[] IndependentAtEleven { get; init; }

    /// <summary>Share of independent pupils who stay in the sector at 11.</summary>
    public required double IndependentStays { get; init; }

    /// <summary>Share of Reception children educated at home from the first.</summary>
    public required double HomeEducatedAtReception { get; init; }

    /// <summary>The band of an age in completed years.</summary>
    public static int BandOf(int age) => age < 4 ? 0 : age < 11 ? 1 : age < 16 ? 2 : 3;

    /// <summary>The four cumulative shares of candidates of a child.</summary>
    public ReadOnlySpan<double> SharesOf(int district, int band, Sector sector) =>
        Shares.AsSpan(((((district * Bands) + band) * 3) + (int)sector) * 4, 4);

    /// <summary>The sector of a setting.</summary>
    public static Sector SectorOf(Setting setting) => setting switch
    {
        Setting.Independent => Sector.Independent,
        Setting.HomeEducated => Sector.Home,
        _ => Sector.State,
    };
}
