using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>Among which residents a child who enters care is found.</summary>
/// <param name="Child">The child's address.</param>
/// <param name="District">Home district.</param>
/// <param name="Cohort">The child's own cohort.</param>
/// <param name="NextCohort">The neighbouring cohort nearer by birth date.</param>
/// <param name="HasPlan">Whether a resident with a plan is looked for.</param>
/// <param name="Share">Share of residents without a plan who are in question.</param>
internal readonly record struct ResidentQuest(ulong Child, int District, int Cohort, int NextCohort, bool HasPlan, double Share)
{
    /// <summary>
    /// The quest of a child. A child with a plan is admitted by it, before all others; so it takes no place in a round that the most vulnerable
    /// without a plan were given, and is looked for among more residents.
    /// </summary>
    public static ResidentQuest Of(in ChildState child, SchoolCalendar calendar, int academicYear, DrawKey key, CareSchoolRates rates)
    {
        int cohort = calendar.CohortOf(child.BirthDay);
        int born = calendar.YearOf(child.BirthDay);
        bool early = child.BirthDay - calendar.FirstDayOf(born) < calendar.FirstDayOf(born + 1) - child.BirthDay;
        bool hasPlan = academicYear >= cohort
            && new Draws(key, child.Id).For(Process.CareLink, child.Episodes).UniformA < rates.PlanShare[child.NeedLevel];
        return new ResidentQuest(child.Id, child.District, cohort, early ? cohort - 1 : cohort + 1, hasPlan, rates.KnownShare);
    }
}
