using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// What a file of JSON Lines means, as a Table Schema of the Frictionless standards. A foreign key names the table referred to by
/// <see cref="TableSchema.FullName"/>, and by the empty name where a table refers to itself, as the standard has it.
/// </summary>
internal static class JsonTableSchema
{
    /// <summary>What follows the name of the table.</summary>
    public const string Ending = ".schema.json";

    /// <summary>Writes the description of a table.</summary>
    public static void Write(TableSchema table, TableSet tables, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", table.FullName);
        json.WriteString("title", table.Name);
        json.WriteString("description", table.Meaning);
        json.WriteStartArray("fields");
        foreach (TableColumn column in table.Columns)
        {
            WriteField(column, json);
        }

        json.WriteEndArray();
        if (table.Key.Length > 0)
        {
            WriteNames("primaryKey", table.Key, json);
        }

        if (table.References.Length > 0)
        {
            WriteReferences(table, tables, json);
        }

        json.WriteEndObject();
    }

    /// <summary>The name of a type in the standard.</summary>
    private static string NameOf(CellType type) => type switch
    {
        CellType.Text => "string",
        CellType.Whole => "integer",
        CellType.Date => "date",
        _ => "boolean",
    };

    private static void WriteField(TableColumn column, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", NameOf(column.Type));
        json.WriteString("description", column.Meaning);
        json.WriteStartObject("constraints");
        json.WriteBoolean("required", column.Required);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReferences(TableSchema table, TableSet tables, Utf8JsonWriter json)
    {
        json.WriteStartArray("foreignKeys");
        foreach (TableReference reference in table.References)
        {
            TableSchema target = tables.Target(table, reference);
            json.WriteStartObject();
            WriteNames("fields", [reference.Column], json);
            json.WriteStartObject("reference");
            json.WriteString("resource", ReferenceEquals(target, table) ? "" : target.FullName);
            WriteNames("fields", [reference.OtherColumn], json);
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
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
    }
}
