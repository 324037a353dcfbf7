using KentSufficiency.Cli;
using KentSufficiency.ScenariosTests.Levers;

namespace KentSufficiency.CliTests;

public sealed class CatalogueCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("list", "baseline-2019", "recruit-120", "Recruit 120 fostering households a year", "kcc-2019-10 p.232", "everything-at-once")]
    [InlineData("list levers", "agency-capacity", "1,330 places", "Places with independent fostering agencies")]
    [InlineData("list assumptions", "uasc/arrivals-a-year", "230 children")]
    [InlineData("list measures", "cla", "Title of cla")]
    public void A_list_has_a_line_for_each(string line, params string[] parts)
    {
        Assert.Equal(ExitCode.Done, _shell.Run(line.Split(' ')));
        Assert.All(parts, part => Assert.Contains(part, _shell.Output.ToString()));
    }

    [Fact]
    public void The_baselines_come_first_and_what_checks_the_model_last()
    {
        _shell.Run("list");
        string[] lines = _shell.Output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("baseline-2014 ", lines[0]);
        Assert.StartsWith("baseline-2019 ", lines[1]);
        Assert.DoesNotContain(lines[2..], line => line.StartsWith("baseline-", StringComparison.Ordinal));
        Assert.StartsWith("validation/", lines[^1]);
    }

    [Theory]
    [InlineData("recruit-120", "recruit-120 (strategy)", "kcc-2019-10 p.232", "fostering/enquiries-a-year: times 1.54 from 1 August 2019")]
    [InlineData("edge-of-care", "(strategy)", "(lever)", "in 12 monthly steps", "front-door/plan-to-care/16-over (0.12), inversely", "cla down")]
    [InlineData("agency-capacity", "(lever)", "1,330 places", "700 to 2,500 places", "set by        Market", "agency/east (335), in proportion")]
    [InlineData("uasc/transfer-share", "(assumption)", "0.16 share", "90% interval", "logit-normal", "nts-rate", "The project's own judgement")]
    [InlineData("fostering/days/assessment", "derived", "1 October 2019; p. 195-231", "known from")]
    [InlineData("cla", "cla (measure)", "unit          children", "31 July 2019: 1,706", "edge-of-care, which lowers it")]
    public void A_description_says_what_it_means_and_where_it_comes_from(string name, params string[] parts)
    {
        Assert.Equal(ExitCode.Done, _shell.Run("describe", name));
        Assert.All(parts, part => Assert.Contains(part, _shell.Output.ToString()));
    }

    [Fact]
    public void Every_lever_scenario_and_assumption_can_be_described()
    {
        string[] names = [.. RealLevers.Catalogue.Ids, "validation/erlang-c", "baseline-2019"];
        Assert.All(names, name => Assert.Equal(ExitCode.Done, _shell.Run("describe", name)));
    }

    [Fact]
    public void A_file_can_be_described()
    {
        string path = _shell.Folder.Write("mine.yaml", "name: mine\ntitle: Mine\nsource: s\nextends: recruit-120\n");
        Assert.Equal(ExitCode.Done, _shell.Run("describe", path));
        Assert.Contains("mine (strategy)\n  Mine\n", _shell.Output.ToString());
    }

    [Theory]
    [InlineData("describe agency-capacty", "Did you mean 'agency-capacity'?")]
    [InlineData("describe xyzzy-plugh", "'kent list levers' tells the levers.")]
    [InlineData("describe", "Required argument missing")]
    [InlineData("list strategies", "'strategies' not recognized")]
    public void What_there_is_not_ends_with_2(string line, string part)
    {
        Assert.Equal(ExitCode.BadInput, _shell.Run(line.Split(' ')));
        Assert.Contains(part, _shell.Error.ToString());
    }

    [Theory]
    [InlineData("kent des", "describe", null)]
    [InlineData("kent run recr", "recruit-120", "households-recruited-a-year")]
    [InlineData("./kent describe agency-c", "agency-capacity", null)]
    [InlineData("kent describe arrivals", "uasc-arrivals", "uasc/arrivals-a-year")]
    [InlineData("kent describe uasc/arr", "uasc/arrivals-a-year", null)]
    [InlineData("kent new mine --from hub", "hub-families", null)]
    [InlineData("kent validate uasc-s", "uasc-surge", null)]
    public void A_shell_is_offered_what_could_come_next(string line, string offered, string? not)
    {
        Assert.Equal(ExitCode.Done, _shell.Run($"[suggest:{line.Length}]", line));
        string[] found = _shell.Output.ToString().Split('\n');
        Assert.Contains(offered, found);
        Assert.DoesNotContain(not, found);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _kent kent")]
    [InlineData("zsh", "compdef _kent kent")]
    public void A_shell_is_told_to_ask(string shell, string part)
    {
        Assert.Equal(ExitCode.Done, _shell.Run("completion", shell));
        Assert.Contains(part, _shell.Output.ToString());
    }
}
