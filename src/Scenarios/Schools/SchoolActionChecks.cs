using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>What all school items of a scenario together must not do.</summary>
internal static class SchoolActionChecks
{
    /// <summary>Checks.</summary>
    /// <exception cref="ScenarioException">An admission number falls below zero, or a district loses its last school of a phase.</exception>
    public static void Check(Estate estate, IReadOnlyList<SchemeDraft> drafts, IReadOnlyList<District> districts)
    {
        foreach (SchemeDraft draft in drafts.Where(draft => draft.Kind == SchemeKind.Remove))
        {
            CheckRemoval(draft, drafts);
        }

        foreach (SchemeDraft draft in drafts.Where(draft => draft.Kind == SchemeKind.Close))
        {
            CheckClosure(draft, drafts, estate, districts);
        }
    }

    private static void CheckRemoval(SchemeDraft removal, IReadOnlyList<SchemeDraft> drafts)
    {
        // Growth may fail, so it does not count: what is there on the start must bear every removal.
        int removed = drafts.Where(draft => draft.Kind == SchemeKind.Remove && draft.School == removal.School).Sum(draft => draft.Places);
        int left = removal.School.Pan - removed;
        if (left < 0)
        {
            throw Refuse(removal, "remove", $"would take the admission number of {removal.School.Id} from {removal.School.Pan} to {left}");
        }
    }

    private static void CheckClosure(SchemeDraft closure, IReadOnlyList<SchemeDraft> drafts, Estate estate, IReadOnlyList<District> districts)
    {
        bool SamePhase(School school) => school.District == closure.School.District
            && (school.Kind == SchoolKind.Special) == (closure.School.Kind == SchoolKind.Special)
            && school.Teaches(closure.School.FirstYear);
        int left = estate.Schools.Count(school => SamePhase(school) && !drafts.Any(draft => draft.Kind == SchemeKind.Close && draft.School == school));
        if (left == 0)
        {
            string district = districts[closure.School.District].Name;
            throw Refuse(closure, "close", $"would leave {district} without a school of the phase of {closure.School.Id}: its children would have no place in reach");
        }
    }

    private static ScenarioException Refuse(SchemeDraft draft, string key, string rule) =>
        draft.Entry.Fields.Refuse(draft.Round is null ? key : "programme", rule);
}
