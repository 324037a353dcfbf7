using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>
/// What care does to a child's schooling. By law a looked-after child is admitted in-year to the school that is asked, above the number where it
/// is full; only good and outstanding schools are asked. So such a move displaces nobody.
/// </summary>
internal static class CareSchoolRules
{
    /// <summary>Whether a place at school goes with the plan, or with the parents' purse, and not with the home.</summary>
    public static bool IsApart(in KnownState own) =>
        own.IsPresent && own.Setting is Setting.Special or Setting.ExternalSpecial or Setting.ResourceProvision or Setting.Independent;

    /// <summary>Whether a home is where the child is taught, or outside Kent.</summary>
    public static bool IsElsewhere(in ChildState child) =>
        child.Is(ChildFacts.OutOfCounty) || child.Place is HomeKind.ResidentialSchool or HomeKind.Secure;

    /// <summary>What a plan asks: places outside Kent's schools and plans for behaviour are those that a residential school can answer.</summary>
    public static PlanAsks PlanAsksFor(in KnownState own) =>
        own is { IsPresent: true, HasPlan: true } && (own.Setting == Setting.ExternalSpecial || own.Need == PlanNeed.Behaviour)
            ? PlanAsks.Boarding
            : PlanAsks.NoBoarding;

    /// <summary>The school for a child who lives in Kent at a known point: the present one if near enough, then its own, then the nearest.</summary>
    /// <param name="pupil">The child, with the point.</param>
    /// <param name="at">Where it is at school.</param>
    /// <param name="academicYear">The academic year.</param>
    /// <param name="schools">The schools.</param>
    /// <param name="rates">Rates in force.</param>
    /// <returns>A school, or -1.</returns>
    public static int SchoolFor(in PupilInCare pupil, in Schooling at, int academicYear, SchoolsInView schools, CareSchoolRates rates)
    {
        double keeps = at.Year < YearGroups.FirstSecondary ? rates.KeepsPrimaryMiles : rates.KeepsSecondaryMiles;
        if (at.Now >= 0 && schools.Miles(at.Now, pupil.East, pupil.North) <= keeps)
        {
            return at.Now;
        }

        if (at.Own >= 0 && schools.Miles(at.Own, pupil.East, pupil.North) <= keeps)
        {
            return at.Own;
        }

        int nearest = schools.Nearest(pupil.East, pupil.North, academicYear, at.Year);
        return nearest >= 0 ? nearest : at.Now;
    }
}
