using KentSufficiency.Cli;

namespace KentSufficiency.CliTests;

/// <summary><c>kent sensitivity</c> with the county that ships, without its schools.</summary>
public sealed class SensitivityCommandTests : IDisposable
{
    private const string Quick = "--measure enquiries --years 1 --trajectories 2 --replications 1 --assumptions fostering/enquiries-a-year cost/in-house/allowance/0-1 uasc/season/january";

    private readonly Shell _shell = new();
    private readonly string _care;

    public SensitivityCommandTests() =>
        _care = _shell.Folder.Write("care.yaml", "name: care\ntitle: Care only\nsource: s\nextends: baseline-2019\ncovers: care\n");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_answer_begins_with_what_it_depends_on_most()
    {
        Assert.Equal(ExitCode.Done, Screen("--threads 1"));
        string one = _shell.Output.ToString();
        Assert.Matches(@"^What care changes of enquiries by 31 July 2020 depends on none of the 3 assumptions that were screened\.", one);
        Assert.Equal(ExitCode.Done, Screen("--threads 1 --value --quiet")); // Progress is told of what lasts, and a slow machine is no error.
        one = _shell.Output.ToString();
        Assert.Matches(@"^enquiries on 31 July 2020 depends most on fostering/enquiries-a-year \(540 to 645: [\d.]+ enquiries\)\.", one);
        Assert.Matches(@"(?m)^fostering/enquiries-a-year +540 to 645 +[\d.]+ \([\d.]+ to [\d.]+\) raises ", one);
        Assert.Contains("Nothing at all came of ", one);
        Assert.Equal("", _shell.Error.ToString());
        Assert.Equal(ExitCode.Done, Screen("--threads 3 --value"));
        Assert.Equal(one, _shell.Output.ToString());
    }

    [Fact]
    public void Beside_a_run_it_adds_to_the_report_and_the_next_run_takes_it_away()
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--replications", "5"));
        byte[] series = File.ReadAllBytes(Path.Combine(_shell.Out, "series.csv"));
        string page = Path.Combine(_shell.Out, "report.html");
        Assert.DoesNotContain("What the answer depends on", File.ReadAllText(page));

        Assert.Equal(ExitCode.Done, Screen($"--value --out {_shell.Out}"));
        Assert.EndsWith("sensitivity.csv, sensitivity.json, report.html", _shell.Output.ToString().TrimEnd());
        Assert.Equal(series, File.ReadAllBytes(Path.Combine(_shell.Out, "series.csv")));
        string report = File.ReadAllText(page);
        Assert.Contains("What the answer depends on", report);
        Assert.Contains("\"candidates\": 3", File.ReadAllText(Path.Combine(_shell.Out, "sensitivity.json")));
        Assert.Equal(ExitCode.Done, _shell.Run("report", _shell.Out));
        Assert.Equal(report, File.ReadAllText(page));

        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--replications", "5"));
        Assert.False(File.Exists(Path.Combine(_shell.Out, "sensitivity.csv")));
        Assert.DoesNotContain("What the answer depends on", File.ReadAllText(page));
    }

    [Fact]
    public void An_interruption_writes_nothing()
    {
        _shell.Interrupt();
        Assert.Equal(ExitCode.Interrupted, Screen($"--value --out {_shell.Out}"));
        Assert.Equal("Stopped: a part of a screening says nothing, so nothing is written.", _shell.Error.ToString().Trim());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_shell.Out));
    }

    [Theory]
    [InlineData("", "--measure")]
    [InlineData("--measure clo", "No measure is called 'clo'. Did you mean 'cla'?")]
    [InlineData("--measure cla --geography Thanat", "cla is not measured for 'Thanat'. Did you mean 'Thanet'?")]
    [InlineData("--measure cla --assumptions fostering/enquiries-a-yeer", "No assumption is called 'fostering/enquiries-a-yeer'. Did you mean 'fostering/enquiries-a-year'?")]
    [InlineData("--measure cla --assumptions supply/failure-multiplier", "supply/failure-multiplier is exact: it has no range")]
    [InlineData("--measure cla --levels 5", "--levels must be an even number from 2 to 20; found '5'.")]
    [InlineData("--measure cla --trajectories 1", "--trajectories must be a whole number from 2 to 1000; found '1'.")]
    [InlineData("--measure cla --out care.yaml/out", "cannot be written: choose another with --out")]
    public void What_cannot_be_asked_ends_with_2_and_a_sentence(string line, string expected)
    {
        string[] args = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(arg => arg == "care.yaml/out" ? Path.Combine(_care, "out") : arg)];
        Assert.Equal(ExitCode.BadInput, _shell.Run(["sensitivity", _care, "--years", "1", .. args]));
        Assert.Contains(expected, _shell.Error.ToString());
        Assert.DoesNotContain("   at ", _shell.Error.ToString());
        Assert.Equal("", _shell.Output.ToString());
    }

    [Fact]
    public void A_validation_scenario_is_not_screened()
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run("sensitivity", "validation/erlang-c", "--measure", "days-to-match"));
        Assert.Contains("erlang-c is a validation scenario", _shell.Error.ToString());
    }

    private int Screen(string line) => _shell.Run(["sensitivity", _care, .. Quick.Split(' '), .. line.Split(' ')]);
}
