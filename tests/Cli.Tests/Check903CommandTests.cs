using KentSufficiency.Cli;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.ScenariosTests.Ssda903;

namespace KentSufficiency.CliTests;

public sealed class Check903CommandTests : IDisposable
{
    private readonly Shell _shell = new() { Data = DataFolder.Locate() };

    private string Returns => _shell.Folder.In("returns");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Returns_without_an_error_are_told_in_one_line()
    {
        Write();
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", Returns));
        Assert.Matches(@"^\d+ rows of 2 returns: \d+ rules, no error$", _shell.Output.ToString().TrimEnd());
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", Returns, "--year", "2024", "--rule", "101", "503A"));
        Assert.Matches(@"^\d+ rows of 1 return: 2 rules, no error$", _shell.Output.ToString().TrimEnd());
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", Path.Combine(Returns, "2024"), "--rule", "101", "503A"));
        Assert.Contains("1 rule, no error (1 need the return before or a later year)", _shell.Output.ToString());
    }

    [Fact]
    public void Errors_are_bad_input_and_told_by_rule_and_by_line()
    {
        Write();
        string header = Path.Combine(Returns, "2024", "header.csv");
        File.WriteAllText(header, File.ReadAllText(header).Replace("101,1,", "101,7,", StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, _shell.Run("check-903", Returns, "--out", "errors.csv"));
        string output = _shell.Output.ToString();
        Assert.Contains("101          1  The sex is neither 1 nor 2.", output);
        Assert.Contains("2024/header.csv:2, child 101", output);
        Assert.Contains("2 errors by 2 of them", output);
        Assert.Equal(
            "year,rule,file,line,child,meaning\n2024,101,header.csv,2,101,The sex is neither 1 nor 2.\n2024,202,header.csv,2,101,The sex is not that of the return before.\n",
            File.ReadAllText(_shell.Folder.In("errors.csv")));
    }

    [Fact]
    public void The_rules_are_listed_without_a_return()
    {
        Assert.Equal(ExitCode.Done, _shell.Run("check-903", "--list"));
        Assert.Contains("| 501 | The episode began before the one before had ended. |", _shell.Output.ToString());
        Assert.Contains("| 1008 | The number is not in the register. | It needs Ofsted's register. |", _shell.Output.ToString());
    }

    [Theory]
    [InlineData("", "Say which folder holds the returns")]
    [InlineData("nowhere", "There is no folder 'nowhere'")]
    [InlineData("RETURNS --rule 9999", "There is no rule '9999'")]
    [InlineData("RETURNS --rule 1008", "Rule 1008 is not checked: It needs Ofsted's register.")]
    [InlineData("RETURNS --year 2020", "holds no return of 2020")]
    [InlineData("RETURNS/2024 --year 2026", "codes are known for 2014 to 2025")]
    [InlineData("RETURNS --year soon", "'soon'")]
    public void Bad_input_is_told_in_one_message(string arguments, string told)
    {
        Write();
        string[] given = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("RETURNS", Returns, StringComparison.Ordinal))];
        Assert.Equal(ExitCode.BadInput, _shell.Run(["check-903", .. given]));
        Assert.Contains(told, _shell.Error.ToString());
        Assert.Empty(_shell.Output.ToString());
    }

    private void Write() => ReturnFolders.Write(Returns, SmallReturn.Both);
}
