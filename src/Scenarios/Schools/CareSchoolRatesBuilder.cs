using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Simulation.CareSchools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Rates of the schooling of children in care from the assumptions.</summary>
internal static class CareSchoolRatesBuilder
{
    /// <summary>Builds the rates. Of the shares of residents those of the start of a run are used throughout.</summary>
    public static CareSchoolRates Build(Assumed assumed) => new()
    {
        KnownShare = assumed["care-schools/known-share"],
        KnownWithPlanShare = assumed["care-schools/known-with-plan-share"],
        KeepsPrimaryMiles = assumed["care-schools/keeps-school-miles/primary"],
        KeepsSecondaryMiles = assumed["care-schools/keeps-school-miles/secondary"],
        PlanShare = assumed.Parts("care-schools/plan-share", "standard", "enhanced", "specialist", "complex"),
        ResidentialPlanShare = assumed["care-schools/residential-plan-share"],
    };
}
