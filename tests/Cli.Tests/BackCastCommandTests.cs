using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.CliTests;

/// <summary><c>kent backcast</c> and <c>kent calibrate</c> with the data that ship.</summary>
public sealed class BackCastCommandTests : IDisposable
{
    private readonly Shell _shell = new() { Data = DataFolder.Locate() };

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_back_cast_tells_what_came_and_writes_series_scores_and_manifest()
    {
        Assert.Equal(ExitCode.Done, BackCast("--from 2014-03-31 --to 2015-03-31 --parameters prior --replications 50 --given uasc-arrivals"));
        string told = _shell.Output.ToString();
        Assert.Contains("Kent from 31 March 2014 to 31 March 2015, 50 futures, given uasc-arrivals; assumptions as they were held.", told);
        Assert.Matches(@"(?m)^ *cla +2015-03-31 +1,870", told);
        Assert.Matches(@"Nearer than last value on [\d.]+ of \d+ measures by CRPS", told);
        string scores = File.ReadAllText(Path.Combine(_shell.Out, "scores.csv"));
        Assert.Contains("2014-03-31,cla,Kent,2015-03-31,1,model,50,", scores);
        Assert.StartsWith("scenario,measure,geography,date,replications,mean,", File.ReadAllText(Path.Combine(_shell.Out, "series.csv")));
        string manifest = File.ReadAllText(Path.Combine(_shell.Out, "manifest.json"));
        Assert.Contains("\"kind\": \"back-cast\"", manifest);
        Assert.Contains("\"uasc-arrivals\"", manifest);
    }

    [Fact]
    public void Observations_of_the_user_take_the_place_of_the_evidence()
    {
        string file = _shell.Folder.Write("seen.csv", "measure,geography,date,value\ncla,Kent,2015-03-31,1234\ncla-by-age/1-4,Kent,2015-03-31,x\n");
        Assert.Equal(ExitCode.Done, BackCast($"--from 2014-03-31 --to 2015-03-31 --parameters prior --replications 50 --observed {file}"));
        string scores = File.ReadAllText(Path.Combine(_shell.Out, "scores.csv"));
        Assert.Matches(@"(?m)^2014-03-31,cla,Kent,2015-03-31,1,model,50,.*,1234,", scores);
        Assert.Matches(@"(?m)^2014-03-31,cla-by-age/1-4,Kent,2015-03-31,1,,.*suppressed", scores);
    }

    [Theory]
    [InlineData("--from 2013-03-31 --to 2015-03-31", "cla-by-age/under-1")]
    [InlineData("--from 2014-03-31 --to 2015-03-31", "--parameters prior")]
    [InlineData("--from 2016-03-31 --to 2016-03-31", "must be later than --from")]
    [InlineData("--from 31/03/2016 --to 2017-03-31", "must be a date such as 2015-03-31; found '31/03/2016'")]
    [InlineData("--from 2016-03-31 --to 2017-03-31 --given uasc-arrival", "Did you mean 'uasc-arrivals'?")]
    [InlineData("--from 2016-03-31 --to 2017-03-31 --parameters drawn", "drawn")]
    [InlineData("--from 2016-03-31", "--to")]
    public void What_cannot_be_made_is_refused_in_a_line_and_nothing_is_written(string arguments, string told)
    {
        Assert.Equal(ExitCode.BadInput, BackCast(arguments));
        Assert.Contains(told, _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    [Fact]
    public void A_row_that_breaks_a_rule_is_refused_with_its_line_before_anything_is_simulated()
    {
        string file = _shell.Folder.Write("seen.csv", "measure,geography,date,value\ncl,Kent,2015-03-31,12\ncla,Kent,31/03/2015,12\ncla,Kent,2015-03-31,\"1,870\"\n");
        Assert.Equal(ExitCode.BadInput, BackCast($"--from 2014-03-31 --to 2015-03-31 --parameters prior --observed {file}"));
        string error = _shell.Error.ToString();
        Assert.Contains("line 2", error);
        Assert.Contains("line 3", error);
        Assert.Contains("line 4", error);
        Assert.False(Directory.Exists(_shell.Out));
    }

    [Fact]
    public void Nothing_can_be_calibrated_before_a_year_is_known_from_end_to_end()
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run("calibrate", "--known", "2014-12-31", "--out", _shell.Out));
        Assert.Contains("Nothing can be estimated from what was known on 2014-12-31", _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    private int BackCast(string arguments) => _shell.Run(["backcast", .. arguments.Split(' '), "--out", _shell.Out]);
}
