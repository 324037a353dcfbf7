using System.Text;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>The statements of SQL that make the tables of a cohort and say what they mean.</summary>
internal static class SqliteSchema
{
    /// <summary>The table that says what a row of each table is.</summary>
    public const string TablesTable = "tables_";

    /// <summary>The table that says what each column means.</summary>
    public const string ColumnsTable = "columns_";

    /// <summary>What the tables of meanings hold.</summary>
    public static TableSchema Tables { get; } = new(TablesTable, "A table of this database.",
    [
        new("name", CellType.Text, "The table.") { Required = true },
        new("folder", CellType.Text, "The folder of the cohort to which it belongs, such as a year; NULL for the cohort's own."),
        new("title", CellType.Text, "Its name in that folder.") { Required = true },
        new("meaning", CellType.Text, "What a row of it is.") { Required = true },
    ])
    {
        Key = ["name"],
    };

    /// <summary>See <see cref="Tables"/>.</summary>
    public static TableSchema Columns { get; } = new(ColumnsTable, "A column of a table of this database.",
    [
        new("table_name", CellType.Text, "The table.") { Required = true },
        new("place", CellType.Whole, "Its place among the columns, from 1.") { Required = true },
        new("name", CellType.Text, "The column.") { Required = true },
        new("type", CellType.Text, "What it holds: text, whole, date (YYYY-MM-DD) or yesno (1 or 0).") { Required = true },
        new("required", CellType.YesNo, "Whether it is never NULL.") { Required = true },
        new("meaning", CellType.Text, "What it means.") { Required = true },
    ])
    {
        Key = ["table_name", "place"],
        References = [new("table_name", TablesTable, "name")],
    };

    /// <summary>
    /// Makes a table. One whose key is not a whole number is kept in the order of its key and has no row numbers, so that the key costs no index
    /// beside the rows.
    /// </summary>
    public static string Create(TableSchema table, TableSet tables)
    {
        var sql = new StringBuilder($"CREATE TABLE {Quoted(table.FullName)} (");
        bool numbered = IsNumbered(table);
        foreach (TableColumn column in table.Columns)
        {
            sql.Append($"\n  {Quoted(column.Name)} {TypeOf(column.Type)}{(column.Required ? " NOT NULL" : "")}");
            sql.Append(numbered && column.Name == table.Key[0] ? " PRIMARY KEY," : ",");
        }

        if (table.Key.Length > 0 && !numbered)
        {
            sql.Append($"\n  PRIMARY KEY ({string.Join(", ", table.Key.Select(Quoted))}),");
        }

        foreach (string column in ReferredTo(table, tables))
        {
            sql.Append($"\n  UNIQUE ({Quoted(column)}),");
        }

        foreach (TableReference reference in table.References)
        {
            string target = Quoted(tables.Target(table, reference).FullName);
            sql.Append($"\n  FOREIGN KEY ({Quoted(reference.Column)}) REFERENCES {target} ({Quoted(reference.OtherColumn)}),");
        }

        sql.Length--;
        return sql.Append(table.Key.Length > 0 && !numbered ? "\n) WITHOUT ROWID" : "\n)").ToString();
    }

    /// <summary>Inserts a row.</summary>
    public static string Insert(TableSchema table) =>
        $"INSERT INTO {Quoted(table.FullName)} VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"))})";

    /// <summary>The rows of the tables of meanings.</summary>
    public static (TableRows Tables, TableRows Columns) Meanings(IReadOnlyList<TableSchema> all)
    {
        var tables = new TableRows(Tables);
        var columns = new TableRows(Columns);
        foreach (TableSchema table in all)
        {
            tables.Text(table.FullName).Text(table.Folder).Text(table.Name).Text(table.Meaning).EndRow();
            for (int i = 0; i < table.Columns.Length; i++)
            {
                TableColumn column = table.Columns[i];
                string type = column.Type.ToString().ToLowerInvariant();
                columns.Text(table.FullName).Whole(i + 1).Text(column.Name).Text(type).YesNo(column.Required).Text(column.Meaning).EndRow();
            }
        }

        return (tables, columns);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Whether the key is SQLite's own number of a row.</summary>
    private static bool IsNumbered(TableSchema table) =>
        table.Key.Length == 1 && table.Columns[table.IndexOf(table.Key[0])].Type == CellType.Whole;

    /// <summary>The columns that others refer to and that are not the whole key: SQLite wants them declared to have no value twice.</summary>
    private static IEnumerable<string> ReferredTo(TableSchema table, TableSet tables) => tables.All
        .SelectMany(one => one.References.Where(reference => ReferenceEquals(tables.Target(one, reference), table)))
        .Select(reference => reference.OtherColumn)
        .Where(column => table.Key.Length != 1 || table.Key[0] != column)
        .Distinct();

    /// <summary>DATE and BOOLEAN are words that SQLite keeps and readers heed; it stores a text and a number.</summary>
    private static string TypeOf(CellType type) => type switch
    {
        CellType.Text => "TEXT",
        CellType.Whole => "INTEGER",
        CellType.Date => "DATE",
        _ => "BOOLEAN",
    };
}
