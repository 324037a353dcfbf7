using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Which tables a format has, and who fills them. Immutable, for any number of threads.</summary>
internal interface ICohortLayout
{
    /// <summary>All tables, in the order of the files.</summary>
    IReadOnlyList<TableSchema> Tables { get; }

    /// <summary>Whether it tells of life at school: without it a replication keeps less.</summary>
    bool NeedsSchools { get; }

    /// <summary>Who fills the tables from one replication; for one thread.</summary>
    ILayoutWriter WriterFor(CountyHistory county);
}

/// <summary>Fills the tables of one format.</summary>
internal interface ILayoutWriter
{
    /// <summary>The rows so far, by table; cleared by whoever has taken them.</summary>
    IReadOnlyList<TableRows> Rows { get; }

    /// <summary>Writes what a child has in every table.</summary>
    void Write(CohortChild child);

    /// <summary>Writes what belongs to the county and to no child: schools, fostering households.</summary>
    void WriteCounty();
}
