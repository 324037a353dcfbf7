using KentSufficiency.Cli;
using KentSufficiency.ScenariosTests.Report;

namespace KentSufficiency.CliTests;

public sealed class ResultsCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_run_ends_with_the_report_that_kent_report_writes_again_to_the_byte()
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("--replications", "5"));
        Assert.Contains("report.html", _shell.Output.ToString().Split('\n')[^2]);
        Assert.Equal("", _shell.Error.ToString());
        string path = Path.Combine(_shell.Out, "report.html");
        byte[] first = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.Equal(ExitCode.Done, _shell.Run("report", _shell.Out));
        Assert.Equal(first, File.ReadAllBytes(path));
    }

    [Fact]
    public void An_earlier_report_does_not_outlive_the_start_of_a_run()
    {
        Directory.CreateDirectory(_shell.Out);
        File.WriteAllText(Path.Combine(_shell.Out, "report.html"), "old");
        _shell.Interrupt();
        Assert.Equal(ExitCode.Interrupted, _shell.RunInto());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_shell.Out));
    }

    [Fact]
    public void A_validation_run_has_a_report_too()
    {
        string path = _shell.Folder.Write("queue.yaml", "name: queue\ntitle: A queue\nsource: s\nstart: 2019-07-31\nrun:\n  years: 2000\n");
        Assert.Equal(ExitCode.Done, _shell.RunInto(path, "--replications", "2"));
        Assert.Contains("A queue", File.ReadAllText(Path.Combine(_shell.Out, "report.html")));
    }

    [Fact]
    public void The_paper_is_written_where_it_was_asked_for()
    {
        new ReportFixture().Write(_shell.Folder.In("run"));
        Assert.Equal(ExitCode.Done, _shell.Run("report", "run", "--format", "md", "--out", "paper.md"));
        Assert.StartsWith("# Care and sufficiency in Kent\n", File.ReadAllText(_shell.Folder.In("paper.md")));
        Assert.Matches(@"^paper\.md is written \([\d,]+ kB\)\.", _shell.Output.ToString());
    }

    [Theory]
    [InlineData("report", "absent", "absent is no folder.")]
    [InlineData("report", "empty", "holds no manifest.json: it is no folder of results, or its run was not completed.")]
    [InlineData("report", "run --out nowhere/report.html", "nowhere/report.html cannot be written: choose another with --out.")]
    [InlineData("report", "run --format pdf", "'pdf' not recognized")]
    [InlineData("report", "", "Required argument missing")]
    [InlineData("compare", "run empty", "holds no manifest.json")]
    [InlineData("compare", "run", "Required argument missing")]
    public void What_cannot_be_done_is_told_in_a_sentence(string command, string arguments, string expected)
    {
        Directory.CreateDirectory(_shell.Folder.In("empty"));
        new ReportFixture().Write(_shell.Folder.In("run"));
        Assert.Equal(ExitCode.BadInput, _shell.Run([command, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.Contains(expected, _shell.Error.ToString());
        Assert.DoesNotContain("   at ", _shell.Error.ToString());
    }

    [Fact]
    public void Two_identical_runs_are_told_to_be_so()
    {
        new ReportFixture().Write(_shell.Folder.In("a"));
        new ReportFixture().Write(_shell.Folder.In("b"));
        Assert.Equal(ExitCode.Done, _shell.Run("compare", "a", "b"));
        string told = _shell.Output.ToString();
        Assert.Contains("The digests are the same: both runs have the same results in every replication, to the last bit.", told);
        Assert.Contains("Made from the same version, data, scenarios, seed, replications and parameters.", told);
        Assert.Matches(@"All [\d,]+ means at the horizon that both have are the same\.", told);
    }

    [Fact]
    public void Two_runs_that_differ_are_told_apart()
    {
        new ReportFixture().Write(_shell.Folder.In("a"));
        new ReportFixture { Seed = 2, Shift = 3, Digest = new string('b', 64), DataHash = new string('9', 64) }.Write(_shell.Folder.In("b"));
        Assert.Equal(ExitCode.Done, _shell.Run("compare", "a", "b"));
        string told = _shell.Output.ToString();
        Assert.DoesNotContain("digests are the same", told);
        Assert.Matches(@"(?m)^seed +1 +2\r?$", told);
        Assert.Matches(@"(?m)^data/a\.csv +111111111111 +999999999999\r?$", told);
        Assert.Matches(@"(?m)^  cla-uasc +250 to 253 +\+3\.0 ± 0\.7: more than simulation error\r?$", told);
    }
}
