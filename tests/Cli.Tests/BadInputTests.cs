using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.CliTests;

public sealed class BadInputTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("run --replications 0", "--replications must be a whole number from 1 to 20000; found '0'.")]
    [InlineData("run --replications 20001", "found '20001'")]
    [InlineData("run --replications many", "found 'many'")]
    [InlineData("run --replications 1e3", "found '1e3'")]
    [InlineData("run --years 0", "--years must be a whole number from 1 to 50")]
    [InlineData("run --years 51", "found '51'")]
    [InlineData("run --threads 0", "--threads must be a whole number from 1 to 256")]
    [InlineData("run --threads 257", "found '257'")]
    [InlineData("run --seed -1", "--seed must be a whole number from 0 to 4294967295; found '-1'.")]
    [InlineData("run --seed 4294967296", "found '4294967296'")]
    [InlineData("run --seed", "--seed")]
    [InlineData("run --replicatons 5", "'--replicatons' is not an option of kent run. Did you mean '--replications'?")]
    [InlineData("run recruit-12", "Did you mean 'recruit-120'?")]
    [InlineData("run recruit-120 recruit-120", "recruit-120 is named twice")]
    [InlineData("run no/such.yaml", "no/such.yaml: does not exist.")]
    [InlineData("rum", "rum")]
    public void A_bad_command_line_ends_with_2_and_a_sentence(string line, string part)
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run(line.Split(' ')));
        Assert.Contains(part, _shell.Error.ToString());
        Assert.DoesNotContain("   at ", _shell.Error.ToString());
        Assert.Equal("", _shell.Output.ToString());
        Assert.Empty(_shell.Made);
    }

    [Fact]
    public void A_bad_scenario_is_told_with_its_place()
    {
        string path = _shell.Folder.Write("mine.yaml", """
            name: mine
            title: t
            source: s
            extends: baseline-2019
            levers:
              - lever: uasc/arrival-a-year
                scale: 2
            """);
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(path));
        Assert.Contains("mine.yaml, line 6, column 12: 'levers[0].lever' ", _shell.Error.ToString());
        Assert.Contains("Did you mean 'uasc/arrivals-a-year'?", _shell.Error.ToString());
    }

    [Fact]
    public void Scenarios_with_another_baseline_are_not_compared()
    {
        string path = _shell.Folder.Write("mine.yaml", "name: mine\ntitle: t\nsource: s\nstart: 2020-01-01\n");
        Assert.Equal(ExitCode.BadInput, _shell.RunInto("recruit-120", path));
        Assert.Contains("mine starts from mine and recruit-120 from baseline-2019", _shell.Error.ToString());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_fails_before_any_replication()
    {
        bool simulated = false;
        _shell.Before = _ => simulated = true;
        string file = _shell.Folder.Write("file", "");
        Assert.Equal(ExitCode.BadInput, _shell.Run("run", "--out", Path.Combine(file, "out")));
        Assert.Contains("cannot be written", _shell.Error.ToString());
        Assert.False(simulated);
    }

    [Fact]
    public void A_failed_audit_ends_with_1_and_names_the_replication()
    {
        _shell.Before = _ => throw new AuditException(new DateOnly(2019, 9, 1), "One child has two homes.");
        Assert.Equal(ExitCode.Failed, _shell.RunInto("recruit-120", "--audit"));
        Assert.Equal(
            "Replication 0 of recruit-120 (seed 1) failed. Audit failed on 2019-09-01: One child has two homes.",
            _shell.Error.ToString().Trim());
        Assert.False(File.Exists(Path.Combine(_shell.Out, "manifest.json")));
    }

    [Fact]
    public void Data_that_break_their_rules_are_bad_input_and_told_in_full()
    {
        _shell.Levers = () => throw new EvidenceException(
            [new EvidenceError("assumptions/care.csv", 3, "value", "is no number"), new EvidenceError("sources.csv", 9, "id", "is used twice")]);
        Assert.Equal(ExitCode.BadInput, _shell.RunInto());
        Assert.StartsWith("The data break 2 rules:", _shell.Error.ToString());
        Assert.Contains("care.csv", _shell.Error.ToString());
        Assert.Contains("sources.csv", _shell.Error.ToString());
        Assert.DoesNotContain("   at ", _shell.Error.ToString());
    }

    [Fact]
    public void Debugging_shows_where_it_happened()
    {
        _shell.Debug = true;
        _shell.Before = _ => throw new InvalidOperationException("Oh.");
        Assert.Equal(ExitCode.Failed, _shell.RunInto());
        Assert.Contains("   at ", _shell.Error.ToString());
    }
}
