using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>Two tables, one of them of a year, with every type of cell; and a few rows of them.</summary>
internal static class SmallCohort
{
    public static TableSchema Children { get; } = new("children", "A child.",
    [
        new("CHILD", CellType.Text, "Who.") { Required = true },
        new("DOB", CellType.Date, "When born.") { Required = true },
        new("SIBLINGS", CellType.Whole, "How many."),
        new("UASC", CellType.YesNo, "Whether alone."),
    ])
    {
        Key = ["CHILD"],
    };

    public static TableSchema Episodes { get; } = new("episodes", "An episode, \"as told\".",
    [
        new("CHILD", CellType.Text, "Who.") { Required = true },
        new("DECOM", CellType.Date, "Since when.") { Required = true },
        new("HOME POST", CellType.Text, "From where."),
        new("DEC", CellType.Date, "Until when."),
    ])
    {
        Key = ["CHILD", "DECOM"],
        References = [new("CHILD", "children", "CHILD")],
        Folder = "2024",
        DateForm = DateForm.Iso,
    };

    public static TableSchema[] All { get; } = [Children, Episodes];

    public static TableRows SomeChildren() => new TableRows(Children)
        .Child("A1", new DateOnly(2010, 2, 3), 2, true)
        .Child("A2", new DateOnly(2011, 12, 31), null, false);

    public static TableRows SomeEpisodes(string of = "A2")
    {
        var rows = new TableRows(Episodes);
        rows.Text("A1").Date(new DateOnly(2023, 4, 1)).Text("Ashford, \"old\"\nroad é").Blank().EndRow();
        rows.Text(of).Date(new DateOnly(2023, 5, 6)).Blank().Date(new DateOnly(2024, 3, 31)).EndRow();
        return rows;
    }

    /// <summary>Adds a row.</summary>
    public static TableRows Child(this TableRows rows, string id, DateOnly born, long? siblings, bool alone)
    {
        rows.Text(id).Date(born);
        (siblings is long count ? rows.Whole(count) : rows.Blank()).YesNo(alone).EndRow();
        return rows;
    }

    /// <summary>Writes rows to a sink, which is complete and closed after it.</summary>
    public static IReadOnlyList<TableCount> Write(this TableSink sink, params TableRows[] rows)
    {
        using (sink)
        {
            foreach (TableRows block in rows)
            {
                sink.Append(sink.Prepare(block));
            }

            sink.Complete();
            return sink.Counts;
        }
    }
}
