using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>The school side of the counties that start on one day: its schools and children, and how its rates are compiled. Immutable.</summary>
internal sealed class SchoolsAtStart
{
    /// <summary>The cohort of Year 2 on the start.</summary>
    private const int OldestYoung = -2;

    private readonly ResidentRatesBuilder _residents;
    private readonly IReadOnlyList<District> _districts;
    private readonly double[] _children;

    /// <summary>Builds schools and children from the data.</summary>
    /// <param name="tables">The tables of the data folder.</param>
    /// <param name="districts">The districts in their order.</param>
    /// <param name="start">The first day.</param>
    public SchoolsAtStart(DataTables tables, IReadOnlyList<District> districts, DateOnly start)
    {
        _districts = districts;
        SchoolFiles files = SchoolFiles.Load(tables, SchoolBaseline.YearOf(start));
        Schools = CountySchools.Build(files, start);
        _children = ChildrenByDistrict();
        _residents = new ResidentRatesBuilder(districts, Schools.Estate, YoungByArea(), DwellingSites.Load(tables.Directory, files, Schools.Estate, start));
    }

    /// <summary>Schools and children.</summary>
    public CountySchools Schools { get; }

    /// <summary>Compiles the rates.</summary>
    public SchoolRates Build(Assumed assumed) => new()
    {
        Residents = _residents.Build(assumed),
        Admissions = AdmissionRatesBuilder.Build(assumed),
        Supply = SupplyRatesBuilder.Build(assumed),
        Send = SendRatesBuilder.Build(assumed, _districts, of2014: Schools.Baseline == 2014, _children),
        CareSchools = CareSchoolRatesBuilder.Build(assumed),
    };

    /// <summary>Children by district.</summary>
    private double[] ChildrenByDistrict()
    {
        var children = new double[_districts.Count];
        foreach (ref readonly Simulation.Residents.ResidentState child in Schools.Residents.AsSpan())
        {
            children[Schools.Estate.Areas[child.Area].District]++;
        }

        return children;
    }

    /// <summary>Children from birth to Year 2, by planning area.</summary>
    private double[] YoungByArea()
    {
        var young = new double[Schools.Estate.Areas.Length];
        foreach (ref readonly Simulation.Residents.ResidentState child in Schools.Residents.AsSpan())
        {
            young[child.Area] += child.Cohort >= OldestYoung ? 1 : 0;
        }

        return young;
    }

    /// <summary>The widths of the layers of those who come.</summary>
    public static ResidentReference ReferenceOf(CountyRates rates)
    {
        Simulation.Residents.ResidentRates residents = rates.Schools!.Residents;
        return new ResidentReference(
            residents.BirthsPerDay, residents.LondonPerDay, residents.HomePerDay, residents.AbroadPerDay, residents.RefugeesPerDay,
            residents.DwellingsPerDay, residents.SitesPerDay, residents.SiteAreas);
    }
}
