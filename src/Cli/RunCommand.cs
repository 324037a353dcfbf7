using System.CommandLine;
using System.CommandLine.Parsing;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent run</c>.</summary>
internal sealed class RunCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "run";

    private const int MostThreads = 256;

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        Description = "Names of shipped scenarios or paths of .yaml files [default: baseline-2019 recruit-120 uasc-doubles]. "
            + "The baseline they extend always runs first.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> _replications = NumberOption.Create(
        "--replications", 1, 20_000, 200, "Replications of each scenario: how often the future is simulated.");

    private readonly Option<int> _years = NumberOption.Create(
        "--years", 1, 50, 5, "Years from the start to the horizon; validation scenarios set their own.");

    private readonly Option<uint> _seed = NumberOption.Create(
        "--seed", uint.MinValue, uint.MaxValue, 1u, "The same seed gives the same results, on any machine.");

    private readonly Option<int> _threads = NumberOption.Create<int>(
        "--threads", 1, MostThreads, null, "Replications at a time; the results do not depend on it [default: one for each processor]");

    private readonly Option<string> _out = new("--out")
    {
        Description = "The folder for the results; files of an earlier run in it are replaced.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "out",
    };

    private readonly Option<bool> _audit = new("--audit")
    {
        Description = "Check on every simulated day that no child or place is lost or used twice. Slower.",
    };

    private readonly Option<bool> _events = new("--events")
    {
        Description = "Also write events.jsonl: all that happened in replication 0 of each scenario.",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell no progress, only the results." };

    /// <summary>Builds the command.</summary>
    /// <param name="names">The shipped scenarios, for completion.</param>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public Command Build(Func<IEnumerable<string>> names, Func<RunRequest, int> run)
    {
        _scenarios.CompletionSources.Add(_ => names());
        var command = new Command(Name, "Simulate scenarios and compare them with the baseline.")
        {
            _scenarios, _replications, _years, _seed, _threads, _out, _audit, _events, _quiet,
        };
        _scenarios.Validators.Add(result => RefuseUnknownOptions(result, command));
        _out.Validators.Add(RefuseEmpty);
        command.SetAction(parsed => run(Read(parsed)));
        return command;
    }

    private RunRequest Read(ParseResult parsed)
    {
        int threads = parsed.GetValue(_threads);
        return new RunRequest(
            parsed.GetValue(_scenarios) ?? [],
            parsed.GetValue(_replications),
            parsed.GetValue(_years),
            parsed.GetResult(_years) is { Implicit: false },
            parsed.GetValue(_seed),
            threads == 0 ? Math.Min(Environment.ProcessorCount, MostThreads) : threads,
            parsed.GetValue(_out)!,
            parsed.GetValue(_audit),
            parsed.GetValue(_events),
            parsed.GetValue(_quiet));
    }

    /// <summary>A mistyped option would otherwise be taken for a scenario.</summary>
    private static void RefuseUnknownOptions(ArgumentResult result, Command command)
    {
        string? written = result.Tokens.Select(token => token.Value).FirstOrDefault(value => value.StartsWith('-'));
        if (written is not null)
        {
            string? nearest = NearestName.Of(written, command.Options.Select(option => option.Name));
            result.AddError($"'{written}' is not an option of kent run.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }
    }

    private static void RefuseEmpty(OptionResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError("--out must name a folder.");
        }
    }
}
