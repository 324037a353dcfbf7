using KentSufficiency.Scenarios.Cohorts.Tables;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>Schemas that would make a cohort nobody can read are refused.</summary>
public sealed class TableSetTests
{
    private static readonly TableColumn s_id = new("ID", CellType.Text, "Who.") { Required = true };

    public static TheoryData<string, TableSchema[]> Wrong => new()
    {
        { "a name that a file cannot have", [new("a/b", "It.", [s_id])] },
        { "a folder of a name", [new("a", "It.", [s_id]) { Folder = "../b" }] },
        { "means", [new("a", "", [s_id])] },
        { "means", [new("a", "It.", [s_id with { Meaning = "" }])] },
        { "no columns", [new("a", "It.", [])] },
        { "two columns of one name", [new("a", "It.", [s_id, s_id with { Name = "id" }])] },
        { "columns that it does not have", [new("a", "It.", [s_id]) { Key = ["OTHER"] }] },
        { "columns that may be blank", [new("a", "It.", [s_id with { Required = false }]) { Key = ["ID"] }] },
        { "stands twice", [new("a", "It.", [s_id]), new("A", "It.", [s_id])] },
        { "stands twice", [new("a_1", "It.", [s_id]), new("a", "It.", [s_id]) { Folder = "1" }] },
        { "is taken", [new("tables_", "It.", [s_id])] },
        { "is taken", [new("sqlite_a", "It.", [s_id])] },
        { "which is not there", [new("a", "It.", [s_id]) { References = [new("ID", "b", "ID")] }] },
        { "which that does not have", [new("a", "It.", [s_id]) { References = [new("ID", "a", "OTHER")] }] },
        { "which it does not have", [new("a", "It.", [s_id]) { References = [new("OTHER", "a", "ID")] }] },
        { "of another type", [new("a", "It.", [s_id, new("N", CellType.Whole, "It.")]) { References = [new("N", "a", "ID")] }] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_breaks_a_rule_is_refused(string why, TableSchema[] tables) =>
        Should.Throw<ArgumentException>(() => new TableSet(tables)).Message.ShouldContain(why);

    [Fact]
    public void A_reference_means_the_table_of_its_folder_and_else_that_of_the_cohort()
    {
        TableSchema root = new("children", "It.", [s_id]);
        TableSchema ofYear = root with { Folder = "2024" };
        TableSchema other = new("episodes", "It.", [s_id]) { Folder = "2024", References = [new("ID", "children", "ID")] };
        TableSchema elsewhere = other with { Folder = "2025" };
        var tables = new TableSet([root, ofYear, other, elsewhere]);

        tables.Target(other, other.References[0]).ShouldBeSameAs(ofYear);
        tables.Target(elsewhere, elsewhere.References[0]).ShouldBeSameAs(root);
        tables.WithTargets(elsewhere).ShouldBe([elsewhere, root]);
    }
}
