using KentSufficiency.Cli;

namespace KentSufficiency.CliTests.Orleans;

/// <summary><c>kent experiments</c> on the data folder of this machine.</summary>
public sealed class ExperimentsCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void An_empty_folder_has_no_experiments_and_is_left_as_it_is()
    {
        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "--data", _shell.Folder.In("nowhere")));
        Assert.Equal("No experiment is kept here.", _shell.Output.ToString().Trim());
        Assert.False(Directory.Exists(_shell.Folder.In("nowhere")));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("cancel")]
    public void An_experiment_that_is_not_there_is_bad_input(string command)
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run("experiments", command, "abc", "--data", _shell.Folder.Path));
        Assert.Contains("No experiment is called 'abc'", _shell.Error.ToString());
    }

    [Fact]
    public void An_interrupted_one_is_listed_shown_and_cancelled()
    {
        string name = Plant("unfinished");
        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "--data", _shell.Folder.Path));
        Assert.Matches($@"^{name}  interrupted  120 of 400 +baseline-2019, recruit-120; 5 years, seed 7", _shell.Output.ToString());

        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "show", "0123", "--data", _shell.Folder.Path));
        Assert.Contains("interrupted, 120 of 400 replications", _shell.Output.ToString());
        Assert.Contains("kent run with the same scenarios, years and seed goes on with it.", _shell.Output.ToString());

        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "cancel", "0123", "--data", _shell.Folder.Path));
        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "--data", _shell.Folder.Path));
        Assert.Contains("No experiment is kept here.", _shell.Output.ToString());
    }

    [Fact]
    public void One_that_somebody_is_at_work_on_is_running_and_is_asked_to_end()
    {
        string name = Plant("unfinished");
        using var held = new FileStream(_shell.Folder.In($"experiments/{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "--data", _shell.Folder.Path));
        Assert.Matches($"^{name}  running ", _shell.Output.ToString());

        Assert.Equal(ExitCode.Done, _shell.Run("experiments", "cancel", name, "--data", _shell.Folder.Path));
        Assert.True(File.Exists(_shell.Folder.In($"experiments/{name}.cancel")));
    }

    private string Plant(string stage)
    {
        const string name = "0123456789abcdef0123-1";
        _shell.Folder.Write($"experiments/{name}.json", $$"""
            {
              "id": "0123456789abcdef0123", "stage": "{{stage}}", "scenarios": ["baseline-2019", "recruit-120"],
              "years": 5, "seed": 7, "replications": 400, "stored": 120, "written": "2026-01-01T00:00:00+00:00"
            }
            """);
        return name;
    }
}
