using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>What the school items of a scenario come to.</summary>
/// <param name="Estate">The county's schools, then those that the scenario opens.</param>
/// <param name="Schemes">Its schemes, those of the baseline first.</param>
/// <param name="Ids">The id of each scheme, such as <c>thamesview-enlarge</c>.</param>
public sealed record SchoolPlan(Estate Estate, Scheme[] Schemes, IReadOnlyList<string> Ids);

/// <summary>Compiles the school items of a scenario, in order, against the schools of the county.</summary>
public static class SchoolActions
{
    /// <summary>Compiles.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="estate">The schools of the county on its start.</param>
    /// <param name="districts">The districts, by index.</param>
    /// <param name="programmes">The schemes of the papers.</param>
    /// <exception cref="ScenarioException">An item names what there is not, or would leave what must not be.</exception>
    public static SchoolPlan Compile(Scenario scenario, Estate estate, IReadOnlyList<District> districts, SchemeCatalogue programmes)
    {
        var reader = new SchoolActionReader(scenario, estate, districts, programmes);
        foreach (SchoolEntry entry in scenario.Schools)
        {
            reader.Read(entry);
        }

        SchoolActionChecks.Check(estate, reader.Drafts, districts);
        School[] opened = [.. reader.Opened.Where(school => reader.Drafts.Any(draft => draft.School == school))];
        Dictionary<School, School> numbered = opened.Index()
            .ToDictionary(one => one.Item, one => one.Item with { Index = estate.Schools.Length + one.Index });
        Estate whole = estate.With([.. opened.Select(school => numbered[school])]);
        var calendar = new SchoolCalendar(scenario.Start);
        Scheme[] schemes = [.. reader.Drafts.Select(draft => draft.Build(calendar, CoverOf(draft, estate)) with
        {
            School = numbered.TryGetValue(draft.School, out School? renumbered) ? renumbered.Index : draft.School.Index,
        })];
        return new SchoolPlan(whole, schemes, [.. reader.Drafts.Select(draft => draft.Id)]);
    }

    /// <summary>The nearest school that begins with the same year group, in the area before the district: it takes a bulge class for a new school.</summary>
    private static int? CoverOf(SchemeDraft draft, Estate estate)
    {
        if (draft.Kind != SchemeKind.Open || draft.School.Kind == SchoolKind.Special)
        {
            return null;
        }

        long Squared(School other)
        {
            long east = other.East - draft.School.East;
            long north = other.North - draft.School.North;
            return (east * east) + (north * north);
        }

        return estate.Schools
            .Where(school => school.District == draft.School.District && school.Kind != SchoolKind.Special && school.FirstYear == draft.School.FirstYear && !school.Selective)
            .Where(school => school.Pan > 0)
            .OrderByDescending(school => school.Area == draft.School.Area).ThenBy(Squared).ThenBy(school => school.Index)
            .Select(school => (int?)school.Index)
            .FirstOrDefault();
    }
}
