using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.ScenariosTests.Ssda903;

namespace KentSufficiency.CliTests;

public sealed class FidelityCommandTests : IDisposable
{
    private readonly Shell _shell = new() { Data = DataFolder.Locate() };

    private string Returns => _shell.Folder.In("returns");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void It_tells_each_comparison_writes_the_page_and_leaves_the_cohort_as_it_was()
    {
        ReturnFolders.Write(Returns, SmallReturn.Both);
        string[] before = [.. Directory.EnumerateFiles(Returns, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(ExitCode.Done, _shell.Run("fidelity", Returns, "--out", _shell.Folder.In("page.html")));
        string output = _shell.Output.ToString();
        Assert.Contains("returns of 2023 to 2024, 21 children, 11 looked after on 31 March 2024", output);
        Assert.Contains("2 are unaccompanied (18.2%); weighted to 25.4%, and judged by that", output);
        Assert.Matches(@"\nAge +2017-03-31 +0\.\d+", output);
        Assert.Contains("sibling-groups is not compared: a return does not tell", output);
        Assert.Contains("<h1>How near is the cohort to what was published?</h1>", File.ReadAllText(_shell.Folder.In("page.html")));
        Assert.Equal(before, Directory.EnumerateFiles(Returns, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cohort_against_itself_lies_within_in_everything()
    {
        ReturnFolders.Write(Returns, SmallReturn.Both);
        Assert.Equal(ExitCode.Done, _shell.Run("fidelity", Returns, "--against", Returns, "--out", _shell.Folder.In("page.html")));
        Assert.DoesNotContain("OUTSIDE", _shell.Output.ToString());
    }

    [Theory]
    [InlineData("", "Required argument missing")]
    [InlineData("nowhere", "There is no folder 'nowhere'.")]
    [InlineData("RETURNS --against nothing.csv", "There is neither a file nor a folder 'nothing.csv'")]
    [InlineData("RETURNS --out RETURNS/page.html", "whose files are told in its manifest")]
    [InlineData("RETURNS/2024/header.csv", "There is no folder")]
    public void Bad_input_is_told_in_one_message(string arguments, string told)
    {
        ReturnFolders.Write(Returns, SmallReturn.Both);
        string[] given = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("RETURNS", Returns, StringComparison.Ordinal))];
        Assert.Equal(ExitCode.BadInput, _shell.Run(["fidelity", .. given]));
        Assert.Contains(told, _shell.Error.ToString());
        Assert.Empty(_shell.Output.ToString());
        Assert.False(File.Exists(_shell.Folder.In("fidelity.html")));
    }
}
