using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>Spring school censuses, one after the other, each in its folder: of all children of the cohort those who are on the roll of a state school of Kent on the day.</summary>
/// <param name="days">The censuses, ascending.</param>
/// <param name="library">What children are dressed with.</param>
internal sealed class CensusLayout(IReadOnlyList<CensusDay> days, DetailLibrary library) : ICohortLayout
{
    private readonly CensusTables[] _censuses = [.. days.Select(day => new CensusTables(day))];

    /// <inheritdoc/>
    public IReadOnlyList<TableSchema> Tables => [.. _censuses.SelectMany(census => census.All)];

    /// <inheritdoc/>
    public bool NeedsSchools => true;

    /// <inheritdoc/>
    public ILayoutWriter WriterFor(CountyHistory county) => new CensusWriter(_censuses, county, library);
}

/// <summary>Writes what a child has in the censuses.</summary>
internal sealed class CensusWriter : ILayoutWriter
{
    private readonly CountyHistory _county;
    private readonly PersonalDetail _detail;
    private readonly HomeAddresses _homes;
    private readonly PupilRows _pupils;
    private readonly CensusRows[] _censuses;

    public CensusWriter(CensusTables[] censuses, CountyHistory county, DetailLibrary library)
    {
        _county = county;
        _detail = new PersonalDetail(library.Towns);
        _homes = new HomeAddresses(county, _detail);
        _pupils = new PupilRows(county, library.Shares);
        _censuses = [.. censuses.Select(census => new CensusRows(census, county.DayOf(census.Day.Date)))];
        Rows = [.. _censuses.SelectMany(census => census.All)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TableRows> Rows { get; }

    /// <inheritdoc/>
    public void Write(CohortChild child)
    {
        foreach (CensusRows census in _censuses)
        {
            if (child.Pupil?.On(census.Day) is Enrolment at)
            {
                _pupils.Write(child, at, census.Day, census.Pupils, census.Needs);
                PostalAddress home = _homes.On(child, census.Day);
                census.Addresses.Text(child.Upn).Text(home.House).Text(home.Street).Text(home.Town).Text("Kent").Text(home.Postcode).EndRow();
            }
        }
    }

    /// <summary>Schools are the same in all replications.</summary>
    public void WriteCounty()
    {
        foreach (CensusRows census in _censuses.Where(_ => _county.Key.Replication == 0))
        {
            SchoolRows.Write(_county, _detail, census.Day, census.Schools);
        }
    }

    private sealed class CensusRows(CensusTables tables, int day)
    {
        public int Day { get; } = day;

        public TableRows Pupils { get; } = new(tables.Pupils);

        public TableRows Schools { get; } = new(tables.Schools);

        public TableRows Addresses { get; } = new(tables.Addresses);

        public TableRows Needs { get; } = new(tables.Needs);

        public IEnumerable<TableRows> All => [Pupils, Schools, Addresses, Needs];
    }
}
