using System.Text;
using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// What a CSV file means, in the vocabulary of the W3C's "CSV on the Web". It lets a foreign key point only to a table of the same description;
/// so the description of a table that refers to others is a group of it and of those.
/// </summary>
internal static class CsvMetadata
{
    /// <summary>What follows the name of the table: with it a reader finds the description beside the file.</summary>
    public const string Ending = ".csv-metadata.json";

    /// <summary>Writes the description of a table.</summary>
    public static void Write(TableSchema table, TableSet tables, Utf8JsonWriter json)
    {
        IReadOnlyList<TableSchema> group = tables.WithTargets(table);
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/csvw");
        if (group.Count == 1)
        {
            WriteTable(table, table, tables, json);
        }
        else
        {
            json.WriteStartArray("tables");
            foreach (TableSchema one in group)
            {
                json.WriteStartObject();
                WriteTable(one, table, tables, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTable(TableSchema table, TableSchema described, TableSet tables, Utf8JsonWriter json)
    {
        json.WriteString("url", UrlFrom(described, table));
        json.WriteString("dc:title", table.Name);
        json.WriteString("dc:description", table.Meaning);
        json.WriteString("null", "");
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (TableColumn column in table.Columns)
        {
            WriteColumn(table, column, json);
        }

        json.WriteEndArray();
        if (table.Key.Length > 0)
        {
            WriteNames("primaryKey", table.Key, json);
        }

        if (table.References.Length > 0)
        {
            WriteReferences(table, described, tables, json);
        }

        json.WriteEndObject();
    }

    private static void WriteColumn(TableSchema table, TableColumn column, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", VariableName(column.Name));
        json.WriteString("titles", column.Name);
        json.WriteString("dc:description", column.Meaning);
        switch (column.Type)
        {
            case CellType.Date:
                WriteDataType("date", table.DateForm == DateForm.Iso ? "yyyy-MM-dd" : "dd/MM/yyyy", json);
                break;
            case CellType.YesNo:
                (string yes, string no) = CsvEncoder.Words(table.YesNoForm);
                WriteDataType("boolean", $"{yes}|{no}", json);
                break;
            default:
                json.WriteString("datatype", column.Type == CellType.Whole ? "integer" : "string");
                break;
        }

        json.WriteBoolean("required", column.Required);
        json.WriteEndObject();
    }

    private static void WriteDataType(string type, string format, Utf8JsonWriter json)
    {
        json.WriteStartObject("datatype");
        json.WriteString("base", type);
        json.WriteString("format", format);
        json.WriteEndObject();
    }

    private static void WriteReferences(TableSchema table, TableSchema described, TableSet tables, Utf8JsonWriter json)
    {
        json.WriteStartArray("foreignKeys");
        foreach (TableReference reference in table.References)
        {
            json.WriteStartObject();
            WriteNames("columnReference", [reference.Column], json);
            json.WriteStartObject("reference");
            json.WriteString("resource", UrlFrom(described, tables.Target(table, reference)));
            WriteNames("columnReference", [reference.OtherColumn], json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(string property, string[] columns, Utf8JsonWriter json)
    {
        json.WriteStartArray(property);
        foreach (string column in columns)
        {
            json.WriteStringValue(VariableName(column));
        }

        json.WriteEndArray();
    }

    /// <summary>Where the file of a table stands, seen from that of the table described.</summary>
    private static string UrlFrom(TableSchema described, TableSchema table)
    {
        if (described.Folder == table.Folder)
        {
            return table.FileName;
        }

        int up = described.Folder.Length == 0 ? 0 : described.Folder.Count(letter => letter == '/') + 1;
        return string.Concat(Enumerable.Repeat("../", up)) + table.PathWith(".csv");
    }

    /// <summary>A column's name must do as a variable of a URI template: letters and digits, and <c>_</c> but not first; all else in percent.</summary>
    private static string VariableName(string column)
    {
        var name = new StringBuilder();
        foreach (byte letter in Encoding.UTF8.GetBytes(column))
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || (letter == (byte)'_' && name.Length > 0))
            {
                name.Append((char)letter);
            }
            else
            {
                name.Append('%').Append(letter.ToString("X2"));
            }
        }

        return name.ToString();
    }
}
