using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>All tables of a cohort: one relational schema of whole histories.</summary>
internal static class CohortTables
{
    /// <summary>From the column <c>child_id</c> to the children.</summary>
    public static TableReference ToChild { get; } = new("child_id", "children", "child_id");

    /// <summary>The tables, in the order of the files; gathered when asked, as they themselves need what is above.</summary>
    public static IReadOnlyList<TableSchema> All =>
    [
        FamilyTables.Families, FamilyTables.Adults, FamilyTables.Children, FamilyTables.Addresses,
        CareTables.Episodes, CareTables.Leavers,
        SchoolTables.Schools, SchoolTables.Enrolments, SchoolTables.Plans,
        FosteringTables.Households, FosteringTables.Events, FosteringTables.Fostering,
    ];

    /// <summary>A table of the cohort's own folder.</summary>
    public static TableSchema Of(string name, string meaning, string[] key, TableReference[] references, TableColumn[] columns) =>
        new(name, meaning, columns) { Key = key, References = references, DateForm = DateForm.Iso, YesNoForm = YesNoForm.Words };
}
