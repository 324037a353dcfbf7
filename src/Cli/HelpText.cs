using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace KentSufficiency.Cli;

/// <summary>The usual help, with examples and exit codes at its end.</summary>
internal sealed class HelpText(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Files = """
        Files in the folder for the results:
          series.csv     every measure on every month end (schools: each census): mean, spread and quantiles over the replications
          summary.csv    every measure at the horizon, and its difference from the baseline
          deficits.csv   school places that run short: where, when and how many, where a run has schools
          ranking.csv    the strategies by what they change of one measure, where there are two or more
          report.html    the answer for a committee, as one page; written again by kent report
          manifest.json  what the run was made from, and its digest; written last
          events.jsonl   with --events: what happened in replication 0
          episodes.csv   with --events: its episodes of care, laid out as in the SSDA903 return;
                         episodes-SCENARIO.csv for each where several scenarios run

        """;

    private const string Codes = """
        Exit codes:
          0    done
          1    an internal failure, or an audit that failed
          2    bad input: the command line, a scenario, the data or a folder of results
          130  stopped with Ctrl-C: what was complete is written and marked partial
        """;

    private const string Examples = """

        Examples:
          kent list
          kent describe recruit-120
          kent new my-strategy --from recruit-120
          kent validate my-strategy.yaml
          kent run
          kent run recruit-120 --replications 1000 --years 10 --out recruit
          kent run my-strategy.yaml --seed 7 --audit --events
          kent run recruit-120 --precision 0.1 --on scs19
          kent report out --format md --out paper.md
          kent compare out recruit
          kent run validation/erlang-c
        """;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        bool runs = command is RootCommand || command.Name == RunCommand.Name;
        parseResult.InvocationConfiguration.Output.WriteLine(runs ? $"{Files}\n{Codes}\n{Examples}" : Codes);
        return code;
    }
}
