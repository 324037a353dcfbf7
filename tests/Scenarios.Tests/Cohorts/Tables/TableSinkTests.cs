using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>What all sinks have in common: rows stand in the order of appending, whoever prepared them.</summary>
public sealed class TableSinkTests : IDisposable
{
    private const int Blocks = 40;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => ["csv", "json", "sqlite"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Rows_prepared_on_many_threads_are_those_prepared_on_one(string format)
    {
        string one = _folder.In("one");
        string many = _folder.In("many");
        Sink(format, one).Write([.. Enumerable.Range(0, Blocks).Select(Block)]);
        using (TableSink sink = Sink(format, many))
        {
            var prepared = new PreparedRows[Blocks];
            Parallel.For(0, Blocks, block => prepared[block] = sink.Prepare(Block(block)));
            foreach (PreparedRows block in prepared)
            {
                sink.Append(block);
            }

            sink.Complete();
        }

        string[] files = [.. Files(one)];
        Files(many).ShouldBe(files);
        foreach (string file in files)
        {
            File.ReadAllBytes(Path.Combine(many, file)).ShouldBe(File.ReadAllBytes(Path.Combine(one, file)), file);
        }
    }

    [Fact]
    public void Rows_stand_in_the_order_of_appending()
    {
        using var sink = new CsvSink(_folder.Path, SmallCohort.All);
        PreparedRows second = sink.Prepare(Block(1));
        sink.Append(sink.Prepare(Block(0)));
        sink.Append(second);
        sink.Complete();

        IEnumerable<string> ids = File.ReadLines(_folder.In("children.csv")).Skip(1).Select(line => line.Split(',')[0]);
        ids.ShouldBe(Enumerable.Range(0, 100).Select(Id));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Rows_may_be_used_again_once_prepared(string format)
    {
        using TableSink sink = Sink(format, _folder.In("again"));
        TableRows rows = Block(0);
        PreparedRows prepared = sink.Prepare(rows);
        rows.Clear();
        rows.Child("other", new DateOnly(2000, 1, 1), 1, true);
        sink.Append(prepared);
        sink.Complete();

        sink.Counts.ShouldBe([new TableCount("children", "", 50), new TableCount("episodes", "2024", 0)]);
        string file = Files(_folder.In("again")).First(name => name is "children.csv" or "children.jsonl" or SqliteSink.FileName);
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder.In("again"), file)));
        text.ShouldContain(Id(49));
        text.ShouldNotContain("other");
    }

    [Fact]
    public void Rows_of_a_table_it_does_not_know_are_refused()
    {
        using var sink = new CsvSink(_folder.Path, [SmallCohort.Children]);
        Should.Throw<ArgumentException>(() => sink.Prepare(SmallCohort.SomeEpisodes()));
    }

    [Fact]
    public void After_the_end_nothing_is_appended()
    {
        using var sink = new CsvSink(_folder.Path, SmallCohort.All);
        PreparedRows late = sink.Prepare(Block(0));
        sink.Complete();
        Should.Throw<ObjectDisposedException>(() => sink.Append(late));
    }

    public void Dispose() => _folder.Dispose();

    private static TableSink Sink(string format, string folder)
    {
        Directory.CreateDirectory(folder);
        return format switch
        {
            "csv" => new CsvSink(folder, SmallCohort.All),
            "json" => new JsonSink(folder, SmallCohort.All),
            _ => new SqliteSink(folder, SmallCohort.All),
        };
    }

    private static TableRows Block(int block)
    {
        var rows = new TableRows(SmallCohort.Children);
        for (int i = 0; i < 50; i++)
        {
            rows.Child(Id((50 * block) + i), new DateOnly(2010, 1, 1).AddDays(i), i, i % 2 == 0);
        }

        return rows;
    }

    private static string Id(int child) => $"K{child:D6}";

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal);
}
