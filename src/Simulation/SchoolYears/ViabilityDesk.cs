using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Reviews secondary schools once a year, before places are offered, and sees closures through in September.</summary>
internal sealed class ViabilityDesk(SchoolCounty county, SchoolReach reach)
{
    private const int LastToMove = 10;

    /// <summary>The yearly review.</summary>
    public void Review(DrawKey key, in SchoolToday today, SupplyEffects effects)
    {
        foreach (School school in county.Estate.Schools)
        {
            ref SchoolStatus status = ref county.Statuses[school.Index];
            if (ViabilityRules.Concerns(school, status))
            {
                var draws = new Draws(key, county.Ids[school.Index]);
                ViabilityRules.Review(ref status, school, Seen(school, today.Year), today.Year, draws, today.Rates.Supply.Viability, effects);
            }
        }
    }

    /// <summary>Closures on 1 September.</summary>
    public void September(int academicYear, SupplyEffects effects)
    {
        foreach (School school in county.Estate.Schools)
        {
            ViabilityRules.September(ref county.Statuses[school.Index], school, academicYear, effects);
        }
    }

    private ViabilityReview Seen(School school, int academicYear)
    {
        int roll = 0;
        int places = 0;
        int inReach = 0;
        int needed = 0;
        for (int year = YearGroups.FirstSecondary - 1; year <= YearGroups.LastSecondary; year++)
        {
            int cohort = academicYear - year;
            bool coming = year < YearGroups.FirstSecondary;
            int pupils = coming ? county.Rolls.Roll(school.Index, academicYear - YearGroups.FirstSecondary) : county.Rolls.Roll(school.Index, cohort);
            if (!coming)
            {
                roll += pupils;
                places += county.Rolls.Capacity(school.Index, cohort);
            }

            if (year <= LastToMove)
            {
                needed += pupils;
                inReach += Math.Min(pupils, FreeNear(school, cohort, coming));
            }
        }

        int newest = academicYear - YearGroups.FirstSecondary;
        return new ViabilityReview(
            roll, places, county.Rolls.Roll(school.Index, newest), county.Rolls.Capacity(school.Index, newest), inReach, needed);
    }

    /// <summary>Free places for a cohort at other schools; next year's intake has not been offered any, so what this year left counts for it.</summary>
    private int FreeNear(School school, int cohort, bool coming)
    {
        int free = 0;
        foreach (int other in reach.Open(school.Area, YearGroups.FirstSecondary))
        {
            if (other != school.Index && county.Statuses[other].Standing == SchoolStanding.Open)
            {
                free += Math.Max(0, county.Rolls.Free(other, coming ? cohort - 1 : cohort));
            }
        }

        return free;
    }
}
