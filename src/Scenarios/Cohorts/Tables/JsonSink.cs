using System.Text.Encodings.Web;
using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// A file of JSON Lines for each table, and beside <c>NAME.jsonl</c> its Table Schema <c>NAME.schema.json</c>. A row is an object with all columns
/// in their order, so that a reader knows them from any row: a blank is null. Days are ISO 8601, whatever the CSV file has.
/// </summary>
internal sealed class JsonSink : FileSink
{
    private static readonly JavaScriptEncoder s_escaping = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What is written here is sound by its shape: an object a row, a value a name.</summary>
    private static readonly JsonWriterOptions s_layout = new() { SkipValidation = true, Encoder = s_escaping };

    private readonly JsonEncodedText[][] _names;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="folder">The folder of the cohort, which is there.</param>
    /// <param name="tables">All tables of the cohort.</param>
    /// <exception cref="ArgumentException">A schema breaks a rule of names, keys or references.</exception>
    public JsonSink(string folder, IReadOnlyList<TableSchema> tables)
        : base(folder, tables, ".jsonl", JsonTableSchema.Ending) =>
        _names = [.. tables.Select(table => table.Columns.Select(column => JsonEncodedText.Encode(column.Name, s_escaping)).ToArray())];

    /// <inheritdoc/>
    protected override void Begin(TableSchema table, EncodedRows to)
    {
        // JSON Lines have no header.
    }

    /// <inheritdoc/>
    protected override void Encode(int place, TableRows rows, EncodedRows to)
    {
        JsonEncodedText[] names = _names[place];
        TableColumn[] columns = rows.Schema.Columns;
        using var json = new Utf8JsonWriter(to, s_layout);
        ReadOnlySpan<TableCell> cells = rows.Cells;
        for (; !cells.IsEmpty; cells = cells[columns.Length..])
        {
            json.WriteStartObject();
            for (int i = 0; i < columns.Length; i++)
            {
                Write(names[i], cells[i], columns[i].Type, json);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            to.GetSpan(1)[0] = (byte)'\n';
            to.Advance(1);
        }
    }

    /// <inheritdoc/>
    protected override void Describe(TableSchema table, Utf8JsonWriter json) => JsonTableSchema.Write(table, Tables, json);

    private static void Write(JsonEncodedText name, in TableCell cell, CellType type, Utf8JsonWriter json)
    {
        if (cell.IsBlank)
        {
            json.WriteNull(name);
            return;
        }

        switch (type)
        {
            case CellType.Text:
                json.WriteString(name, cell.Text);
                break;
            case CellType.Date:
                Span<byte> day = stackalloc byte[DateBytes.Length];
                DateBytes.Write(cell.Date, DateForm.Iso, day);
                json.WriteString(name, day);
                break;
            case CellType.Whole:
                json.WriteNumber(name, cell.Number);
                break;
            default:
                json.WriteBoolean(name, cell.Number != 0);
                break;
        }
    }
}
