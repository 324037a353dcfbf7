using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Cli.Orleans;

/// <summary>Schools, in a county that lives its school years.</summary>
internal sealed partial class TwinSheets
{
    private const int LastCompulsory = 11;
    private static readonly string[] s_ages = ["aged 0 to 4", "aged 5 to 10", "aged 11 to 15", "aged 16 and 17"];

    /// <summary>The ids of all schools; none where the county does not live its school years.</summary>
    public IEnumerable<string> SchoolIds => model.Parameters.Schools?.Estate.Schools.Select(school => school.Id) ?? [];

    /// <summary>A school.</summary>
    public TwinSheet School(DateOnly date, SchoolFile school)
    {
        bool special = school.Kind == SchoolKind.Special;
        int roll = school.Years.Sum(year => year.Roll);
        YearGroup[] compulsory = [.. school.Years.Where(year => year.Year <= LastCompulsory)];
        int places = special ? school.DesignatedPlaces : compulsory.Sum(year => year.Places);
        int pupils = special ? roll : compulsory.Sum(year => year.Roll);
        TwinSheet sheet = new TwinSheet($"school/{school.Id}", school.Name)
            .Add("on", date)
            .Add("school", $"{SchoolWords.Of(school.Kind)} in {_districts[school.District]}")
            .Add("standing", SchoolWords.Of(school.Standing))
            .Add("grade", SchoolWords.Of(school.Grade))
            .Add("admission authority", SchoolWords.Of(school.Authority))
            .Add("number on roll", roll);
        sheet.Add(special ? "commissioned places" : compulsory.Length > 0 && compulsory[^1].Year > 6 ? "places, to Year 11" : "places", places).Add("surplus", places - pupils);
        sheet.AddIf(places > 0, "surplus percent", () => $"{100.0 * (places - pupils) / places:0.0}%");
        sheet.AddIf(school.ResourcePlaces > 0, "resource provision", () => $"{school.ByPlan} pupils, {school.ResourcePlaces} places");
        return sheet.Add(YearsOf(school, special)).Add(SchemesOf(school));
    }

    /// <summary>A school before the first day of the county.</summary>
    public TwinSheet SchoolAtStart(string id)
    {
        School school = model.Parameters.Schools!.Estate.Schools.First(school => school.Id == id);
        return new TwinSheet($"school/{id}", school.Name)
            .Add("school", $"{SchoolWords.Of(school.Kind)} in {_districts[school.District]}")
            .Add("grade", SchoolWords.Of(school.Grade))
            .Note("The school years begin with the first day: advance the county by a day.");
    }

    /// <summary>The children and schools of a district.</summary>
    public static void AddSchools(TwinSheet sheet, DistrictSchools schools)
    {
        sheet.Add("resident children", schools.Residents.Sum());
        for (int band = 0; band < s_ages.Length; band++)
        {
            sheet.Add($"of them {s_ages[band]}", schools.Residents[band]);
        }

        sheet.Add("without a school place", schools.WithoutPlace).Add("number of schools", schools.Schools.Length);
    }

    /// <summary>The schools of a district, each with its roll.</summary>
    /// <param name="files">The schools of the district.</param>
    public static TwinList ListOf(IEnumerable<SchoolFile> files)
    {
        var list = new TwinList("Schools", "school", "kind", "on roll", "places", "surplus", "grade", "schemes under way");
        foreach (SchoolFile school in files.OrderBy(school => school.Kind).ThenBy(school => school.Id, StringComparer.Ordinal))
        {
            int roll = school.Years.Where(year => year.Year <= LastCompulsory).Sum(year => year.Roll);
            int places = school.Kind == SchoolKind.Special ? school.DesignatedPlaces : school.Years.Where(year => year.Year <= LastCompulsory).Sum(year => year.Places);
            list.Add(
                $"school/{school.Id}", SchoolWords.Of(school.Kind).Split(' ', 2)[1], roll, places, places - roll, SchoolWords.Of(school.Grade), school.Schemes.Count(IsUnderWay));
        }

        return list;
    }

    private static bool IsUnderWay(SchemeFile scheme) => scheme.Stage < SchemeStage.Open;

    private static TwinList YearsOf(SchoolFile school, bool special)
    {
        var list = special
            ? new TwinList("Year groups", "year group", "on roll", "offered for September")
            : new TwinList("Year groups", "year group", "places", "on roll", "surplus", "places next September", "offered for September");
        foreach (YearGroup year in school.Years)
        {
            if (special)
            {
                list.Add(SchoolWords.Year(year.Year), year.Roll, year.Offers);
            }
            else
            {
                list.Add(SchoolWords.Year(year.Year), year.Places, year.Roll, year.Places - year.Roll, year.NextPlaces, year.Offers);
            }
        }

        return list;
    }

    private static TwinList SchemesOf(SchoolFile school)
    {
        var list = new TwinList("Schemes", "scheme", "places a year group", "planned for", "stage", "opens", "years late");
        foreach (SchemeFile scheme in school.Schemes)
        {
            list.Add(
                SchoolWords.Of(scheme.Kind),
                scheme.Places,
                $"September {scheme.TargetYear}",
                SchoolWords.StageOf(scheme),
                scheme.OpenYear == 0 ? "not known yet" : $"September {scheme.OpenYear}",
                scheme.LateYears);
        }

        return list;
    }
}
