using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;

namespace KentSufficiency.CliTests;

public sealed class HelpTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("")]
    public void Help_ends_with_examples_and_tells_the_exit_codes(string line)
    {
        Assert.Equal(ExitCode.Done, _shell.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("130  stopped with Ctrl-C", _shell.Output.ToString());
        Assert.EndsWith("kent run validation/erlang-c", _shell.Output.ToString().TrimEnd());
    }

    /// <summary>What completes an argument is not spelt out in the help: there are hundreds of names.</summary>
    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("list --help")]
    [InlineData("describe --help")]
    [InlineData("validate --help")]
    [InlineData("new --help")]
    [InlineData("report --help")]
    [InlineData("compare --help")]
    [InlineData("sensitivity --help")]
    [InlineData("check-903 --help")]
    [InlineData("cohort --help")]
    [InlineData("fidelity --help")]
    [InlineData("experiments --help")]
    public void Help_fits_on_a_page(string line)
    {
        Assert.Equal(ExitCode.Done, _shell.Run(line.Split(' ')));
        string[] lines = _shell.Output.ToString().Split('\n');
        Assert.All(lines, text => Assert.True(text.Length < 300, text));
        Assert.True(lines.Length < 80);
    }

    [Fact]
    public void Every_example_does_what_it_says()
    {
        string mine = _shell.Folder.In("my-strategy.yaml"); // written by an example, the one of kent new
        _shell.Run("run", "--help");
        string[] lines = _shell.Output.ToString().Split("Examples:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.True(lines.Length >= 4);
        foreach (string line in lines)
        {
            Assert.StartsWith("kent ", line);
            string[] args = [.. line["kent ".Length..].Replace(" --out recruit", "", StringComparison.Ordinal).Split(' ')];
            string[] into = args[0] == "run" ? ["--out", _shell.Out] : [];
            Assert.Equal(ExitCode.Done, _shell.Run([.. args.Select(arg => arg switch { "my-strategy.yaml" => mine, "recruit" => _shell.Out, _ => arg }), .. into]));
        }
    }

    [Fact]
    public void Help_of_run_tells_every_option_and_its_default()
    {
        _shell.Run("run", "--help");
        string help = _shell.Output.ToString();
        foreach (string option in new[] { "replications", "precision", "on", "parameters", "rank-by", "years", "seed", "threads", "engine", "cluster", "data", "out", "audit", "events", "quiet" })
        {
            Assert.Contains($"--{option}", help);
        }

        Assert.Contains("[default: 200]", help);
        Assert.Contains("[default: out]", help);
    }

    [Fact]
    public void The_version_is_that_of_the_product()
    {
        Assert.Equal(ExitCode.Done, _shell.Run("--version"));
        Assert.Matches(@"^kent \d+\.\d+\.\d+", _shell.Output.ToString());
    }

    [Fact]
    public void The_shipped_scenarios_say_what_they_should()
    {
        var library = new ScenarioLibrary(RealLevers.Catalogue);
        var august = new DateOnly(2019, 8, 1);
        Assert.Equal(new DateOnly(2019, 7, 31), library.Load("baseline-2019").Start);
        Assert.Equal(
            [new LeverSetting("fostering/enquiries-a-year", LeverOperation.Scale, 1.54, august, null)],
            library.Load("recruit-120").Levers);
        Assert.Equal(
            [new LeverSetting("uasc/arrivals-a-year", LeverOperation.Scale, 2, august, null)],
            library.Load("uasc-doubles").Levers);
    }
}
