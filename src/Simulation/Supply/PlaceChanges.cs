using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>What effects mean for rolls, places and status; both engines call it, in <see cref="SupplyEffects.InOrder"/>.</summary>
public static class PlaceChanges
{
    /// <summary>
    /// Applies an effect on places by cohort or on the standing of a school. Other kinds concern others and do nothing here; who is displaced
    /// keeps the place on the roll until whoever resolves it takes the child off.
    /// </summary>
    public static void Apply(in SupplyEffect effect, SchoolRolls rolls, ref SchoolStatus status)
    {
        switch (effect.Kind)
        {
            case SupplyEffectKind.AddPlaces:
                int last = Math.Min(effect.LastCohort, rolls.Cohorts - SchoolRolls.Before - 1);
                for (int cohort = effect.FirstCohort; cohort <= last && cohort < status.StopsCohort; cohort++)
                {
                    ref int places = ref rolls.Capacity(effect.School, cohort);
                    places = Math.Max(0, places + effect.Places);
                }

                break;
            case SupplyEffectKind.StopAdmitting:
                status.Standing = SchoolStanding.Closing;
                status.StopsCohort = Math.Min(status.StopsCohort, effect.FirstCohort);
                for (int cohort = effect.FirstCohort; cohort < rolls.Cohorts - SchoolRolls.Before; cohort++)
                {
                    rolls.Capacity(effect.School, cohort) = 0;
                }

                break;
            case SupplyEffectKind.CloseSchool:
                status.Standing = SchoolStanding.Closed;
                break;
            default:
                break;
        }
    }
}

/// <summary>Adds schools that a scenario opens to an estate.</summary>
public static class EstateGrowth
{
    /// <summary>
    /// The estate with more schools, which come last and begin without places: schemes give them. Every school keeps its index, by which its
    /// luck is addressed.
    /// </summary>
    /// <param name="estate">The estate.</param>
    /// <param name="opened">The schools; their indices follow those of the estate.</param>
    /// <exception cref="ArgumentException">An index does not follow.</exception>
    public static Estate With(this Estate estate, IReadOnlyList<School> opened)
    {
        if (opened.Count == 0)
        {
            return estate;
        }

        for (int i = 0; i < opened.Count; i++)
        {
            if (opened[i].Index != estate.Schools.Length + i)
            {
                throw new ArgumentException($"{opened[i].Id} must have the index {estate.Schools.Length + i}.", nameof(opened));
            }
        }

        return new Estate
        {
            Schools = [.. estate.Schools, .. opened],
            Areas = estate.Areas,
            Groups = estate.Groups,
            Capacity = [.. estate.Capacity, .. new int[opened.Count * Estate.Years]],
        };
    }
}
