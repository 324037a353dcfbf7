using System.Text.Json;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>CSV files: their bytes, that another reader reads what was told, and what is said of them.</summary>
public sealed class CsvSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Bytes_by_hand()
    {
        new CsvSink(_folder.Path, SmallCohort.All).Write(SmallCohort.SomeChildren(), SmallCohort.SomeEpisodes());

        Text("children.csv").ShouldBe("CHILD,DOB,SIBLINGS,UASC\nA1,03/02/2010,2,1\nA2,31/12/2011,,0\n");
        Text("2024/episodes.csv").ShouldBe(
            "CHILD,DECOM,HOME POST,DEC\nA1,2023-04-01,\"Ashford, \"\"old\"\"\nroad é\",\nA2,2023-05-06,,2024-03-31\n");
    }

    [Fact]
    public void A_table_without_rows_has_its_header_and_description()
    {
        new CsvSink(_folder.Path, SmallCohort.All).Write();

        Text("2024/episodes.csv").ShouldBe("CHILD,DECOM,HOME POST,DEC\n");
        File.Exists(_folder.In("2024/episodes.csv-metadata.json")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(YesNoForm.OneZero, "1", "0")]
    [InlineData(YesNoForm.Letters, "Y", "N")]
    [InlineData(YesNoForm.Words, "true", "false")]
    public void Yes_and_no_have_the_form_of_the_table(YesNoForm form, string yes, string no)
    {
        TableSchema table = new("a", "It.", [new("B", CellType.YesNo, "It.")]) { YesNoForm = form };
        var rows = new TableRows(table);
        rows.YesNo(true).EndRow();
        rows.YesNo(false).EndRow();
        rows.Blank().EndRow();
        new CsvSink(_folder.Path, [table]).Write(rows);

        Text("a.csv").ShouldBe($"B\n{yes}\n{no}\n\"\"\n");
    }

    /// <summary>Any texts, those with marks, breaks and letters of other scripts among them, and numbers and days at their ends.</summary>
    [Fact]
    public void Another_reader_reads_what_was_told()
    {
        TableSchema table = new("a", "It.",
        [
            new("T,\"1\"", CellType.Text, "It."), new("N", CellType.Whole, "It."), new("T2", CellType.Text, "It."), new("D", CellType.Date, "It."),
        ]);
        Gen<string> texts = Gen.Elements('"', ',', '\n', '\r', ' ', '\t', 'a', 'é', '子', '0', ';').ArrayOf().Select(letters => new string(letters));
        Arbitrary<(string, long, string, int)[]> cases = (
            from text in texts
            from number in Gen.OneOf(ArbMap.Default.GeneratorFor<long>(), Gen.Elements(long.MinValue, long.MaxValue, 0))
            from other in texts
            from day in Gen.OneOf(Gen.Choose(0, DateOnly.MaxValue.DayNumber), Gen.Elements(0, DateOnly.MaxValue.DayNumber))
            select (text, number, other, day)).ArrayOf().ToArbitrary();

        Prop.ForAll(cases, told =>
        {
            using var folder = new TemporaryFolder();
            var rows = new TableRows(table);
            foreach ((string text, long number, string other, int day) in told)
            {
                rows.Text(text).Whole(number).Text(other).Date(DateOnly.FromDayNumber(day)).EndRow();
            }

            new CsvSink(folder.Path, [table]).Write(rows);
            string[][] expected = [.. told.Select(row =>
                (string[])[row.Item1, $"{row.Item2}", row.Item3, $"{DateOnly.FromDayNumber(row.Item4):dd/MM/yyyy}"])];
            Read(folder.In("a.csv")).ShouldBe([["T,\"1\"", "N", "T2", "D"], .. expected]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_description_names_every_column_key_and_reference()
    {
        new CsvSink(_folder.Path, SmallCohort.All).Write(SmallCohort.SomeChildren());

        using JsonDocument read = JsonDocument.Parse(Text("2024/episodes.csv-metadata.json"));
        read.RootElement.GetProperty("@context").GetString().ShouldBe("http://www.w3.org/ns/csvw");
        JsonElement[] tables = [.. read.RootElement.GetProperty("tables").EnumerateArray()];
        tables.Select(table => table.GetProperty("url").GetString()).ShouldBe(["episodes.csv", "../children.csv"]);
        JsonElement schema = tables[0].GetProperty("tableSchema");
        JsonElement[] columns = [.. schema.GetProperty("columns").EnumerateArray()];
        columns.Select(column => column.GetProperty("titles").GetString()).ShouldBe(["CHILD", "DECOM", "HOME POST", "DEC"]);
        columns.Select(column => column.GetProperty("name").GetString()).ShouldBe(["CHILD", "DECOM", "HOME%20POST", "DEC"]);
        columns.Select(column => column.GetProperty("required").GetBoolean()).ShouldBe([true, true, false, false]);
        columns[1].GetProperty("datatype").GetRawText().ShouldContain("yyyy-MM-dd");
        schema.GetProperty("primaryKey").EnumerateArray().Select(name => name.GetString()).ShouldBe(["CHILD", "DECOM"]);
        JsonElement reference = schema.GetProperty("foreignKeys")[0].GetProperty("reference");
        reference.GetProperty("resource").GetString().ShouldBe("../children.csv");
        reference.GetProperty("columnReference")[0].GetString().ShouldBe("CHILD");
    }

    [Fact]
    public void A_table_that_refers_to_none_is_described_alone()
    {
        new CsvSink(_folder.Path, SmallCohort.All).Write();

        using JsonDocument read = JsonDocument.Parse(Text("children.csv-metadata.json"));
        read.RootElement.GetProperty("url").GetString().ShouldBe("children.csv");
        JsonElement columns = read.RootElement.GetProperty("tableSchema").GetProperty("columns");
        columns[1].GetProperty("datatype").GetProperty("format").GetString().ShouldBe("dd/MM/yyyy");
        columns[2].GetProperty("datatype").GetString().ShouldBe("integer");
        columns[3].GetProperty("datatype").GetProperty("format").GetString().ShouldBe("1|0");
    }

    public void Dispose() => _folder.Dispose();

    private static List<string[]> Read(string path)
    {
        using CsvReader reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',', HasHeader = false, SkipEmptyLines = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private string Text(string name) => File.ReadAllText(_folder.In(name));
}
