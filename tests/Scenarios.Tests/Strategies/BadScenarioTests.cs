using System.Text;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Strategies;

/// <summary>Whatever is wrong with a scenario file is told with its place and its rule.</summary>
public sealed class BadScenarioTests : IDisposable
{
    private const string Head = "name: bad\ntitle: t\nsource: s\n";
    private const string Strategy = Head + "extends: base\n";
    private const string Lever = Strategy + "levers:\n  - lever: fostering/enquiries-a-year\n";
    private const string Cost = Strategy + "costs:\n  - what: a team\n";
    private const string AYear = Cost + "    a-year: 5\n";
    private const string Run = Head + "start: 2019-07-31\nrun:\n";

    private static string Named(string lever) => Strategy + $"levers:\n  - lever: {lever}\n";

    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public BadScenarioTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n");
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, int, int, string, string> Cases => new()
    {
        // Text, line, column, key, part of the message.
        { "", 0, 0, "", "is empty" },
        { "# only a comment\n", 0, 0, "", "is empty" },
        { "just words", 1, 1, "", "must be a group of keys" },
        { "- a\n- b\n", 1, 1, "", "must be a group of keys" },
        { "name: bad\nsource: s\nstart: 2019-07-31\n", 1, 1, "title", "is missing" },
        { "name: other\ntitle: t\nsource: s\nstart: 2019-07-31\n", 1, 7, "name", "name of its file; found 'other'. Did you mean 'bad'?" },
        { "name: bad\ntitle:\nsource: s\n", 2, 7, "title", "is empty" },
        { "name: bad\ntitle: [a]\nsource: s\n", 2, 8, "title", "must be text" },
        { Head, 1, 1, "start", "is missing; a scenario that extends no other" },
        { Head + "start: 31/07/2019\n", 4, 8, "start", "must be a date as 2019-07-31; found '31/07/2019'" },
        { Head + "start: 2019-02-30\n", 4, 8, "start", "must be a date" },
        { Head + "strat: 2019-07-31\n", 4, 1, "strat", "Did you mean 'start'?" },
        { Head + "start: 2019-07-31\ntitle: again\n", 5, 1, "title", "is there twice" },
        { Strategy + "start: 2019-07-31\n", 5, 8, "start", "belongs to the baseline only" },
        { Head + "extends: bse\n", 4, 10, "extends", "Did you mean 'base'?" },
        { Head + "extends: ../base\n", 4, 10, "extends", "'../base' is neither" },
        { Head + "extends: bad\n", 4, 10, "extends", "leads back to this scenario" },
        { Strategy + "levers: 5\n", 5, 9, "levers", "must be a list" },
        { Strategy + "levers:\n  - 5\n", 6, 5, "levers[0]", "must be a group of keys" },
        { Strategy + "levers:\n  - scale: 2\n", 6, 5, "levers[0].lever", "is missing" },
        { Strategy + "levers:\n  - lever: uasc/arivals-a-year\n    scale: 2\n", 6, 12, "levers[0].lever", "mean 'uasc/arrivals-a-year'?" },
        { Lever, 6, 5, "levers[0].set", "found none" },
        { Lever + "    scale: 2\n    add: 1\n", 8, 10, "levers[0].add", "found scale and add" },
        { Lever + "    scael: 2\n", 7, 5, "levers[0].scael", "Did you mean 'scale'?" },
        { Lever + "    scale: many\n", 7, 12, "levers[0].scale", "must be a number; found 'many'" },
        { Lever + "    scale: \"2\"\n", 7, 12, "levers[0].scale", "without quotation marks" },
        { Lever + "    scale: [2]\n", 7, 12, "levers[0].scale", "must be a number" },
        { Lever + "    scale: NaN\n", 7, 12, "levers[0].scale", "must be a number; found 'NaN'" },
        { Lever + "    scale: .nan\n", 7, 12, "levers[0].scale", "must be a number" },
        { Lever + "    set: Infinity\n", 7, 10, "levers[0].set", "must be a number" },
        { Lever + "    set: 1e400\n", 7, 10, "levers[0].set", "must be a number" },
        { Lever + "    scale: -1\n", 7, 12, "levers[0].scale", "must be from 0 to 1,000,000,000; found -1" },
        { Lever + "    add: 2e9\n", 7, 10, "levers[0].add", "must be from -1,000,000,000" },
        { Lever + "    scale: 2\n    from: 2019-07-30\n", 8, 11, "levers[0].from", "before the start of the scenario (2019-07-31)" },
        { Lever + "    scale: 2\n    to: 2018-07-30\n", 8, 9, "levers[0].to", "must not be before the start" },
        { Lever + "    scale: 2\n    from: 2020-01-02\n    to: 2020-01-01\n", 9, 9, "levers[0].to", "before 'from' (2020-01-02)" },
        { Lever + "    scale: 2\n  - lever: fostering/enquiries-a-year\n    add: 1\n", 8, 12, "levers[1].lever", "twice for the same day" },
        { Lever + "    scale: 60\n", 7, 12, "levers[0].scale", "would take fostering/enquiries-a-year to 35,400 on 2019-07-31; it can be from 0 to 29,500" },
        { Lever + "    add: -600\n", 7, 10, "levers[0].add", "would take fostering/enquiries-a-year to -10 on" },
        { Lever + "    scale: 2\n    ramp: 12\n", 8, 11, "levers[0].ramp", "must be a group of keys (months)" },
        { Lever + "    scale: 2\n    ramp: {}\n", 8, 11, "levers[0].ramp.months", "is missing" },
        { Lever + "    scale: 2\n    ramp: { months: 0 }\n", 8, 21, "levers[0].ramp.months", "must be a whole number from 1 to 120; found '0'" },
        { Lever + "    scale: 2\n    ramp: { months: 1.5 }\n", 8, 21, "levers[0].ramp.months", "must be a whole number" },
        { Lever + "    scale: 2\n    ramp: { month: 3 }\n", 8, 13, "levers[0].ramp.month", "Did you mean 'months'?" },
        { Lever + "    scale: 2\n    to: 2019-09-30\n    ramp: { months: 12 }\n", 9, 11, "levers[0].ramp", "is complete on 2020-07-01, after 'to'" },
        { Named("emergency-bed") + "    set: 1\n", 6, 12, "levers[0].lever", "Did you mean 'emergency-beds'?" },
        { Named("agency-capacity") + "    add: -2000\n", 7, 10, "levers[0].add", "('agency-capacity' at -670 places)" },
        { Named("staying-put-uptake") + "    set: 1.5\n", 7, 10, "levers[0].set", "staying-put-share to 1.5 on 2019-07-31" },
        { Named("resignation") + "    set: 0\n", 7, 10, "levers[0].set", "would take fostering/tenure-days to no number" },
        { Lever + "    scale: 2\n    from: 9999-12-31\n", 8, 11, "levers[0].from", "is more than 5,000 years after the start" },
        { Head + "start: 9999-12-31\n", 4, 8, "start", "must be from the year 1900 to 2200" },
        { Strategy + "costs: 5\n", 5, 8, "costs", "must be a list" },
        { Strategy + "costs:\n  - once: 5\n", 6, 5, "costs[0].what", "is missing" },
        { Cost, 6, 5, "costs[0].once", "must be the only one of once and a-year; found none" },
        { Cost + "    once: 5\n    a-year: 5\n", 8, 13, "costs[0].a-year", "found both" },
        { Cost + "    once: 2e9\n", 7, 11, "costs[0].once", "must be from -1,000,000,000" },
        { Cost + "    once: much\n", 7, 11, "costs[0].once", "must be a number; found 'much'" },
        { Cost + "    a-yaer: 5\n", 7, 5, "costs[0].a-yaer", "Did you mean 'a-year'?" },
        { Cost + "    once: 5\n    from: 2020-01-01\n", 8, 11, "costs[0].from", "belongs to an amount a year" },
        { AYear + "    on: 2020-01-01\n", 8, 9, "costs[0].on", "belongs to a one-off" },
        { AYear + "    from: 2020-01-02\n    to: 2020-01-01\n", 9, 9, "costs[0].to", "before 'from' (2020-01-02)" },
        { AYear, 6, 5, "costs[0].source", "is missing" },
        { AYear + "    source: asumed\n", 8, 13, "costs[0].source", "Did you mean 'assumed'?" },
        { AYear + "    source: kcc-2019-10\n", 6, 5, "costs[0].page", "only a guess ('assumed') has none" },
        { AYear + "    from: 2019-07-30\n    source: assumed\n", 8, 11, "costs[0].from", "before the start of the scenario (2019-07-31)" },
        { AYear + "    to: 9999-12-31\n    source: assumed\n", 8, 9, "costs[0].to", "is more than 5,000 years after the start" },
        { Run + "  years: 0\n", 6, 10, "run.years", "must be a whole number from 1 to 5,000; found '0'" },
        { Run + "  years: 2.5\n", 6, 10, "run.years", "must be a whole number" },
        { Run + "  record: weekly\n", 6, 11, "run.record", "must be month or horizon; found 'weekly'" },
        { Run + "  recrod: month\n", 6, 3, "run.recrod", "Did you mean 'record'?" },
        { Head + "start: &date 2019-07-31\n", 4, 8, "", "uses an anchor" },
        { Head + "start: *date\n", 4, 8, "", "uses an alias" },
        { Head + "start: !!str 2019-07-31\n", 4, 8, "", "uses a tag" },
        { Head + "start: 2019-07-31\n---\nname: bad\n", 5, 1, "", "holds a second document" },
        { Head + "levers: [[[[[[[[[[1]]]]]]]]]]\n", 4, 16, "", "is nested more than 8 levels deep" },
        { Head + "? [a, b]\n: c\n", 4, 3, "", "where a key must stand" },
        { Head + "start: \"2019\n", 4, 8, "", "is not valid YAML" },
        { Head + "run:\n \tyears: 5\n", 5, 2, "", "is indented with a tab" },
        { Head + "start: 2019-07-31\u0000\n", 4, 18, "", "is not UTF-8 text" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bad_input_is_told_with_its_place(string text, int line, int column, string key, string part)
    {
        _folder.Write("bad.yaml", text);
        var problem = Assert.Throws<ScenarioException>(() => _library.Load("bad"));
        Assert.Contains(part, problem.Message);
        Assert.Equal(new ScenarioLocation("scenarios/bad.yaml", line, column), problem.Location);
        Assert.Equal(key, problem.Key);
        Assert.StartsWith(line == 0 ? "scenarios/bad.yaml: " : $"scenarios/bad.yaml, line {line}, column {column}: ", problem.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_at_their_place()
    {
        File.WriteAllBytes(_folder.In("bad.yaml"), [.. "name: bad\ntitle: "u8, 0xFF, 0xFE]);
        var problem = Assert.Throws<ScenarioException>(() => _library.Load("bad"));
        Assert.Equal(new ScenarioLocation("scenarios/bad.yaml", 2, 8), problem.Location);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        File.WriteAllText(_folder.In("marked.yaml"), "name: marked\ntitle: t\nsource: s\nextends: base\n", new UTF8Encoding(true));
        Assert.Equal("marked", _library.Load("marked").Name);
    }

    [Fact]
    public void A_large_file_is_refused()
    {
        _folder.Write("bad.yaml", Head + new string('#', 50 << 20));
        Assert.Contains("is larger than 1 MB", Assert.Throws<ScenarioException>(() => _library.Load("bad")).Message);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        Assert.Contains("does not exist", Assert.Throws<ScenarioException>(() => _library.Load("no/such.yaml")).Message);
        Directory.CreateDirectory(_folder.In("folder.yaml"));
        Assert.Contains("is a folder", Assert.Throws<ScenarioException>(() => _library.Load(_folder.In("folder.yaml"))).Message);
    }

    [Fact]
    public void A_circle_of_two_is_refused()
    {
        _folder.Write("bad.yaml", Head + "extends: worse\n");
        _folder.Write("worse.yaml", "name: worse\ntitle: t\nsource: s\nextends: bad\n");
        Assert.Contains("leads back", Assert.Throws<ScenarioException>(() => _library.Load("bad")).Message);
    }

    [Fact]
    public void A_long_chain_is_refused()
    {
        for (int i = 0; i < 20; i++)
        {
            _folder.Write($"chain-{i}.yaml", $"name: chain-{i}\ntitle: t\nsource: s\nextends: chain-{i + 1}\n");
        }

        Assert.Contains("more than 16", Assert.Throws<ScenarioException>(() => _library.Load("chain-0")).Message);
    }

    /// <summary>Nothing that can be typed may end in any other exception, or take long.</summary>
    [Fact]
    public void Damaged_files_are_refused_or_read_but_never_break_the_reader()
    {
        const string alphabet = "\n\t -:[]{}&*!|>'\"%@`#?,a0.~\\\u0001\u00e9";
        string whole = Lever + "    scale: 2\n    from: 2020-01-02\n";
        uint state = 1;
        for (int attempt = 0; attempt < 3000; attempt++)
        {
            var text = new StringBuilder(whole);
            for (int i = 0; i <= attempt % 4; i++)
            {
                state = (state * 1664525) + 1013904223;
                text.Insert((int)((state >> 8) % (uint)text.Length), alphabet[(int)((state >> 20) % (uint)alphabet.Length)]);
            }

            try
            {
                StrictYaml.Read("bad.yaml", text.ToString());
            }
            catch (ScenarioException)
            {
                // Refused, as it should be.
            }
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: &a [*a]\n")]
    public void Deep_or_repeated_content_ends_quickly(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        Assert.Throws<ScenarioException>(() => StrictYaml.Read("bad.yaml", text));
    }
}
