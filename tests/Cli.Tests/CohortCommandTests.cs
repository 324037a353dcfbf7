using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.CliTests;

/// <summary><c>kent cohort</c> with the data that ship.</summary>
public sealed class CohortCommandTests : IDisposable
{
    private readonly Shell _shell = new() { Data = DataFolder.Locate() };

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("", "either --children N or --county")]
    [InlineData("--county --children 5", "either --children N or --county")]
    [InlineData("--children 0", "--children")]
    [InlineData("--children 5 --in-care 6", "a child in care is one of the children")]
    [InlineData("--children 5 --in-care 3 --format ssda903", "Every child of a return was looked after")]
    [InlineData("--children 5 --format ssda903 --as-of 2024-05-01", "A return counts to 31 March")]
    [InlineData("--children 5 --format ssda903 --history 0", "A return covers a year")]
    [InlineData("--children 5 --format ssda903 --codes 2031", "Codes are known for the collection years 2014 to 2025, not for 2031.")]
    [InlineData("--children 5 --format ssda903 --as-of 2029-03-31", "--codes 2025")]
    [InlineData("--children 5 --codes 2019", "it goes with --format ssda903")]
    [InlineData("--children 5 --as-of 2018-01-01", "its schools from 2019-07-31")]
    [InlineData("--children 5 --as-of 2090-01-01", "more than 30 years after")]
    [InlineData("--children 5 --scenario validation/erlang-c", "checks the model and is no county")]
    [InlineData("--children 5 --scenario nowhere", "is no scenario")]
    [InlineData("--children 5 --format xml", "xml")]
    public void What_cannot_be_is_refused_with_the_reason(string arguments, string reason)
    {
        Assert.Equal(ExitCode.BadInput, Cohort(arguments));
        Assert.Contains(reason, _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    [Fact]
    public void A_cohort_is_told_in_three_lines_and_passes_the_check()
    {
        Assert.Equal(ExitCode.Done, Cohort("--children 30 --format ssda903 --as-of 2020-03-31"));
        string[] told = _shell.Output.ToString().TrimEnd().Split('\n');
        Assert.Equal(3, told.Length);
        Assert.StartsWith("30 synthetic children of one simulated county, looked after at some time from 2019-04-01 to 2020-03-31", told[0]);
        Assert.Equal("No record is of a real person, and none was made from one.", told[2].TrimEnd());
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", _shell.Out));

        // The same is written anew; another is refused, and the first left alone.
        byte[] before = File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json"));
        Assert.Equal(ExitCode.Done, Cohort("--children 30 --format ssda903 --as-of 2020-03-31"));
        Assert.Equal(ExitCode.BadInput, Cohort("--children 31 --format ssda903 --as-of 2020-03-31"));
        Assert.Contains("another cohort", _shell.Error.ToString());
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json")));
    }

    [Fact]
    public void Returns_of_earlier_years_are_of_the_county_moved_back()
    {
        Assert.Equal(ExitCode.Done, Cohort("--children 40 --format ssda903 --as-of 2015-03-31 --history 2"));
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", _shell.Out));
        Assert.Contains("of 2 returns", _shell.Output.ToString());
    }

    [Fact]
    public void Interrupted_it_leaves_nothing()
    {
        _shell.Interrupt();
        Assert.Equal(ExitCode.Interrupted, Cohort("--children 30 --format ssda903"));
        Assert.Contains("nothing is written", _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    private int Cohort(string arguments) => _shell.Run(["cohort", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--out", _shell.Out]);
}
