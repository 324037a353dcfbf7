using System.Text.Json;
using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.CliTests;

/// <summary>The options that say how an experiment is made: which parameters, how precise, ranked by what.</summary>
public sealed class ExperimentOptionsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("", ParameterMode.Drawn, "drawn", "50 replications, each with its own draw of the 486 ranged assumptions.")]
    [InlineData("--parameters drawn", ParameterMode.Drawn, "drawn", "each with its own draw of the 486 ranged assumptions.")]
    [InlineData("--parameters fixed", ParameterMode.Fixed, "fixed", "50 replications with fixed parameters.")]
    public void Parameters_are_drawn_unless_they_shall_be_fixed_and_the_run_says_which(
        string option, ParameterMode expected, string manifest, string note)
    {
        string[] options = option.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCode.Done, _shell.RunInto(["--replications", "50", .. options]));
        Assert.All(_shell.Modes, mode => Assert.Equal(expected, mode));
        Assert.Contains(note, _shell.Output.ToString());
        Assert.Equal(manifest, Manifest().GetProperty("parameters").GetString());
        Assert.Equal(486, Manifest().GetProperty("ranged_assumptions").GetInt32());
    }

    [Fact]
    public void A_validation_scenario_keeps_its_parameters_fixed()
    {
        string path = _shell.Folder.Write("queue.yaml", "name: queue\ntitle: t\nsource: s\nstart: 2019-07-31\nrun:\n  years: 2000\n");
        Assert.Equal(ExitCode.Done, _shell.RunInto(path, "--replications", "2"));
        Assert.Equal([ParameterMode.Fixed], _shell.Modes);
        Assert.Equal("fixed", Manifest().GetProperty("parameters").GetString());
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(path, "--parameters", "drawn"));
        Assert.Contains("queue is a validation scenario, whose parameters are fixed", _shell.Error.ToString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void A_precision_decides_on_the_number_of_replications(string threads)
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("--precision", "0.06", "--on", "cla", "--threads", threads));
        JsonElement manifest = Manifest();
        Assert.Equal(400, manifest.GetProperty("replications_completed").GetInt32());
        JsonElement precision = manifest.GetProperty("precision");
        Assert.Equal(("cla", "relative"), (precision.GetProperty("measure").GetString(), precision.GetProperty("unit").GetString()));
        Assert.Equal(0.06, precision.GetProperty("asked").GetDouble());
        Assert.InRange(precision.GetProperty("reached").GetDouble(), 0.05, 0.06);
        Assert.True(precision.GetProperty("met").GetBoolean());
        Assert.Matches(@"Precision of cla in the baseline: 0\.05\d* of the mean, as asked\.", _shell.Output.ToString());
    }

    [Fact]
    public void A_precision_is_about_the_in_house_share_in_points_unless_it_is_said_otherwise()
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--precision", "3"));
        JsonElement precision = Manifest().GetProperty("precision");
        Assert.Equal(("scs19", "points"), (precision.GetProperty("measure").GetString(), precision.GetProperty("unit").GetString()));
    }

    [Fact]
    public void Two_strategies_are_ranked_and_one_is_not()
    {
        string ranking = Path.Combine(_shell.Out, "ranking.csv");
        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "uasc-doubles", "--replications", "40", "--rank-by", "households"));
        string[] rows = File.ReadAllLines(ranking);
        Assert.Equal(
            "rank,scenario,measure,geography,better,date,replications,"
            + "difference_mean,difference_low,difference_high,simulation_error,best_share",
            rows[0]);
        Assert.Equal("1,recruit-120,households,Kent,higher,2020-07-31,40,50,50,50,0,0.5", rows[1]);
        Assert.Equal("2,uasc-doubles,households,Kent,higher,2020-07-31,40,50,50,50,0,0.5", rows[2]);
        Assert.Equal(",baseline-2019,households,Kent,higher,2020-07-31,40,,,,,0", rows[3]);
        Assert.Equal("households", Manifest().GetProperty("ranked_by").GetString());
        Assert.Matches(@"(?m)^ *1 recruit-120 +\+50\.0 \(\+50\.0 to \+50\.0\) +50%$", _shell.Output.ToString());
        Assert.Contains("ranking.csv", _shell.Output.ToString());

        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--replications", "2"));
        Assert.False(File.Exists(ranking));
        Assert.DoesNotContain("ranking.csv", _shell.Output.ToString());
        Assert.Equal(JsonValueKind.Null, Manifest().GetProperty("ranked_by").ValueKind);
    }

    [Theory]
    [InlineData("--precision 0.1 --replications 5", "--precision decides on the number of replications: leave --replications out.")]
    [InlineData("--on cla", "--on names the measure of --precision, which is missing.")]
    [InlineData("--precision 0", "--precision must be a number from 0.0001 to 100; found '0'.")]
    [InlineData("--precision NaN", "found 'NaN'")]
    [InlineData("--precision 1e-3", "found '1e-3'")]
    [InlineData("--parameters some", "--parameters must be 'drawn' or 'fixed'; found 'some'.")]
    public void A_bad_option_ends_with_2_and_a_sentence(string line, string part)
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(line.Split(' ')));
        Assert.Contains(part, _shell.Error.ToString());
        Assert.Empty(_shell.Made);
    }

    [Theory]
    [InlineData("--precision 0.1 --on households-", "--on must name a measure that a run writes; 'households-' is none. Did you mean 'households'?")]
    [InlineData("--rank-by scs1", "--rank-by must name a measure that a run writes; 'scs1' is none. Did you mean 'scs19'?")]
    [InlineData("--rank-by cla", "that is not said of cla. Choose among households, scs19, scs29.")]
    public void A_measure_that_will_not_do_ends_with_2_before_anything_is_simulated(string line, string part)
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(line.Split(' ')));
        Assert.Contains(part, _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json"))).RootElement;
}
