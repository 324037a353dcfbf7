using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>How a school closes: those who are about to sit their examinations finish, all others are placed elsewhere.</summary>
public static class Closing
{
    private const int ExaminationYear = 11;

    /// <summary>The first of September from which the school keeps only its last examination year.</summary>
    /// <param name="school">The school.</param>
    /// <param name="academicYear">The year that begins.</param>
    /// <param name="effects">Receives the displacements.</param>
    /// <returns>Whether a year group stays to finish, so that the school closes a year later; without one nobody need stay.</returns>
    public static bool Begin(School school, int academicYear, SupplyEffects effects)
    {
        int youngest = academicYear - school.FirstYear - 1; // The intake of this September was not admitted.
        int oldest = academicYear - school.LastYear;
        if (!school.Teaches(ExaminationYear) || school.Kind == SchoolKind.Special)
        {
            effects.Want(SupplyEffectKind.Displace, school.Index, first: oldest, last: youngest);
            return false;
        }

        int finishing = academicYear - ExaminationYear;
        effects.Want(SupplyEffectKind.Displace, school.Index, first: finishing + 1, last: youngest);
        if (oldest < finishing)
        {
            effects.Want(SupplyEffectKind.Displace, school.Index, first: oldest, last: finishing - 1);
        }

        return true;
    }

    /// <summary>The school is closed: whoever is left goes.</summary>
    public static void End(School school, SupplyEffects effects) => effects.Want(SupplyEffectKind.CloseSchool, school.Index);

    /// <summary>
    /// Shares the displaced of one cohort over receiving schools, in the order given: nobody is lost, and no school gets more than its free places.
    /// </summary>
    /// <param name="pupils">Children who must leave.</param>
    /// <param name="free">Free places of the receiving schools, nearest first; below 0 counts as none.</param>
    /// <param name="taken">Receives how many each takes.</param>
    /// <returns>How many have no place in reach.</returns>
    public static int Share(int pupils, ReadOnlySpan<int> free, Span<int> taken)
    {
        for (int i = 0; i < free.Length; i++)
        {
            taken[i] = Math.Clamp(free[i], 0, pupils);
            pupils -= taken[i];
        }

        return pupils;
    }
}
