using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>
/// All tables of a cohort: whole histories, with keys, in one schema. Whoever is in the cohort is written with all that is known until the last day, what came before the history
/// too; days before the county begins are known only where a table says so.
/// </summary>
/// <param name="from">The first day of the history.</param>
/// <param name="library">What children are dressed with.</param>
internal sealed class CohortLayout(DateOnly from, DetailLibrary library) : ICohortLayout
{
    /// <inheritdoc/>
    public IReadOnlyList<TableSchema> Tables => CohortTables.All;

    /// <inheritdoc/>
    public bool NeedsSchools => true;

    /// <inheritdoc/>
    public ILayoutWriter WriterFor(CountyHistory county) => new CohortTablesWriter(county, from, new PersonalDetail(library.Towns));
}

/// <summary>Writes what a child has in all tables.</summary>
internal sealed class CohortTablesWriter : ILayoutWriter
{
    private readonly CountyHistory _county;
    private readonly DateOnly _from;
    private readonly FamilyRows _families;
    private readonly CareRows _care;
    private readonly SchoolLifeRows _schoolLife;
    private readonly SchoolRows _schools;
    private readonly HouseholdRows _households;

    public CohortTablesWriter(CountyHistory county, DateOnly from, PersonalDetail detail)
    {
        (_county, _from) = (county, from);
        _families = new FamilyRows(county, new HomeAddresses(county, detail), county.DayOf(from));
        _care = new CareRows(county);
        _schoolLife = new SchoolLifeRows(county);
        _schools = new SchoolRows(county, detail);
        _households = new HouseholdRows(county, detail);
        Rows =
        [
            _families.Families, _families.Adults, _families.Children, _families.Addresses, _care.Episodes, _care.Leavers,
            _schools.Schools, _schoolLife.Enrolments, _schoolLife.Plans, _households.Households, _households.Events, _households.Fostering,
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TableRows> Rows { get; }

    /// <inheritdoc/>
    public void Write(CohortChild child)
    {
        _families.Write(child);
        _care.Write(child);
        _schoolLife.Write(child);
    }

    /// <summary>Schools are the same in all counties and written once; fostering households are each county's own.</summary>
    public void WriteCounty()
    {
        if (_county.Key.Replication == 0)
        {
            _schools.Write();
        }

        _households.Write(_from);
    }
}
