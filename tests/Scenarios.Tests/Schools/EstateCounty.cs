using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The two counties of the data folder, built once, and what tests count in them.</summary>
internal static class EstateCounty
{
    public static readonly DateOnly January2014 = new(2014, 1, 31);
    public static readonly DateOnly May2019 = new(2019, 5, 31);
    public static readonly DateOnly July2019 = new(2019, 7, 31);

    private static readonly Lazy<CountySchools> s_2014 = new(() => CountySchools.Load(DataFolder.Locate(), January2014));
    private static readonly Lazy<CountySchools> s_2019 = new(() => CountySchools.Load(DataFolder.Locate(), July2019));

    public static readonly Lazy<EvidenceLibrary> Evidence = new(() => EvidenceLibrary.Load(DataFolder.Locate()));
    public static readonly Lazy<KentDistricts> Districts = new(() => KentDistricts.Load(DataFolder.Locate()));

    public static CountySchools Of(int baseline) => baseline == 2014 ? s_2014.Value : s_2019.Value;

    public static double Printed(string measure, string geography, DateOnly date) => Evidence.Value.At(measure, geography, date)[0].Value!.Value;

    public static int District(string name) => Enumerable.Range(0, 12).Single(d => Districts.Value.All[d].Name == name);

    public static int UnderAge(CountySchools county, int age)
    {
        DateOnly start = county.Calendar.Start;
        int limit = start.AddYears(-age).DayNumber - start.DayNumber;
        return county.Residents.Count(child => child.BirthDay > limit);
    }

    /// <summary>Pupils of mainstream schools: by school and year group.</summary>
    public static int[,] Rolls(CountySchools county)
    {
        int[,] rolls = new int[county.Estate.Schools.Length, Estate.Years];
        foreach (ResidentState child in county.Residents)
        {
            if (child.Setting is Setting.Mainstream or Setting.ResourceProvision)
            {
                rolls[child.School, -child.Cohort]++;
            }
        }

        return rolls;
    }

    /// <summary>Pupils and places of the schools that a test picks, in some year groups.</summary>
    public static (int Pupils, int Places) Count(CountySchools county, Func<School, bool> picks, int first, int last)
    {
        int[,] rolls = Rolls(county);
        (int pupils, int places) = (0, 0);
        foreach (School school in county.Estate.Schools.Where(school => school.Kind != SchoolKind.Special && picks(school)))
        {
            for (int year = first; year <= last; year++)
            {
                pupils += rolls[school.Index, year];
                places += county.Estate.Capacity[(school.Index * Estate.Years) + year];
            }
        }

        return (pupils, places);
    }

    public static double Surplus((int Pupils, int Places) count) => 100.0 * (count.Places - count.Pupils) / count.Places;
}
