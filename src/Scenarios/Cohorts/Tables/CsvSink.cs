using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// A CSV file for each table, as <see cref="CsvEncoder"/> writes it, and beside <c>NAME.csv</c> its metadata <c>NAME.csv-metadata.json</c>, as
/// <see cref="CsvMetadata"/> has it.
/// </summary>
internal sealed class CsvSink : FileSink
{
    private readonly CsvEncoder[] _encoders;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="folder">The folder of the cohort, which is there.</param>
    /// <param name="tables">All tables of the cohort.</param>
    /// <exception cref="ArgumentException">A schema breaks a rule of names, keys or references.</exception>
    public CsvSink(string folder, IReadOnlyList<TableSchema> tables)
        : base(folder, tables, ".csv", CsvMetadata.Ending) => _encoders = [.. tables.Select(table => new CsvEncoder(table))];

    /// <inheritdoc/>
    protected override void Begin(TableSchema table, EncodedRows to) => CsvEncoder.Header(table, to);

    /// <inheritdoc/>
    protected override void Encode(int place, TableRows rows, EncodedRows to) => _encoders[place].Encode(rows, to);

    /// <inheritdoc/>
    protected override void Describe(TableSchema table, Utf8JsonWriter json) => CsvMetadata.Write(table, Tables, json);
}
