using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Simulation.County;

/// <summary>Every rate, share and law in force over a stretch of days. A dated lever starts a new one. Immutable once built.</summary>
public sealed record CountyRates
{
    /// <summary>Referral, assessment, plans and early help.</summary>
    public required FrontDoorRates FrontDoor { get; init; }

    /// <summary>Episodes of care.</summary>
    public required CareRates Care { get; init; }

    /// <summary>Unaccompanied children.</summary>
    public required UnaccompaniedRates Unaccompanied { get; init; }

    /// <summary>Young people of 18 and over.</summary>
    public required CareLeaverRates CareLeavers { get; init; }

    /// <summary>Foster households.</summary>
    public required FosteringRates Fostering { get; init; }

    /// <summary>Placements and the placement service.</summary>
    public required PlacementRates Placements { get; init; }

    /// <summary>Pools of homes from the start of the stretch on, or null where they stay as they are.</summary>
    public PoolSize[]? Pools { get; init; }

    /// <summary>Children of other authorities.</summary>
    public required OtherAuthorityRates OtherAuthorities { get; init; }

    /// <summary>What things cost.</summary>
    public required PriceBook Prices { get; init; }

    /// <summary>Residents, admissions, school places and plans; null where the school side is left out.</summary>
    public SchoolRates? Schools { get; init; }
}
