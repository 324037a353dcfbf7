using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Send;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Every rate of the school side in force over a stretch of days. Immutable.</summary>
public sealed class SchoolRates
{
    /// <summary>Births, migration, sectors.</summary>
    public required ResidentRates Residents { get; init; }

    /// <summary>Preferences, criteria, admission outside the rounds.</summary>
    public required AdmissionRates Admissions { get; init; }

    /// <summary>Expansions, inspection, closures, the planner.</summary>
    public required SupplyRates Supply { get; init; }

    /// <summary>Plans, the workers who make them, and where they place children.</summary>
    public required SendRates Send { get; init; }

    /// <summary>Which residents enter care, and what care does to their schooling; null where nobody is linked.</summary>
    public CareSchoolRates? CareSchools { get; init; }
}
