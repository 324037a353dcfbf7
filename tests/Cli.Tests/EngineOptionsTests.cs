using System.Text.Json;
using KentSufficiency.Cli;

namespace KentSufficiency.CliTests;

/// <summary>The choice of an engine on the command line. That silos compute the same is tested with the silo.</summary>
public sealed class EngineOptionsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("--engine", "remote")]
    [InlineData("--engine", "cluster")]
    [InlineData("--cluster", "kent")]
    [InlineData("--engine", "local", "--cluster", "kent")]
    public void A_wrong_choice_is_refused(params string[] args)
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(args));
        Assert.NotEqual("", _shell.Error.ToString());
    }

    /// <summary>The host of these tests has the local engine only, as a build without Orleans.</summary>
    [Theory]
    [InlineData("silo")]
    [InlineData("cluster", "--cluster", "kent")]
    public void What_this_build_lacks_is_named_in_a_line(params string[] choice)
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto(["--replications", "2", "--engine", .. choice]));
        string line = Assert.Single(_shell.Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"--engine {choice[0]} is missing: this program was built without Microsoft Orleans", line);
    }

    [Theory]
    [InlineData]
    [InlineData("--engine", "auto")]
    [InlineData("--engine", "local")]
    public void Where_there_is_only_the_local_engine_it_runs_and_the_manifest_says_so(params string[] args)
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto(["--replications", "2", .. args]));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json")));
        Assert.Equal("local", manifest.RootElement.GetProperty("engine").GetString());
    }
}
