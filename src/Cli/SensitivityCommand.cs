using System.CommandLine;
using System.CommandLine.Parsing;
using KentSufficiency.Scenarios.Sensitivity;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent sensitivity</c>.</summary>
internal sealed class SensitivityCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "sensitivity";

    private const int MostThreads = 256;

    private readonly Argument<string?> _scenario = new("SCENARIO")
    {
        HelpName = "SCENARIO",
        Description = "A baseline, whose value is asked about, or a strategy, of which it is what it changes [default: the latest baseline]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _measure = new("--measure")
    {
        Description = "The measure at the horizon that is asked about, such as cla or scs19; kent list tells them.",
        HelpName = "ID",
        Required = true,
    };

    private readonly Option<string> _geography = new("--geography")
    {
        Description = "Kent, or the part of it that the measure is taken for.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Kent",
    };

    private readonly Option<bool> _value = new("--value") { Description = "Ask about a strategy's own value, not about what it changes of the baseline." };

    private readonly Option<string[]> _assumptions = new("--assumptions")
    {
        Description = "The assumptions in question: ids, or beginnings that end in an asterisk, such as 'care/plan/*' "
            + "[default: all with a range that the measure's side of the county, care or schools, is made from]",
        HelpName = "PATTERN",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _most = NumberOption.Create(
        "--most", 1, 1000, 40, "Assumptions screened at most. Of more in question, those are kept that explain the answer best, told from "
        + "400 points at which all are drawn at once.");

    private readonly Option<int> _years = NumberOption.Create("--years", 1, 50, 5, "Years from the start to the horizon.");

    private readonly Option<int> _trajectories = NumberOption.Create(
        "--trajectories", 2, 1000, 10, "Walks through the ranges, on each of which each assumption moves once; each has a luck of its own.");

    private readonly Option<int> _levels = NumberOption.Create(
        "--levels", 2, MorrisDesign.MostLevels, 4, "Places in its range at which an assumption may stand; an even number.");

    private readonly Option<int> _replications = NumberOption.Create(
        "--replications", 1, 100, 2, "Runs of each point, with other dice each time; with one, the dice cannot be told from the rest.");

    private readonly Option<uint> _seed = NumberOption.Create(
        "--seed", uint.MinValue, uint.MaxValue, 1u, "The same seed gives the same results, on any machine.");

    private readonly Option<int> _threads = NumberOption.Create<int>(
        "--threads", 1, MostThreads, null, "Trajectories at a time; the results do not depend on it [default: one for each processor]");

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The folder for sensitivity.csv and sensitivity.json. Where it holds a run, that stays, and its report is written again with a section "
            + "on what the answer depends on.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell no progress, only the results." };

    /// <summary>Builds the command.</summary>
    /// <param name="names">The shipped scenarios, for completion.</param>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public Command Build(Func<IEnumerable<string>> names, Func<SensitivityRequest, int> run)
    {
        _scenario.CompletionSources.Add(_ => names());
        var command = new Command(Name, "Tell which assumptions an answer depends on most (Morris screening).")
        {
            _scenario, _measure, _geography, _value, _assumptions, _most, _years, _trajectories, _levels, _replications, _seed, _threads, _out, _quiet,
        };
        _levels.Validators.Add(RefuseOdd);
        _out.Validators.Add(RefuseEmpty);
        command.SetAction(parsed => run(Read(parsed)));
        return command;
    }

    private SensitivityRequest Read(ParseResult parsed)
    {
        int threads = parsed.GetValue(_threads);
        return new SensitivityRequest
        {
            Scenario = parsed.GetValue(_scenario),
            Measure = parsed.GetValue(_measure)!,
            Geography = parsed.GetValue(_geography)!,
            Value = parsed.GetValue(_value),
            Assumptions = parsed.GetValue(_assumptions) ?? [],
            Most = parsed.GetValue(_most),
            Years = parsed.GetValue(_years),
            Trajectories = parsed.GetValue(_trajectories),
            Levels = parsed.GetValue(_levels),
            Replications = parsed.GetValue(_replications),
            Seed = parsed.GetValue(_seed),
            Threads = threads == 0 ? Math.Min(Environment.ProcessorCount, MostThreads) : threads,
            Out = parsed.GetValue(_out),
            Quiet = parsed.GetValue(_quiet),
        };
    }

    private static void RefuseOdd(OptionResult result)
    {
        if (result.Tokens is [{ Value: string written }] && int.TryParse(written, out int levels) && int.IsOddInteger(levels))
        {
            result.AddError($"--levels must be an even number from 2 to {MorrisDesign.MostLevels}; found '{written}'.");
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
