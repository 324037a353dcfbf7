using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Columns in short, so that a table reads as a list.</summary>
internal static class Column
{
    /// <summary>A text that may be blank.</summary>
    public static TableColumn Text(string name, string meaning) => new(name, CellType.Text, meaning);

    /// <summary>A day that may be blank.</summary>
    public static TableColumn Day(string name, string meaning) => new(name, CellType.Date, meaning);

    /// <summary>A whole number that may be blank.</summary>
    public static TableColumn Whole(string name, string meaning) => new(name, CellType.Whole, meaning);

    /// <summary>A yes or no that may be blank.</summary>
    public static TableColumn YesNo(string name, string meaning) => new(name, CellType.YesNo, meaning);

    /// <summary>The same column, never blank.</summary>
    public static TableColumn Always(this TableColumn column) => column with { Required = true };
}
