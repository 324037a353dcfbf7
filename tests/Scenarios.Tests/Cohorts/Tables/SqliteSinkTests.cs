using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.ScenariosTests.Output;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>The database: what it holds, what it refuses, and that it has the same bytes twice.</summary>
public sealed class SqliteSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Rows_read_back()
    {
        Sink().Write(SmallCohort.SomeEpisodes(), SmallCohort.SomeChildren());

        Read("SELECT * FROM children ORDER BY CHILD").ShouldBe(["A1|2010-02-03|2|1", "A2|2011-12-31||0"]);
        Read("SELECT * FROM episodes_2024 ORDER BY CHILD").ShouldBe(["A1|2023-04-01|Ashford, \"old\"\nroad é|", "A2|2023-05-06||2024-03-31"]);
        Read("SELECT typeof(DOB), typeof(SIBLINGS), typeof(UASC) FROM children WHERE CHILD = 'A1'").ShouldBe(["text|integer|integer"]);
    }

    /// <summary>Cells that are those of the row before, that become blank and that come back: none is taken for another.</summary>
    [Fact]
    public void Cells_that_repeat_and_change_read_back()
    {
        TableSchema table = new("a", "It.", [new("T", CellType.Text, "It."), new("N", CellType.Whole, "It."), new("D", CellType.Date, "It.")]);
        Arbitrary<(int Text, int Number, int Day)[]> cases =
            (from text in Gen.Choose(0, 3) from number in Gen.Choose(-1, 1) from day in Gen.Choose(0, 2) select (text, number, day)).ArrayOf().ToArbitrary();

        Prop.ForAll(cases, told =>
        {
            using var folder = new TemporaryFolder();
            var rows = new TableRows(table);
            foreach ((int text, int number, int day) in told)
            {
                rows.Text(new string('x', text));
                (number < 0 ? rows.Blank() : rows.Whole(number)).Date(day == 0 ? null : new DateOnly(2024, 1, day)).EndRow();
            }

            new SqliteSink(folder.Path, [table]).Write(rows, rows);
            string[] expected = [.. told.Select(row =>
                $"{new string('x', row.Text)}|{(row.Number < 0 ? "" : row.Number)}|{(row.Day == 0 ? "" : $"2024-01-0{row.Day}")}")];
            Read("SELECT * FROM a ORDER BY rowid", folder).ShouldBe([.. expected, .. expected]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Meanings_stand_beside_the_rows()
    {
        Sink().Write();

        Read("SELECT name, folder, title, meaning FROM tables_ ORDER BY name")
            .ShouldBe(["children||children|A child.", "episodes_2024|2024|episodes|An episode, \"as told\"."]);
        Read("SELECT name, type, required, meaning FROM columns_ WHERE table_name = 'episodes_2024' ORDER BY place")
            .ShouldBe(["CHILD|text|1|Who.", "DECOM|date|1|Since when.", "HOME POST|text|0|From where.", "DEC|date|0|Until when."]);
    }

    [Fact]
    public void Keys_and_references_are_declared()
    {
        Sink().Write(SmallCohort.SomeChildren());

        Read("SELECT name, \"notnull\", pk FROM pragma_table_info('episodes_2024')").ShouldBe(["CHILD|1|1", "DECOM|1|2", "HOME POST|0|0", "DEC|0|0"]);
        Read("SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list('episodes_2024')").ShouldBe(["children|CHILD|CHILD"]);
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_defect()
    {
        using SqliteSink sink = Sink();
        sink.Append(sink.Prepare(SmallCohort.SomeChildren()));

        Should.Throw<InvalidOperationException>(() => sink.Append(sink.Prepare(SmallCohort.SomeChildren()))).Message.ShouldContain("UNIQUE");
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_a_defect()
    {
        using SqliteSink sink = Sink();
        sink.Append(sink.Prepare(SmallCohort.SomeChildren()));
        sink.Append(sink.Prepare(SmallCohort.SomeEpisodes(of: "A3")));

        Should.Throw<InvalidOperationException>(sink.Complete).Message.ShouldContain("episodes_2024 refers to rows that children does not have");
    }

    [Fact]
    public void What_is_referred_to_and_is_no_key_stands_once()
    {
        TableSchema households = new("households", "It.", [new("URN", CellType.Whole, "It.") { Required = true }, new("NAME", CellType.Text, "It.")]) { Key = ["URN"] };
        TableSchema beds = new("beds", "It.", [new("HOUSEHOLD", CellType.Text, "It.")]) { References = [new("HOUSEHOLD", "households", "NAME")] };
        var rows = new TableRows(households);
        rows.Whole(7).Text("a").EndRow();
        rows.Whole(8).Text("a").EndRow();
        using var sink = new SqliteSink(_folder.Path, [households, beds]);

        Should.Throw<InvalidOperationException>(() => sink.Append(sink.Prepare(rows))).Message.ShouldContain("households.NAME");
    }

    /// <summary>Many pages, and keys that come out of order, so that pages are split.</summary>
    [Fact]
    public void The_same_rows_have_the_same_bytes_twice()
    {
        byte[][] written = [.. Enumerable.Range(0, 2).Select(time =>
        {
            string folder = _folder.In($"{time}");
            Directory.CreateDirectory(folder);
            var children = new TableRows(SmallCohort.Children);
            var episodes = new TableRows(SmallCohort.Episodes);
            for (int i = 0; i < 20_000; i++)
            {
                string id = $"C{i * 7919L % 20_000:D5}";
                children.Child(id, new DateOnly(2010, 1, 1).AddDays(i % 5000), i, i % 2 == 0);
                episodes.Text(id).Date(new DateOnly(2023, 4, 1)).Text(new string('x', i % 50)).Blank().EndRow();
            }

            new SqliteSink(folder, SmallCohort.All).Write(children, episodes);
            return File.ReadAllBytes(Path.Combine(folder, SqliteSink.FileName));
        })];

        written[0].Length.ShouldBeGreaterThan(1 << 20);
        written[0].AsSpan().SequenceEqual(written[1]).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_stands_beside_the_database_and_it_is_sound()
    {
        Sink().Write(SmallCohort.SomeChildren(), SmallCohort.SomeEpisodes());

        Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe([SqliteSink.FileName]);
        Read("PRAGMA integrity_check").ShouldBe(["ok"]);
        Read("PRAGMA journal_mode").ShouldBe(["delete"]);
    }

    public void Dispose() => _folder.Dispose();

    private SqliteSink Sink() => new(_folder.Path, SmallCohort.All);

    private List<string> Read(string sql) => Read(sql, _folder);

    private static List<string> Read(string sql, TemporaryFolder folder)
    {
        using var connection = new SqliteConnection($"Data Source={folder.In(SqliteSink.FileName)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))));
        }

        return rows;
    }
}
