using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>
/// What schools and districts keep of themselves, written from the view of all, and which of it changed since it was asked for before. Not thread-safe.
/// </summary>
/// <param name="schools">The school years.</param>
public sealed class SchoolFiles(LivingSchools schools)
{
    private const int LastCompulsory = 11;
    private static readonly int[] s_bands = [5, 11, 16, 18];

    private readonly ulong[] _known = new ulong[schools.County.Estate.Schools.Length];
    private readonly ulong[] _now = new ulong[schools.County.Estate.Schools.Length];
    private readonly List<int>[] _schemes = [.. schools.County.Estate.Schools.Select(_ => new List<int>())];
    private int _schemesSeen;

    /// <summary>The schools about which something changed; all of them at first.</summary>
    public IReadOnlyList<SchoolFile> Changed()
    {
        SortSchemes();
        var changed = new List<SchoolFile>();
        foreach (School school in schools.County.Estate.Schools)
        {
            _now[school.Index] = PrintOf(school);
            if (_now[school.Index] != _known[school.Index])
            {
                changed.Add(Of(school));
                _known[school.Index] = _now[school.Index];
            }
        }

        return changed;
    }

    /// <summary>A school by index.</summary>
    public SchoolFile Of(int school)
    {
        SortSchemes();
        return Of(schools.County.Estate.Schools[school]);
    }

    /// <summary>All districts.</summary>
    public DistrictSchools[] Districts()
    {
        SchoolCounty county = schools.County;
        var residents = new int[KentMap.Districts][];
        var without = new int[KentMap.Districts];
        for (int district = 0; district < residents.Length; district++)
        {
            residents[district] = new int[s_bands.Length];
        }

        for (int number = 0; number < county.Residents.Count; number++)
        {
            ref readonly ResidentState child = ref county.Residents[number];
            if (child.Is(ResidentFacts.Present))
            {
                Count(child, county.DistrictOf(child), residents, without);
            }
        }

        return [.. residents.Select((bands, district) => new DistrictSchools
        {
            Residents = bands,
            WithoutPlace = without[district],
            Schools = [.. county.Estate.Schools.Where(school => school.District == district && IsThere(school)).Select(school => school.Id)],
        })];
    }

    private bool IsThere(School school) => schools.County.Statuses[school.Index].Standing is SchoolStanding.Open or SchoolStanding.Closing;

    private void Count(in ResidentState child, int district, int[][] residents, int[] without)
    {
        int age = ResidentRules.AgeOn(child.BirthDay, schools.Day);
        int band = 0;
        while (band < s_bands.Length && age >= s_bands[band])
        {
            band++;
        }

        if (band < s_bands.Length)
        {
            residents[district][band]++;
        }

        int year = schools.AcademicYear - child.Cohort;
        if (year is >= 0 and <= LastCompulsory && child.Setting is Setting.Waiting or Setting.None)
        {
            without[district]++;
        }
    }

    /// <summary>A scheme keeps its number, and new ones come last.</summary>
    private void SortSchemes()
    {
        for (; _schemesSeen < schools.County.Schemes.Count; _schemesSeen++)
        {
            _schemes[schools.County.Schemes[_schemesSeen].Scheme.School].Add(_schemesSeen);
        }
    }

    private SchoolFile Of(School school)
    {
        SchoolCounty county = schools.County;
        SchoolStatus status = county.Statuses[school.Index];
        return new SchoolFile
        {
            Id = school.Id,
            Name = school.Name,
            Kind = school.Kind,
            District = school.District,
            Authority = status.Authority,
            Grade = status.Grade,
            Standing = status.Standing,
            Years = [.. Enumerable.Range(school.FirstYear, school.LastYear - school.FirstYear + 1).Select(year => YearOf(school, year))],
            ByPlan = county.ByPlan[school.Index],
            DesignatedPlaces = county.DesignatedPlaces[school.Index],
            ResourcePlaces = county.ResourcePlaces[school.Index],
            Schemes = [.. _schemes[school.Index].Select(number => SchemeOf(county.Schemes[number]))],
        };
    }

    private YearGroup YearOf(School school, int year)
    {
        SchoolRolls rolls = schools.County.Rolls;
        int cohort = schools.AcademicYear - year;
        int next = cohort + 1;
        return new YearGroup(year, Places(school, year, cohort), rolls.Roll(school.Index, cohort), Places(school, year, next), rolls.Offered(school.Index, next));
    }

    /// <summary>A cohort keeps its places up to Year 11; a sixth form has its own.</summary>
    private int Places(School school, int year, int cohort) =>
        school.Kind == SchoolKind.Special ? 0
        : year > LastCompulsory ? schools.County.Estate.Capacity[(school.Index * Estate.Years) + year]
        : schools.County.Rolls.Capacity(school.Index, cohort);

    private SchemeFile SchemeOf(in SchemeCase scheme)
    {
        int first = schools.Parameters.Schools!.Calendar.Schools.FirstYear;
        SchemeState state = scheme.State;
        return new SchemeFile(
            scheme.Scheme.Kind,
            state.Stage,
            state.Places,
            first + scheme.Scheme.TargetYear,
            state.OpenYear < 0 ? 0 : first + state.OpenYear,
            state.LateYears,
            state.Failure);
    }

    private ulong PrintOf(School school)
    {
        SchoolCounty county = schools.County;
        var print = new Fingerprint();
        SchoolStatus status = county.Statuses[school.Index];
        print.Add(((long)status.Grade << 32) | ((long)status.Standing << 16) | (long)status.Authority);
        print.Add(county.ByPlan[school.Index]);
        print.Add(county.DesignatedPlaces[school.Index]);
        print.Add(county.ResourcePlaces[school.Index]);
        for (int year = school.FirstYear; year <= school.LastYear; year++)
        {
            YearGroup group = YearOf(school, year);
            print.Add(((long)group.Places << 32) | (uint)group.Roll);
            print.Add(((long)group.NextPlaces << 32) | (uint)group.Offers);
        }

        foreach (int number in _schemes[school.Index])
        {
            SchemeState state = county.Schemes[number].State;
            print.Add(((long)state.Stage << 32) | ((long)state.LateYears << 24) | ((long)(ushort)state.OpenYear << 8) | (long)state.Failure);
            print.Add(state.Places);
        }

        return print.Value;
    }
}
