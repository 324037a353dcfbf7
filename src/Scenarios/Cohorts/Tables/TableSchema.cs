namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name as the header says it, such as <c>DECOM</c>; unique in its table, whatever the case of its letters.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Meaning">What it means, for people; never empty.</param>
public sealed record TableColumn(string Name, CellType Type, string Meaning)
{
    /// <summary>Whether no cell may be blank.</summary>
    public bool Required { get; init; }
}

/// <summary>A column whose cells, where not blank, stand in a column of another table (or of the same).</summary>
/// <param name="Column">The column that refers.</param>
/// <param name="Table">
/// The name of the table referred to: the one in the folder of the table that refers, and only where that folder has none, the one in the
/// cohort's own folder.
/// </param>
/// <param name="OtherColumn">The column referred to, in which no value stands twice.</param>
public sealed record TableReference(string Column, string Table, string OtherColumn);

/// <summary>What a table of a cohort is: its columns, and what must hold of its rows.</summary>
/// <param name="Name">The name, of letters, digits, <c>_</c> and <c>-</c>; that of its file but for the ending.</param>
/// <param name="Meaning">What a row of it is, for people; never empty.</param>
/// <param name="Columns">Its columns, in the order of the cells of a row; one at least.</param>
public sealed record TableSchema(string Name, string Meaning, TableColumn[] Columns)
{
    /// <summary>The columns that together tell one row from all others; empty where nothing does.</summary>
    public string[] Key { get; init; } = [];

    /// <summary>Which columns refer to which.</summary>
    public TableReference[] References { get; init; } = [];

    /// <summary>The folder of the cohort in which the file stands, such as <c>2024</c>; empty for the cohort's own.</summary>
    public string Folder { get; init; } = "";

    /// <summary>How the CSV file writes a day.</summary>
    public DateForm DateForm { get; init; }

    /// <summary>How the CSV file writes yes and no.</summary>
    public YesNoForm YesNoForm { get; init; }

    /// <summary>The name of its CSV file.</summary>
    public string FileName => Name + ".csv";

    /// <summary>The name that no other table of the cohort has: <c>episodes_2024</c> for <c>episodes</c> in folder <c>2024</c>.</summary>
    public string FullName => Folder.Length == 0 ? Name : $"{Name}_{Folder.Replace('/', '_')}";

    /// <summary>The path of one of its files below the cohort's folder, with forward slashes.</summary>
    /// <param name="ending">What follows the name, such as <c>.csv</c>.</param>
    internal string PathWith(string ending) => Folder.Length == 0 ? Name + ending : $"{Folder}/{Name}{ending}";

    /// <summary>The place of a column among the columns; -1 where there is none of that name.</summary>
    internal int IndexOf(string column) => Array.FindIndex(Columns, one => one.Name == column);
}
