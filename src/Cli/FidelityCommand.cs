using System.CommandLine;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent fidelity</c>.</summary>
internal static class FidelityCommand
{
    /// <summary>The page that nobody has to name.</summary>
    public const string UsualPage = "fidelity.html";

    /// <summary>Builds the command.</summary>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public static Command Build(Func<FidelityAsked, int> run)
    {
        var folder = new Argument<string>("DIR")
        {
            HelpName = "DIR",
            Description = "The folder of a cohort: returns on children looked after (SSDA903), a folder for each year, or tables as CSV.",
        };
        Option<string?> against = new("--against")
        {
            HelpName = "FILE|DIR",
            Description = "Compare with the counts in a CSV file (measure,geography,date,value) or with another cohort [default: the published counts of Kent]",
        };
        Option<string> output = new("--out")
        {
            HelpName = "FILE",
            Description = "The page of charts; replaced if it is there, and never written into DIR.",
            DefaultValueFactory = _ => UsualPage,
        };
        var command = new Command("fidelity", "Tell how near a synthetic cohort is to what was published, and what it may be used for.") { folder, against, output };
        command.SetAction(parsed => run(new FidelityAsked(parsed.GetValue(folder)!, parsed.GetValue(against), parsed.GetValue(output)!)));
        return command;
    }
}

/// <summary>What was asked of <c>kent fidelity</c>.</summary>
/// <param name="Folder">The folder of the cohort.</param>
/// <param name="Against">What to compare it with; null for the evidence.</param>
/// <param name="Out">The page of charts.</param>
internal sealed record FidelityAsked(string Folder, string? Against, string Out);
