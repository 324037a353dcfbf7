using System.Text.Json;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>JSON Lines and what is said of them.</summary>
public sealed class JsonSinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public JsonSinkTests() => new JsonSink(_folder.Path, SmallCohort.All).Write(SmallCohort.SomeChildren(), SmallCohort.SomeEpisodes());

    [Fact]
    public void Bytes_by_hand() => Text("children.jsonl").ShouldBe(
        """
        {"CHILD":"A1","DOB":"2010-02-03","SIBLINGS":2,"UASC":true}
        {"CHILD":"A2","DOB":"2011-12-31","SIBLINGS":null,"UASC":false}

        """);

    [Fact]
    public void A_line_is_an_object_that_reads_back()
    {
        string[] lines = Text("2024/episodes.jsonl").TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(2);
        using JsonDocument first = JsonDocument.Parse(lines[0]);
        first.RootElement.GetProperty("HOME POST").GetString().ShouldBe("Ashford, \"old\"\nroad é");
        first.RootElement.GetProperty("DEC").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void The_schema_names_every_column_key_and_reference()
    {
        using JsonDocument read = JsonDocument.Parse(Text("2024/episodes.schema.json"));
        JsonElement[] fields = [.. read.RootElement.GetProperty("fields").EnumerateArray()];
        fields.Select(field => field.GetProperty("name").GetString()).ShouldBe(["CHILD", "DECOM", "HOME POST", "DEC"]);
        fields.Select(field => field.GetProperty("type").GetString()).ShouldBe(["string", "date", "string", "date"]);
        fields.Select(field => field.GetProperty("constraints").GetProperty("required").GetBoolean()).ShouldBe([true, true, false, false]);
        read.RootElement.GetProperty("primaryKey").EnumerateArray().Select(name => name.GetString()).ShouldBe(["CHILD", "DECOM"]);
        JsonElement reference = read.RootElement.GetProperty("foreignKeys")[0].GetProperty("reference");
        reference.GetProperty("resource").GetString().ShouldBe("children");
    }

    public void Dispose() => _folder.Dispose();

    private string Text(string name) => File.ReadAllText(_folder.In(name));
}
