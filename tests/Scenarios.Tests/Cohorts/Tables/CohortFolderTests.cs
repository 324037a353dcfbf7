using System.Security.Cryptography;
using System.Text.Json;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts.Tables;

/// <summary>A cohort is there as a whole or not at all, and nothing else is ever lost for it.</summary>
public sealed class CohortFolderTests : IDisposable
{
    private static readonly CohortManifest s_manifest = new()
    {
        Version = "0.1.0",
        Request = [new("children", "2"), new("seed", "7")],
        Tables = [new("children", "", 2)],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly string _out;

    public CohortFolderTests() => _out = _folder.In("cohort");

    [Fact]
    public void A_cohort_is_put_in_place_with_its_manifest()
    {
        CohortManifest written = Write("one", "first");

        using JsonDocument read = JsonDocument.Parse(File.ReadAllText(Path.Combine(_out, "manifest.json")));
        JsonElement root = read.RootElement;
        root.GetProperty("kind").GetString().ShouldBe("kent-cohort");
        root.GetProperty("identity").GetString().ShouldBe("one");
        root.GetProperty("request").GetProperty("seed").GetString().ShouldBe("7");
        root.GetProperty("tables")[0].GetProperty("rows").GetInt64().ShouldBe(2);
        string[] names = [.. root.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()!)];
        names.ShouldBe(["2024/b.csv", "a.csv"]);
        written.Files[1].ShouldBe(new CohortFile("a.csv", 5, Convert.ToHexStringLower(SHA256.HashData("first"u8))));
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void The_same_request_has_the_same_bytes()
    {
        Write("one", "first");
        byte[] before = File.ReadAllBytes(Path.Combine(_out, "manifest.json"));
        Write("one", "first");
        File.ReadAllBytes(Path.Combine(_out, "manifest.json")).ShouldBe(before);
    }

    [Fact]
    public void The_very_same_cohort_is_written_anew()
    {
        Write("one", "first");
        Write("one", "again");

        First().ShouldBe("again");
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void Another_cohort_is_refused_and_left()
    {
        Write("one", "first");

        Refused("two").ShouldContain("holds another cohort");
        First().ShouldBe("first");
        OnlyTheCohortIsThere();
    }

    [Theory]
    [InlineData("notes.txt", "hello", "is no cohort")]
    [InlineData("manifest.json", "hello", "not of a cohort")]
    [InlineData("manifest.json", "[]", "not of a cohort")]
    [InlineData("manifest.json", "{\"product\": \"KentSufficiency\"}", "not of a cohort")]
    [InlineData("manifest.json", "{\"kind\": \"kent-cohort\"}", "not of a cohort")]
    public void A_folder_of_anything_else_is_refused_and_left(string name, string text, string why)
    {
        _folder.Write(Path.Combine("cohort", name), text);

        Refused("one").ShouldContain(why);
        File.ReadAllText(Path.Combine(_out, name)).ShouldBe(text);
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void A_file_put_into_a_cohort_is_not_lost()
    {
        Write("one", "first");
        _folder.Write("cohort/2024/notes.txt", "mine");

        Refused("one").ShouldContain("2024/notes.txt");
        File.Exists(_folder.In("cohort/2024/notes.txt")).ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_comes_meanwhile_is_not_lost()
    {
        using CohortFolder folder = Begin("one", "first");
        _folder.Write("cohort/notes.txt", "mine");

        Should.Throw<OutputException>(() => folder.Complete(s_manifest)).Message.ShouldContain("no cohort");
        File.ReadAllText(_folder.In("cohort/notes.txt")).ShouldBe("mine");
    }

    [Fact]
    public void A_path_that_is_a_file_or_lies_in_one_is_refused()
    {
        _folder.Write("cohort", "a file");
        Refused("one").ShouldContain("is a file");

        Should.Throw<OutputException>(() => CohortFolder.Open(Path.Combine(_out, "below"), "one")).Message.ShouldContain("cannot be written");
    }

    [Fact]
    public void An_empty_folder_will_do_and_so_will_one_whose_parents_are_not_there()
    {
        Directory.CreateDirectory(_out);
        Write("one", "first");
        First().ShouldBe("first");

        using CohortFolder folder = CohortFolder.Open(_folder.In("x/y/z"), "one");
        folder.Complete(s_manifest);
        File.Exists(_folder.In("x/y/z/manifest.json")).ShouldBeTrue();
    }

    [Fact]
    public void Without_the_end_the_old_cohort_is_untouched()
    {
        Write("one", "first");
        byte[] before = File.ReadAllBytes(Path.Combine(_out, "manifest.json"));
        using (Begin("one", "again"))
        {
            First().ShouldBe("first");
        }

        First().ShouldBe("first");
        File.ReadAllBytes(Path.Combine(_out, "manifest.json")).ShouldBe(before);
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void Without_the_end_there_is_no_folder()
    {
        Begin("one", "first").Dispose();

        Directory.Exists(_out).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_killed_run_left_is_removed()
    {
        Write("one", "first");
        _folder.Write(Path.Combine(CohortScratch.NewOf(_out), "a.csv"), "half");
        _folder.Write(Path.Combine(CohortScratch.NewOf(_out), "c.csv"), "half");
        CohortManifest written = Write("one", "again");

        written.Files.Select(file => file.File).ShouldBe(["2024/b.csv", "a.csv"]);
        First().ShouldBe("again");
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void A_cohort_taken_away_by_a_killed_run_is_brought_back()
    {
        Write("one", "first");
        Directory.CreateDirectory(CohortScratch.NewOf(_out));
        Directory.Move(_out, CohortScratch.OldOf(_out));
        Refused("two").ShouldContain("holds another cohort");

        First().ShouldBe("first");
        OnlyTheCohortIsThere();
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder()
    {
        using CohortFolder first = Begin("one", "first");

        Refused("one").ShouldContain("being written by another run");
        first.Complete(s_manifest);
        First().ShouldBe("first");
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Directory.CreateDirectory(_folder.In("elsewhere"));
        Directory.CreateSymbolicLink(_out, _folder.In("elsewhere"));
        Write("one", "first");

        new DirectoryInfo(_out).LinkTarget.ShouldNotBeNull();
        File.ReadAllText(_folder.In("elsewhere/a.csv")).ShouldBe("first");
    }

    [Fact]
    public void A_request_that_says_something_twice_is_refused()
    {
        using CohortFolder folder = Begin("one", "first");
        Should.Throw<ArgumentException>(() => folder.Complete(s_manifest with { Request = [new("seed", "1"), new("seed", "2")] }));
    }

    public void Dispose() => _folder.Dispose();

    private CohortManifest Write(string identity, string text)
    {
        using CohortFolder folder = Begin(identity, text);
        return folder.Complete(s_manifest);
    }

    private CohortFolder Begin(string identity, string text)
    {
        CohortFolder folder = CohortFolder.Open(_out, identity);
        Directory.CreateDirectory(Path.Combine(folder.WritingPath, "2024"));
        File.WriteAllText(Path.Combine(folder.WritingPath, "a.csv"), text);
        File.WriteAllText(Path.Combine(folder.WritingPath, "2024", "b.csv"), "b");
        return folder;
    }

    private string Refused(string identity) => Should.Throw<OutputException>(() => CohortFolder.Open(_out, identity)).Message;

    private string First() => File.ReadAllText(Path.Combine(_out, "a.csv"));

    private void OnlyTheCohortIsThere() => Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).ShouldBe(["cohort"]);
}
