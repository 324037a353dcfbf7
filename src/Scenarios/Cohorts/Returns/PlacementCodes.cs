using System.Globalization;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>
/// The codes of placements by date, and numbers of providers. Supported accommodation is regulated from 28 October 2023: what was semi-independent (H5) or
/// lodgings (P2) before is K3 from that day on.
/// </summary>
/// <param name="codes">The year whose codes are written throughout; null for those of each day.</param>
internal sealed class PlacementCodes(int? codes)
{
    private const int FirstYearOfK3 = 2024;
    private const int LastYearOfE43 = 2017;
    private const int AgeOfIndependence = 15;
    private const int AgeOfSupport = 14;
    private const int AgeOfSchool = 4;
    private const string Supported = "K3";
    private const string SemiIndependent = "H5";
    private const string Residential = "K2";

    // Numbers above those that Ofsted has given: SC and six digits.
    private const int OwnFostering = 990_001;
    private const int OwnAdoption = 990_002;
    private const int OwnHome = 990_003;
    private const int FirstAgency = 991_000;
    private const int Agencies = 40;
    private const int FirstHome = 992_000;
    private const int Homes = 7_000;

    private static readonly DateOnly s_regulated = new(2023, 10, 28);

    /// <summary>The day on which the code of a kind of home becomes another; null for none.</summary>
    public DateOnly? ChangeOf(HomeKind kind) => codes is null && IsSupported(kind) ? s_regulated : null;

    /// <summary>
    /// PLACE on a day. The return has ages below which a placement cannot be; a child whom the model placed there nevertheless is told to be in the next lower form: from
    /// independent living to semi-independent, from there and from a residential school to a children's home.
    /// </summary>
    /// <param name="kind">Kind of home.</param>
    /// <param name="day">The day.</param>
    /// <param name="age">Completed years when the episode began.</param>
    public string PlaceOf(HomeKind kind, DateOnly day, int age)
    {
        string place = IsSupported(kind) && (codes is int year ? year >= FirstYearOfK3 : day >= s_regulated) ? Supported : CodeNames.Place(kind);
        return place switch
        {
            "P2" when age < AgeOfIndependence => age < AgeOfSupport ? Residential : SemiIndependent,
            SemiIndependent or Supported when age < AgeOfSupport => Residential,
            "S1" when age < AgeOfSchool => Residential,
            _ => place,
        };
    }

    /// <summary>The REC of special guardianship, by the last placement.</summary>
    public string GuardianshipOf(string place, DateOnly day)
    {
        bool fostered = place is "U1" or "U2" or "U3" or "U4" or "U5" or "U6";
        if ((codes ?? AnnualReturn.YearOf(day)) <= LastYearOfE43)
        {
            return fostered ? "E43" : "E44";
        }

        return place is "U1" or "U2" or "U3" ? "E45" : fostered ? "E46" : "E47";
    }

    /// <summary>URN of the provider of a placement; empty where the return asks for none.</summary>
    /// <param name="place">PLACE.</param>
    /// <param name="provider">PLACE_PROVIDER.</param>
    /// <param name="home">Draws of the household, the pool of homes or, where there is neither, the child.</param>
    /// <param name="placement">Number of the placement: homes of a pool are told apart by it.</param>
    public static string UrnOf(string place, string provider, in Draws home, int placement)
    {
        RandomBlock luck = home.Cohort(CohortDraws.ProviderBlock + placement);
        bool own = provider == "PR1";
        int? number = place switch
        {
            "A3" or "A4" or "A5" or "A6" => OwnAdoption,
            "U1" or "U2" or "U3" or "U4" or "U5" or "U6" => own ? OwnFostering : FirstAgency + (int)(luck.UniformA * Agencies),
            "K1" or "K2" or "R3" or "S1" => own ? OwnHome : FirstHome + (int)(luck.UniformB * Homes),
            _ => null,
        };
        return number is int urn ? "SC" + urn.ToString(CultureInfo.InvariantCulture) : "";
    }

    private static bool IsSupported(HomeKind kind) => kind is HomeKind.SemiIndependent or HomeKind.SupportedLodgings;
}
