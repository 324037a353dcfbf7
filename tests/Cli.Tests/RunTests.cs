using System.Text.Json;
using KentSufficiency.Cli;

namespace KentSufficiency.CliTests;

public sealed class RunTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>Those of 2014 tell of another time: they are told by what their files extend, in one step or two.</summary>
    [Fact]
    public void Without_scenarios_every_strategy_of_2019_runs_for_five_years()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "scenarios");
        var extends = Directory.EnumerateFiles(folder, "*.yaml").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => File.ReadLines(file).FirstOrDefault(line => line.StartsWith("extends: ", StringComparison.Ordinal))?["extends: ".Length..].Trim());
        string Root(string name) => extends[name] is string extended ? Root(extended) : name;
        string[] strategies = [.. extends.Keys.Where(name => Root(name) == "baseline-2019").Order(StringComparer.Ordinal)];
        Assert.InRange(strategies.Length, 20, extends.Count - 2);
        Assert.Equal(ExitCode.Done, _shell.RunInto("--replications", "5"));
        Assert.Equal("baseline-2019", _shell.Made[0].Scenario);
        Assert.Equal(strategies.Select(name => (name, 5)), _shell.Made.Order());
        Assert.Equal(strategies.Length * 6 * 13, File.ReadLines(Path.Combine(_shell.Out, "series.csv")).Skip(1).Count());
        Assert.Equal("", _shell.Error.ToString());
    }

    /// <summary>Many strategies do not fit beside each other: the baseline has a table, they have one with a line for each.</summary>
    [Fact]
    public void Many_strategies_have_a_line_each()
    {
        _shell.RunInto("recruit-120", "five-panels", "uasc-doubles", "--replications", "50");
        string[] lines = _shell.Output.ToString().Split('\n');
        Assert.Matches(@"^Kent +31 Jul 2019 +baseline-2019 31 Jul 2020$", lines[0]);
        int header = Array.FindIndex(lines, line => line.StartsWith("Change by 31 Jul 2020", StringComparison.Ordinal));
        Assert.All(lines[(header + 1)..(header + 4)], line => Assert.Matches(@"^(recruit-120|five-panels|uasc-doubles) .*\+50\.0 \(\+50\.0 to \+50\.0\)", line));
    }

    [Fact]
    public void A_run_with_schools_tells_them_after_care_and_where_places_run_short()
    {
        _shell.HasSchools = true;
        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "five-panels", "uasc-doubles", "--replications", "20"));
        string[] lines = _shell.Output.ToString().Split('\n');
        int care = Array.FindIndex(lines, line => line.StartsWith("Title of cla", StringComparison.Ordinal));
        int schools = Array.FindIndex(lines, line => line.StartsWith("Title of first-preference/primary", StringComparison.Ordinal));
        Assert.InRange(schools, care + 1, lines.Length);
        int table = Array.FindIndex(lines, line => line.StartsWith("School places, change by 31 Jan 2022 ", StringComparison.Ordinal));
        Assert.InRange(Array.FindIndex(lines, line => line.StartsWith("Change by 31 Jan 2022 ", StringComparison.Ordinal)), 0, table - 1);
        Assert.EndsWith("Year 7 short", lines[table]);
        Assert.All(lines[(table + 1)..(table + 4)], line => Assert.Matches(@"^(recruit-120|five-panels|uasc-doubles) .*\+\d", line));
        string[] places = [.. lines.SkipWhile(line => line != "School places that run short, the likely deficits:").Where(line => line.StartsWith("  Year 7, Gravesend", StringComparison.Ordinal))];
        Assert.Equal(3, places.Length);
        Assert.All(["2019-20", "2020-21", "2021-22"], (year, i) =>
            Assert.Matches($@"^  Year 7, Gravesend and Longfield: {year}, \d+ places \(95% \d+ to \d+\)$", places[i]));
        Assert.Contains("deficits.csv", _shell.Output.ToString());
        Assert.True(File.Exists(Path.Combine(_shell.Out, "deficits.csv")));
    }

    [Theory]
    [InlineData("recruit-120", "baseline-2019", "recruit-120")]
    [InlineData("recruit-120 baseline-2019", "baseline-2019", "recruit-120")]
    [InlineData("uasc-doubles recruit-120", "baseline-2019", "uasc-doubles", "recruit-120")]
    [InlineData("baseline-2019", "baseline-2019")]
    public void The_baseline_runs_first(string named, params string[] expected)
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto(["--replications", "2", .. named.Split(' ')]));
        Assert.Equal(expected, _shell.Made.Select(made => made.Scenario));
    }

    [Fact]
    public void A_validation_scenario_runs_alone_and_sets_its_own_years()
    {
        string path = _shell.Folder.Write("queue.yaml", "name: queue\ntitle: t\nsource: s\nstart: 2019-07-31\nrun:\n  years: 2000\n");
        Assert.Equal(ExitCode.Done, _shell.RunInto(path, "--replications", "2"));
        Assert.Equal([("queue", 2000)], _shell.Made);
        Assert.Equal(2000, Manifest().GetProperty("years").GetInt32());
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(path, "recruit-120"));
        Assert.Contains("queue is a validation scenario", _shell.Error.ToString());
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(path, "--years", "3"));
        Assert.Contains("sets its own 2,000 years", _shell.Error.ToString());
    }

    [Fact]
    public void The_table_of_a_validation_scenario_shows_a_mean_with_its_simulation_error()
    {
        string path = _shell.Folder.Write("queue.yaml", "name: queue\ntitle: t\nsource: s\nstart: 2019-07-31\nrun:\n  years: 2000\n");
        _shell.RunInto(path, "--replications", "20");
        string[] lines = _shell.Output.ToString().Split('\n');
        Assert.Matches(@"^Title of cla \(children\) +[\d.]+ +[\d.]+ ± [\d.]+$", lines[1]);
        Assert.Contains(lines, line => line.StartsWith("Mean over 20 replications with fixed parameters. After ±: its simulation error", StringComparison.Ordinal));
    }

    [Fact]
    public void Threads_change_no_byte_and_the_seed_changes_the_digest()
    {
        (string Digest, string Series) one = RunOnce("1", "1");
        Assert.Equal(one, RunOnce("2", "1"));
        Assert.NotEqual(one.Digest, RunOnce("2", "2").Digest);
    }

    [Fact]
    public void The_manifest_names_the_run_and_its_inputs()
    {
        _shell.Folder.Write("data/evidence/a.csv", "a\n");
        _shell.RunInto("recruit-120", "--replications", "3", "--seed", "4294967295", "--threads", "2", "--audit");
        JsonElement manifest = Manifest();
        Assert.Equal(4294967295, manifest.GetProperty("seed").GetUInt32());
        Assert.Equal(3, manifest.GetProperty("replications_asked").GetInt32());
        Assert.Equal(3, manifest.GetProperty("replications_completed").GetInt32());
        Assert.True(manifest.GetProperty("audit").GetBoolean());
        Assert.False(manifest.GetProperty("partial").GetBoolean());
        Assert.Equal(
            ["data/evidence/a.csv", "scenarios/baseline-2019.yaml", "scenarios/recruit-120.yaml"],
            manifest.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("file").GetString()));
        Assert.Equal(1.54, manifest.GetProperty("scenarios")[1].GetProperty("levers")[0].GetProperty("value").GetDouble());
        Assert.Contains(manifest.GetProperty("digest").GetString()!, _shell.Output.ToString());
    }

    [Fact]
    public void The_table_shows_start_horizon_and_difference()
    {
        _shell.RunInto("recruit-120", "--replications", "50");
        string[] lines = _shell.Output.ToString().Split('\n');
        Assert.Matches(@"^Kent +31 Jul 2019 +baseline-2019 31 Jul 2020 +recruit-120 31 Jul 2020 +recruit-120 difference$", lines[0]);
        const string value = @" +[\d,.]+ \([\d,.]+ to [\d,.]+\)";
        Assert.Matches(@"^Title of cla \(children\) +[\d.]+" + value + value + @" +\+50\.0 \(\+50\.0 to \+50\.0\)$", lines[1]);
        Assert.DoesNotContain(lines, line => line.StartsWith("Title of scs29", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', _shell.Output.ToString());
    }

    [Fact]
    public void Events_are_written_when_asked_for_and_do_not_outlive_the_run()
    {
        string events = Path.Combine(_shell.Out, "events.jsonl");
        _shell.RunInto("recruit-120", "uasc-doubles", "--replications", "2", "--events");
        Assert.Equal(6, File.ReadLines(events).Count());
        string[] three = ["episodes-baseline-2019.csv", "episodes-recruit-120.csv", "episodes-uasc-doubles.csv"];
        Assert.Equal(three, Episodes());
        Assert.Contains("events.jsonl, episodes-baseline-2019.csv, ", _shell.Output.ToString());
        _shell.RunInto("baseline-2019", "--replications", "2", "--events");
        Assert.Equal(["episodes.csv"], Episodes());
        _shell.RunInto("--replications", "2");
        Assert.False(File.Exists(events));
        Assert.Empty(Episodes());

        string[] Episodes() => [.. Directory.EnumerateFiles(_shell.Out, "episodes*").Select(file => Path.GetFileName(file)).Order()];
    }

    [Fact]
    public void An_interrupted_run_keeps_what_is_complete()
    {
        _shell.Before = replication =>
        {
            if (replication == 8)
            {
                _shell.Interrupt();
            }
        };
        Assert.Equal(ExitCode.Interrupted, _shell.RunInto("--replications", "500", "--threads", "1"));
        JsonElement manifest = Manifest();
        Assert.True(manifest.GetProperty("partial").GetBoolean());
        Assert.Equal(8, manifest.GetProperty("replications_completed").GetInt32());
        Assert.Equal(500, manifest.GetProperty("replications_asked").GetInt32());
        Assert.Contains("8 of 500 replications", _shell.Error.ToString());
    }

    [Fact]
    public void A_run_interrupted_at_once_writes_nothing()
    {
        _shell.Interrupt();
        Assert.Equal(ExitCode.Interrupted, _shell.RunInto());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_shell.Out));
    }

    private (string Digest, string Series) RunOnce(string threads, string seed)
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("--replications", "30", "--threads", threads, "--seed", seed, "--quiet"));
        return (Manifest().GetProperty("digest").GetString()!, File.ReadAllText(Path.Combine(_shell.Out, "series.csv")));
    }

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json"))).RootElement;

    /// <summary>The benchmark of the start reads these lines: their form and their order are a promise.</summary>
    [Fact]
    public void Timings_tell_each_part_once_in_its_order()
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--replications", "5", "--threads", "1", "--quiet", "--timings"));
        string[] lines = _shell.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(@"^ +\d+\.\d{3} s  [a-z ]+$", line.TrimEnd()));
        Assert.Equal(
            ["command read", "scenarios read", "county compiled", "inputs known by their hashes", "first replication done", "simulated", "files and tables written"],
            lines.Select(line => line.TrimEnd().Split(" s  ")[1]));
    }
}
