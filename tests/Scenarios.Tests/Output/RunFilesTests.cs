using System.Text.Json;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;
using static KentSufficiency.ScenariosTests.Experiments.Experiments;

namespace KentSufficiency.ScenariosTests.Output;

public sealed class RunFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_series_is_the_same_to_the_byte_for_one_thread_and_two()
    {
        Write("one", threads: 1);
        Write("two", threads: 2);
        foreach (string name in new[] { "series.csv", "summary.csv", "events.jsonl" })
        {
            Assert.Equal(File.ReadAllBytes(_folder.In($"one/{name}")), File.ReadAllBytes(_folder.In($"two/{name}")));
        }
    }

    [Fact]
    public void The_files_have_the_agreed_columns_and_rows()
    {
        Write("out");
        string[] series = File.ReadAllText(_folder.In("out/series.csv")).Split('\n');
        Assert.Equal("scenario,measure,geography,date,replications,mean,sd,p05,p25,p50,p75,p95", series[0]);
        Assert.StartsWith("base,cla,Kent,2019-07-31,40,", series[1]);
        Assert.StartsWith("base,cla,Kent,2019-08-31,40,", series[2]);
        Assert.Equal(1 + (2 * 6 * 13) + 1, series.Length);
        Assert.Equal("", series[^1]);

        string[] summary = File.ReadAllText(_folder.In("out/summary.csv")).Split('\n');
        Assert.Equal(
            "scenario,measure,geography,date,replications,baseline_mean,baseline_low,baseline_high,"
            + "value_mean,value_low,value_high,difference_mean,difference_low,difference_high,simulation_error",
            summary[0]);
        Assert.Equal(1 + (2 * 6) + 1, summary.Length);
        Assert.Equal(["base", "cla", "Kent", "2020-07-31", "40"], summary[1].Split(',')[..5]);
        Assert.Equal(["", "", ""], summary[1].Split(',')[11..14]);
        string strategy = summary.Single(line => line.StartsWith("strategy,cla,", StringComparison.Ordinal));
        Assert.Equal(["50", "50", "50", "0"], strategy.Split(',')[11..]);
    }

    [Fact]
    public void Replications_with_nothing_to_measure_are_not_counted()
    {
        Write("out");
        string row = File.ReadLines(_folder.In("out/series.csv")).First(line => line.StartsWith("base,scs29,", StringComparison.Ordinal));
        Assert.InRange(int.Parse(row.Split(',')[4]), 1, 39);
    }

    [Fact]
    public void The_manifest_says_what_the_run_was_made_from()
    {
        Write("out");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(_folder.In("out/manifest.json")));
        JsonElement root = manifest.RootElement;
        Assert.Equal("KentSufficiency", root.GetProperty("product").GetString());
        Assert.Equal("local", root.GetProperty("engine").GetString());
        Assert.Equal("fixed", root.GetProperty("parameters").GetString());
        Assert.Equal(40, root.GetProperty("replications_completed").GetInt32());
        Assert.Equal("2020-07-31", root.GetProperty("horizon").GetString());
        Assert.Equal(64, root.GetProperty("digest").GetString()!.Length);
        Assert.Equal("data/x.csv", root.GetProperty("inputs")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void Events_tell_replication_0_of_each_scenario_in_order()
    {
        Write("out");
        string[] lines = File.ReadAllLines(_folder.In("out/events.jsonl"));
        Assert.Equal(4, lines.Length);
        Assert.Equal(
            """{"scenario":"base","date":"2019-07-31","entity":"18446744073709551615","kind":"child-started","code":"S","other":"0"}""",
            lines[0]);
        Assert.Contains("\"scenario\":\"strategy\"", lines[2]);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_no_manifest()
    {
        Write("out");
        using (OutputFolder folder = OutputFolder.Open(_folder.In("out")))
        {
            Assert.False(File.Exists(_folder.In("out/manifest.json")));
            Directory.CreateDirectory(_folder.In("out/summary.csv/in-the-way"));
            Assert.ThrowsAny<Exception>(() => Write(folder, threads: 1));
        }

        Assert.True(File.Exists(_folder.In("out/series.csv")));
        Assert.False(File.Exists(_folder.In("out/manifest.json")));
    }

    [Fact]
    public void The_manifest_is_written_when_all_else_is_there()
    {
        bool complete = false;
        Write("out", onManifest: () => complete = File.Exists(_folder.In("out/series.csv"))
            && File.Exists(_folder.In("out/summary.csv"))
            && File.Exists(_folder.In("out/events.jsonl"))
            && !File.Exists(_folder.In("out/manifest.json")));
        Assert.True(complete);
        Assert.Equal(
            ["episodes-base.csv", "episodes-strategy.csv", "events.jsonl", "manifest.json", "series.csv", "summary.csv"],
            Directory.EnumerateFileSystemEntries(_folder.In("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        string file = _folder.Write("file", "");
        var problem = Assert.Throws<OutputException>(() => OutputFolder.Open(Path.Combine(file, "out")));
        Assert.Contains("cannot be written", problem.Message);
        Assert.Throws<OutputException>(() => OutputFolder.Open("\0"));
    }

    [Fact]
    public void Two_runs_do_not_share_a_folder()
    {
        using (OutputFolder.Open(_folder.In("out")))
        {
            Assert.Contains("another run", Assert.Throws<OutputException>(() => OutputFolder.Open(_folder.In("out"))).Message);
        }

        OutputFolder.Open(_folder.In("out")).Dispose();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(-0.0000001, "0")]
    [InlineData(1614, "1614")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(0.1234567, "0.123457")]
    [InlineData(123456789012345, "123456789012345")]
    [InlineData(double.NaN, "")]
    public void Numbers_are_written_by_one_rule(double value, string expected) => Assert.Equal(expected, NumberText.Of(value));

    private void Write(string name, int threads = 2, Action? onManifest = null)
    {
        using OutputFolder folder = OutputFolder.Open(_folder.In(name));
        Write(folder, threads, onManifest);
    }

    private static void Write(OutputFolder folder, int threads, Action? onManifest = null)
    {
        using var events = new EventFiles(["base", "strategy"], folder.ScratchDirectory);
        using var scratch = new TemporaryFolder();
        using ExperimentResults results = Run(Plan(scratch, threads: threads) with { Log = events.Of });
        RunFiles.Write(folder, results, ranking: null, events, threads, digest =>
        {
            onManifest?.Invoke();
            return Manifest(results, digest, threads);
        });
    }

    private static RunManifest Manifest(ExperimentResults results, string digest, int threads) => new()
    {
        Version = "1",
        Digest = digest,
        Parameters = ParameterMode.Fixed,
        RangedAssumptions = 486,
        Partial = results.IsPartial,
        Seed = 1,
        ReplicationsAsked = results.ReplicationsAsked,
        ReplicationsCompleted = results.Replications,
        Years = 1,
        Start = results.Scenarios[0].Dates[0],
        Horizon = results.Scenarios[0].Dates[^1],
        Threads = threads,
        Audit = false,
        WallSeconds = 1,
        Scenarios = [],
        Inputs = [new InputFile("data/x.csv", "00")],
    };
}
