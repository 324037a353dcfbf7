using System.Buffers;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>All tables of a cohort, held to the rules of their names, keys and references.</summary>
internal sealed class TableSet
{
    private static readonly SearchValues<char> s_nameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Holds the tables to the rules.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="ours">Whether they are those that a database has beside a cohort's, whose names no table of a cohort may have.</param>
    /// <exception cref="ArgumentException">One breaks a rule; the message says which.</exception>
    public TableSet(IReadOnlyList<TableSchema> tables, bool ours = false)
    {
        All = tables;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (TableSchema table in tables)
        {
            Check(table);
            Demand(table, ours || !IsTaken(table.FullName), "has a name that is taken in a database");
            Demand(table, names.Add(table.FullName), "stands twice among the tables");
        }

        foreach (TableSchema table in tables)
        {
            foreach (TableReference reference in table.References)
            {
                CheckReference(table, reference);
            }
        }
    }

    /// <summary>The tables in their order.</summary>
    public IReadOnlyList<TableSchema> All { get; }

    /// <summary>The table that a reference means, as <see cref="TableReference.Table"/> says.</summary>
    public TableSchema Target(TableSchema from, TableReference reference) =>
        Find(reference.Table, from.Folder) ?? Find(reference.Table, "")
        ?? throw new ArgumentException($"Table {from.FullName} refers to table {reference.Table}, which is not there.");

    /// <summary>A table, those that it refers to, those that these refer to, and so on; each once, the table itself first.</summary>
    public IReadOnlyList<TableSchema> WithTargets(TableSchema table)
    {
        var found = new List<TableSchema> { table };
        for (int i = 0; i < found.Count; i++)
        {
            foreach (TableReference reference in found[i].References)
            {
                TableSchema target = Target(found[i], reference);
                if (!found.Contains(target, ReferenceEqualityComparer.Instance))
                {
                    found.Add(target);
                }
            }
        }

        return found;
    }

    private TableSchema? Find(string name, string folder) => All.FirstOrDefault(table => table.Name == name && table.Folder == folder);

    private static void Check(TableSchema table)
    {
        Demand(table, IsName(table.Name), "has a name that a file cannot have everywhere");
        Demand(table, table.Folder.Length == 0 || table.Folder.Split('/').All(IsName), "has a folder of a name that cannot be had everywhere");
        Demand(table, table.Columns.Length > 0, "has no columns");
        Demand(table, table.Columns.All(column => column.Name.Length > 0), "has a column without a name");
        Demand(table, table.Meaning.Length > 0 && table.Columns.All(column => column.Meaning.Length > 0), "does not say what it or a column of it means");
        int different = table.Columns.Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Demand(table, different == table.Columns.Length, "has two columns of one name");
        Demand(table, table.Key.All(name => table.IndexOf(name) >= 0), "has a key of columns that it does not have");
        Demand(table, table.Key.All(name => table.Columns[table.IndexOf(name)].Required), "has a key of columns that may be blank");
        Demand(table, table.Key.Distinct().Count() == table.Key.Length, "has a column twice in its key");
    }

    private void CheckReference(TableSchema table, TableReference reference)
    {
        int column = table.IndexOf(reference.Column);
        TableSchema target = Target(table, reference);
        int other = target.IndexOf(reference.OtherColumn);
        Demand(table, column >= 0, $"refers by {reference.Column}, which it does not have");
        Demand(table, other >= 0, $"refers to {reference.OtherColumn} of {target.FullName}, which that does not have");
        Demand(table, table.Columns[column].Type == target.Columns[other].Type, $"refers by {reference.Column} to a column of another type");
    }

    /// <summary>Ours and SQLite's own.</summary>
    private static bool IsTaken(string name) =>
        name.Equals(SqliteSchema.TablesTable, StringComparison.OrdinalIgnoreCase)
        || name.Equals(SqliteSchema.ColumnsTable, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && !name.AsSpan().ContainsAnyExcept(s_nameLetters);

    private static void Demand(TableSchema table, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException($"Table {table.FullName} {otherwise}.");
        }
    }
}
