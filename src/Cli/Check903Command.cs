using System.CommandLine;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent check-903</c>.</summary>
internal static class Check903Command
{
    /// <summary>Builds the command.</summary>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public static Command Build(Func<Check903Request, int> run)
    {
        var folder = new Argument<string?>("DIR")
        {
            HelpName = "DIR",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The folder of a return, with its ten files, or of a set: a folder for each collection year.",
        };
        Option<int?> year = new("--year")
        {
            HelpName = "YEAR",
            Description = "The collection year, named by the year in which it ends: of one return [default: that of its latest date], or to be checked of a set [default: all].",
        };
        Option<string[]> rules = new("--rule")
        {
            HelpName = "NUMBER",
            AllowMultipleArgumentsPerToken = true,
            Description = "Check by this rule only; may be given more than once.",
        };
        Option<bool> list = new("--list") { Description = "Instead: print the rules, and those that are not checked with the reason." };
        Option<string?> output = new("--out") { HelpName = "FILE", Description = "A CSV file for all errors." };
        var command = new Command("check-903", "Check returns on children looked after (SSDA903) by the Department for Education's rules.")
        {
            folder, year, rules, list, output,
        };
        command.SetAction(parsed => run(new Check903Request(
            parsed.GetValue(folder), parsed.GetValue(year), parsed.GetValue(rules) ?? [], parsed.GetValue(list), parsed.GetValue(output))));
        return command;
    }
}

/// <summary>What was asked of <c>kent check-903</c>.</summary>
/// <param name="Folder">The folder of the returns.</param>
/// <param name="Year">The collection year.</param>
/// <param name="Rules">The numbers of the rules; none for all.</param>
/// <param name="List">Whether only the rules are told.</param>
/// <param name="Out">The file for all errors.</param>
internal sealed record Check903Request(string? Folder, int? Year, IReadOnlyList<string> Rules, bool List, string? Out);
