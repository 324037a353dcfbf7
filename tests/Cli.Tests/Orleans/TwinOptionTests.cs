using KentSufficiency.Cli;

namespace KentSufficiency.CliTests.Orleans;

/// <summary><c>kent twin</c> where no twin runs: what is wrong on the command line is told, and so is how to begin.</summary>
[Collection(EnvironmentOfDatabases.Name)]
public sealed class TwinOptionTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("advance", "Say how far, in one way: --to DATE, --days N or --months N.")]
    [InlineData("advance --days 3 --months 1", "Say how far, in one way")]
    [InlineData("advance --to 31.7.2020", "--to must be a date such as 2020-07-31; found '31.7.2020'.")]
    [InlineData("advance --days 0", "--days must be a whole number from 1 to 20000; found '0'.")]
    [InlineData("start --name Kent", "--name must be up to 40 small letters, digits and hyphens")]
    [InlineData("start --seed -1", "--seed")]
    [InlineData("start --years 51", "--years must be a whole number from 1 to 50; found '51'.")]
    [InlineData("start --scenario recruit-12", "Did you mean 'recruit-120'?")]
    [InlineData("start --scenario validation/erlang-c", "is a validation scenario")]
    [InlineData("act arrive", "--kind")]
    [InlineData("act arrive --kind storks", "storks")]
    [InlineData("act arrive --kind referral --count 1001", "--count must be a whole number from 1 to 1000; found '1001'.")]
    [InlineData("fork", "--out")]
    [InlineData("show queue --format xml", "xml")]
    public void A_bad_command_line_ends_with_2_and_a_sentence_and_begins_nothing(string line, string part)
    {
        Assert.Equal(ExitCode.BadInput, Kent(line));
        Assert.Contains(part, _shell.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _shell.Error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_shell.Folder.In("twin")));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("show queue")]
    [InlineData("advance --days 1")]
    [InlineData("act open-school hill --district ashford --places 30")]
    [InlineData("log")]
    [InlineData("fork --out from-here")]
    public void Where_none_runs_every_command_says_how_to_start(string line)
    {
        Assert.Equal(ExitCode.BadInput, Kent(line));
        string folder = _shell.Folder.In("twin");
        Assert.Equal($"No twin is running in {folder}. Start it with: kent twin start --data {folder}", _shell.Error.ToString().Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("start")]
    [InlineData("advance")]
    [InlineData("show")]
    [InlineData("act arrive")]
    [InlineData("fork")]
    public void Help_fits_on_a_page_and_keeps_the_process_in_the_background_to_itself(string command)
    {
        Assert.Equal(ExitCode.Done, _shell.Run(["twin", .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]));
        string[] lines = _shell.Output.ToString().Split('\n');
        Assert.All(lines, text => Assert.True(text.Length < 300, text));
        Assert.InRange(lines.Length, 8, 60);
        Assert.DoesNotContain(lines, text => text.Contains("serve ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_word_alone_tells_what_can_be_asked_for()
    {
        Assert.Equal(ExitCode.Done, _shell.Run("twin"));
        Assert.Contains("advance", _shell.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _shell.Error.ToString());
    }

    private int Kent(string line) => _shell.Run(["twin", .. line.Split(' '), "--data", _shell.Folder.In("twin")]);
}
