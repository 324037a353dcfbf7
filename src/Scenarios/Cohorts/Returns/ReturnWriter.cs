using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>The returns on children looked after of some collection years, one after the other, each in its folder.</summary>
/// <param name="years">The years, ascending.</param>
/// <param name="library">What children are dressed with.</param>
/// <param name="codes">The year whose codes are written throughout; null for those of each day.</param>
internal sealed class ReturnLayout(IReadOnlyList<ReturnYear> years, DetailLibrary library, int? codes) : ICohortLayout
{
    private readonly ReturnTables[] _years = [.. years.Select(year => new ReturnTables(year))];

    /// <inheritdoc/>
    public IReadOnlyList<TableSchema> Tables => [.. _years.SelectMany(year => year.Tables)];

    /// <inheritdoc/>
    public bool NeedsSchools => false;

    /// <inheritdoc/>
    public ILayoutWriter WriterFor(CountyHistory county) =>
        new ReturnWriter(_years, new EpisodeCoder(county, new PersonalDetail(library.Towns), codes), library.Shares);
}

/// <summary>Writes what a child has in the returns.</summary>
internal sealed class ReturnWriter : ILayoutWriter
{
    private readonly ReturnTables[] _years;
    private readonly EpisodeCoder _coder;
    private readonly TableRows[][] _rows;
    private readonly ParticularsRows _particulars;
    private readonly AdoptionRows _adoption;
    private readonly HealthRows _health;
    private readonly CareEventRows _events;
    private readonly CareLeaverRows _leavers;

    public ReturnWriter(ReturnTables[] years, EpisodeCoder coder, CohortShares shares)
    {
        (_years, _coder) = (years, coder);
        _rows = [.. years.Select(year => year.Tables.Select(table => new TableRows(table)).ToArray())];
        _particulars = new ParticularsRows(shares);
        _adoption = new AdoptionRows(shares);
        _health = new HealthRows(shares);
        _events = new CareEventRows(shares);
        _leavers = new CareLeaverRows(shares);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TableRows> Rows => [.. _rows.SelectMany(rows => rows)];

    /// <inheritdoc/>
    public void Write(CohortChild child)
    {
        List<CodedEpisode> episodes = _coder.Code(child);
        for (int year = 0; year < _years.Length; year++)
        {
            Write(new ChildYear(child, _years[year].Year, episodes), _rows[year], episodes);
        }
    }

    /// <inheritdoc/>
    public void WriteCounty()
    {
        // A return is about children only.
    }

    private void Write(ChildYear year, TableRows[] rows, List<CodedEpisode> all)
    {
        bool leaver = _leavers.Write(year, rows[ReturnFiles.Oc3.Index], all);
        if (year.Episodes.Count == 0 && !leaver)
        {
            return;
        }

        _particulars.WriteHeader(year, rows[ReturnFiles.Header.Index], all);
        if (year.Episodes.Count == 0)
        {
            return;
        }

        EpisodeRows.Write(year, rows[ReturnFiles.Episodes.Index]);
        ParticularsRows.WriteUnaccompanied(year, rows[ReturnFiles.Uasc.Index]);
        _particulars.WritePreviousPermanence(year, rows[ReturnFiles.PreviousPermanence.Index]);
        _events.WriteReviews(year, rows[ReturnFiles.Reviews.Index]);
        _events.WriteMissing(year, rows[ReturnFiles.Missing.Index]);
        _health.Write(year, rows[ReturnFiles.Oc2.Index]);
        _adoption.Write(year, rows[ReturnFiles.PlacedForAdoption.Index], rows[ReturnFiles.Ad1.Index], all);
    }
}
