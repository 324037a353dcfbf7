using System.Diagnostics;
using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;

namespace KentSufficiency.CliTests;

public sealed class ScenarioCommandTests : IDisposable
{
    private const string Head = "name: bad\ntitle: t\nsource: s\n";
    private const string Lever = Head + "extends: baseline-2019\nlevers:\n  - lever: agency-capacity\n";

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string, string, string> Bad => new()
    {
        // What it is, the text, a part of the message.
        { "empty", "", "bad.yaml: is empty" },
        { "unknown key", Lever + "    scael: 2\n", "bad.yaml, line 7, column 5: 'levers[0].scael' is not a key known here" },
        { "wrong type", Lever + "    scale: many\n", "line 7, column 12: 'levers[0].scale' must be a number; found 'many'" },
        { "out of range", Lever + "    scale: 51\n", "would take homes/places/agency/east to 17,085 on 2019-07-31" },
        { "negative capacity", Lever + "    set: -1\n", "it can be from 0 to 16,750" },
        { "NaN", Lever + "    set: NaN\n", "must be a number; found 'NaN'" },
        { "before the start", Lever + "    scale: 2\n    from: 2019-01-01\n", "line 8, column 11: 'levers[0].from' must not be before the start" },
        { "circular", Head + "extends: bad\n", "line 4, column 10: 'extends' leads back to this scenario" },
        { "missing extends", Head + "extends: baseline-219\n", "Did you mean 'baseline-2019'?" },
        { "unknown lever", Lever.Replace("agency-capacity", "agency-capasity") + "    scale: 2\n", "Did you mean 'agency-capacity'?" },
        { "binary", "name: bad\ntitle: \0\u0001\u0002\n", "line 2, column 8: is not UTF-8 text" },
        { "50 MB", new string('#', 50 << 20), "is larger than 1 MB" },
        { "deeply nested", Head + "levers: " + new string('[', 100_000), "is nested more than 8 levels deep" },
        { "bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "uses an anchor" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_input_ends_with_2_soon_and_without_a_stack_trace(string what, string text, string part)
    {
        string path = _shell.Folder.Write("bad.yaml", text);
        long started = Stopwatch.GetTimestamp();
        Assert.True(_shell.Run("validate", path) == ExitCode.BadInput, what);
        Assert.True(Stopwatch.GetElapsedTime(started) < s_soon, what);
        Assert.Contains(part, _shell.Error.ToString());
        Assert.DoesNotContain("   at ", _shell.Error.ToString());
        Assert.DoesNotContain("valid", _shell.Output.ToString());
    }

    [Fact]
    public void Every_file_is_checked_and_told()
    {
        string good = _shell.Folder.Write("good.yaml", "name: good\ntitle: t\nsource: s\nextends: recruit-120\n");
        string bad = _shell.Folder.Write("bad.yaml", Head);
        string missing = _shell.Folder.In("missing.yaml");
        Assert.Equal(ExitCode.BadInput, _shell.Run("validate", bad, missing, good));
        Assert.Contains($"{good}: valid (1 lever)", _shell.Output.ToString());
        Assert.Contains("'start' is missing", _shell.Error.ToString());
        Assert.Contains("missing.yaml: does not exist.", _shell.Error.ToString());
        Assert.Equal(ExitCode.Done, _shell.Run("validate", good, "everything-at-once", "validation/erlang-c"));
    }

    [Fact]
    public void What_is_not_plausible_is_valid_and_told()
    {
        string path = _shell.Folder.Write("bad.yaml", Lever + "    set: 3000\n");
        Assert.Equal(ExitCode.Done, _shell.Run("validate", path));
        Assert.Contains("Note: ", _shell.Output.ToString());
        Assert.Contains("takes agency-capacity to 3,000 places; what is plausible is 700 to 2,500.", _shell.Output.ToString());
    }

    [Theory]
    [InlineData("baseline-2019")]
    [InlineData("recruit-120")]
    [InlineData("hub-families")]
    [InlineData("everything-at-once")]
    [InlineData("validation/erlang-c")]
    public void A_new_scenario_is_valid_and_changes_what_the_other_one_changes(string from)
    {
        Assert.Equal(ExitCode.Done, _shell.Run("new", "my-plan", "--from", from));
        string path = _shell.Folder.In("my-plan.yaml");
        Assert.Equal(ExitCode.Done, _shell.Run("validate", path));
        var library = new ScenarioLibrary(RealLevers.Catalogue);
        Assert.Equal(library.Load(from).Levers, library.Load(path).Levers);
        Assert.Equal(library.Load(from).Costs, library.Load(path).Costs);
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json", File.ReadAllText(path));
    }

    [Fact]
    public void The_example_in_a_new_scenario_works_when_its_signs_are_taken_away()
    {
        _shell.Run("new", "my-plan");
        string path = _shell.Folder.In("my-plan.yaml");
        string[] lines = File.ReadAllLines(path);
        int place = Array.IndexOf(lines, "  []");
        File.WriteAllLines(path, lines.Where((_, i) => i != place).Select((line, i) => i < place ? line : Uncommented(line)));
        Assert.Equal(1.5, Assert.Single(new ScenarioLibrary(RealLevers.Catalogue).Load(path).Levers).Value);
        static string Uncommented(string line) => line.StartsWith("  # - ", StringComparison.Ordinal) || line.StartsWith("  #   ", StringComparison.Ordinal)
            ? "  " + line[4..]
            : line;
    }

    [Theory]
    [InlineData("My-Plan", "use lower-case letters")]
    [InlineData("../plan", "use lower-case letters")]
    [InlineData("recruit-120", "is the name of a shipped scenario")]
    [InlineData("there", "there.yaml is there already, and nothing is overwritten")]
    public void A_new_scenario_takes_no_name_that_is_taken(string name, string part)
    {
        string there = _shell.Folder.Write("there.yaml", "mine");
        Assert.Equal(ExitCode.BadInput, _shell.Run("new", name));
        Assert.Contains(part, _shell.Error.ToString());
        Assert.Equal("mine", File.ReadAllText(there));
    }

    [Fact]
    public void A_new_scenario_from_nothing_known_is_not_written()
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run("new", "my-plan", "--from", "recruit-12"));
        Assert.Contains("Did you mean 'recruit-120'?", _shell.Error.ToString());
        Assert.False(File.Exists(_shell.Folder.In("my-plan.yaml")));
    }

    [Fact]
    public void The_schema_is_printed_or_written()
    {
        Assert.Equal(ExitCode.Done, _shell.Run("schema"));
        string printed = _shell.Output.ToString();
        Assert.Equal(ExitCode.Done, _shell.Run("schema", "--out", "mine.json"));
        Assert.Equal(printed, File.ReadAllText(_shell.Folder.In("mine.json")));
        Assert.Equal(ExitCode.BadInput, _shell.Run("schema", "--out", "no/such/mine.json"));
        Assert.Contains("cannot be written: its folder does not exist", _shell.Error.ToString());
    }
}
