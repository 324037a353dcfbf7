using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>The finished estate, with pulls at which first preferences are spread as they should be.</summary>
internal static class EstatePulls
{
    private const int JuniorEntry = 3;
    private const int SecondaryEntry = 7;

    /// <summary>Finds the pulls.</summary>
    public static Estate Find(SchoolFiles files, AreaLayout layout, EstateDraft draft, PupilFlows flows)
    {
        var calibration = new PullCalibration(new Estate
        {
            Schools = [.. draft.Schools.Select(school => school.Finished())],
            Areas = layout.Areas,
            Groups = layout.Groups,
            Capacity = [.. draft.Schools.SelectMany(school => school.Capacity)],
        });
        double primarySpread = files["popularity-spread/primary"];
        double secondarySpread = files["popularity-spread/secondary"];
        double Weight(SchoolDraft school, int year) =>
            school.Roll[year] * Elementary.Exp((year == SecondaryEntry ? secondarySpread : primarySpread) * (school.Popularity - 0.5));
        ILookup<int, SchoolDraft> groups = draft.Schools.ToLookup(school => school.Group);

        // What one school of a planning group is liked more, another of it is liked less: the group as a whole draws its roll.
        double Liked(SchoolDraft school, int year) => year != SecondaryEntry
            ? Weight(school, year)
            : Weight(school, year) * groups[school.Group].Sum(other => other.Roll[year]) / groups[school.Group].Sum(other => Weight(other, year));
        double primary = files.Assumption("schools/per-mile/primary");
        double secondary = files.Assumption("schools/per-mile/secondary");
        double[] reception = [.. flows.Residents(0).Select(number => (double)number)];
        double[] infants = InfantPupils(layout, flows);
        double[] leavers = [.. flows.Residents(SecondaryEntry - 1).Select(number => (double)number)];
        calibration.Find(0, reception, Shared(layout, draft, reception, 0, Liked, area => area.Index), primary, 0);
        calibration.Find(JuniorEntry, infants, Shared(layout, draft, infants, JuniorEntry, Liked, area => area.District), primary, 0);
        calibration.Find(
            SecondaryEntry, leavers, Shared(layout, draft, leavers, SecondaryEntry, Liked, _ => 0), secondary, files.Assumption("schools/test-pass-share"));
        return calibration.Finished();
    }

    // First preferences of the schools of one ground are as many as its applicants: otherwise a school in a town that stands alone would have to be liked
    // beyond measure to draw the children it lacks from far away.
    private static double[] Shared(
        AreaLayout layout, EstateDraft draft, double[] applicants, int year, Func<SchoolDraft, int, double> liked, Func<PlanningArea, int> ground)
    {
        SchoolDraft[] schools = [.. draft.Schools.Where(school => school.Kind != SchoolKind.Special && school.FirstYear == year)];
        ILookup<int, SchoolDraft> byGround = schools.ToLookup(school => ground(school.Area));
        double[] wanted = new double[draft.Schools.Count];
        foreach (IGrouping<int, SchoolDraft> group in byGround)
        {
            double here = layout.Areas.Where(area => ground(area) == group.Key).Sum(area => applicants[area.Index]);
            double sum = group.Sum(school => liked(school, year));
            foreach (SchoolDraft school in group)
            {
                wanted[school.Index] = Math.Max(here, 1) * liked(school, year) / sum;
            }
        }

        return wanted;
    }

    // Who applies to junior schools: pupils of Year 2 of infant schools.
    private static double[] InfantPupils(AreaLayout layout, PupilFlows flows)
    {
        (SchoolDraft[] schools, int[] children) = flows.ByYear[JuniorEntry - 1];
        return [.. layout.Areas.Select(area => (double)Enumerable.Range(0, schools.Length)
            .Where(s => schools[s].Kind == SchoolKind.Infant)
            .Sum(s => children[(area.Index * schools.Length) + s]))];
    }
}
