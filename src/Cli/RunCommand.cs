using System.CommandLine;
using System.CommandLine.Parsing;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>The command line of <c>kent run</c>.</summary>
internal sealed class RunCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "run";

    private const int MostThreads = 256;
    private const string UsualMeasure = "scs19";

    private static readonly Dictionary<string, ParameterMode> s_modes = new(StringComparer.Ordinal)
    {
        ["drawn"] = ParameterMode.Drawn,
        ["fixed"] = ParameterMode.Fixed,
    };

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        HelpName = "SCENARIO",
        Description = "Names of shipped scenarios or paths of .yaml files [default: all strategies]. "
            + "The baseline they extend always runs first.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> _replications = NumberOption.Create(
        "--replications", 1, PrecisionTarget.MostReplications, 200, "Replications of each scenario: how often the future is simulated.");

    private readonly Option<double?> _precision = NumberOption.CreateDecimal(
        "--precision",
        0.0001,
        100,
        "Instead of --replications: stop after 100, 200, 400, ... replications, when the baseline's mean at the horizon has a simulation "
        + "error no greater than this, relative to the mean (0.02 is 2%), or, for a percentage, in points.");

    private readonly Option<string?> _on = new("--on")
    {
        Description = $"The measure that --precision is about [default: {UsualMeasure}]",
        HelpName = "MEASURE",
    };

    private readonly Option<string> _parameters = new("--parameters")
    {
        Description = "Whether each replication draws the assumptions that have a range (the same draw in every scenario), or all use the "
            + "values of the data; validation scenarios are always fixed.",
        HelpName = "drawn|fixed",
        DefaultValueFactory = _ => "drawn",
    };

    private readonly Option<string?> _rankBy = new("--rank-by")
    {
        Description = $"The measure by which two or more strategies are ranked [default: {UsualMeasure}]",
        HelpName = "MEASURE",
    };

    private readonly Option<string?> _align = new("--align")
    {
        Description = "Shift the chances of entering care, and arrivals, so that the baseline's means meet totals given from outside, such as an official "
            + "projection: a CSV file measure,date,value. Files and tables say so. See docs/alignment.md.",
        HelpName = "FILE",
    };

    private readonly Option<int> _years = NumberOption.Create(
        "--years", 1, 50, 5, "Years from the start to the horizon; validation scenarios set their own.");

    private readonly Option<uint> _seed = NumberOption.Create(
        "--seed", uint.MinValue, uint.MaxValue, 1u, "The same seed gives the same results, on any machine.");

    private readonly Option<int> _threads = NumberOption.Create<int>(
        "--threads", 1, MostThreads, null, "Replications at a time; the results do not depend on it [default: one for each processor]");

    private readonly Option<string> _engine = new("--engine")
    {
        Description = "What computes: the cores of this machine alone, a silo in this process that keeps what is done, or the silos of a cluster. "
            + "The results do not depend on it. auto is silo where the program carries Orleans, local elsewhere.",
        HelpName = "auto|local|silo|cluster",
        DefaultValueFactory = _ => EngineChoice.Auto,
    };

    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "The name of the cluster for --engine cluster; KENT_POSTGRES, or the file named by KENT_POSTGRES_FILE, tells its database.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder in which --engine silo keeps experiments [default: the user's data folder]",
        HelpName = "DIR",
    };

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
        Description = "Also write all that happened in replication 0 of each scenario, and the children's episodes of care.",
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell no progress, only the results." };

    private readonly Option<bool> _timings = new("--timings")
    {
        Description = "Tell on standard error when each part of the run was done, in seconds since the command line was read.",
    };

    /// <summary>Builds the command.</summary>
    /// <param name="names">The shipped scenarios, for completion.</param>
    /// <param name="run">Called with what was asked for; returns the exit code.</param>
    public Command Build(Func<IEnumerable<string>> names, Func<RunRequest, int> run)
    {
        _scenarios.CompletionSources.Add(_ => names());
        var command = new Command(Name, "Simulate scenarios and compare them with the baseline.")
        {
            _scenarios, _replications, _precision, _on, _parameters, _rankBy, _align, _years, _seed, _threads, _engine, _cluster, _data, _out, _audit,
            _events, _quiet, _timings,
        };
        _scenarios.Validators.Add(result => RefuseUnknownOptions(result, command));
        _out.Validators.Add(RefuseEmpty);
        _parameters.Validators.Add(RefuseUnknownMode);
        _engine.AcceptOnlyFromAmong(EngineChoice.Auto, "local", "silo", "cluster");
        command.Validators.Add(RefuseContradictions);
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
            IsGiven(parsed.GetResult(_years)),
            parsed.GetValue(_seed),
            threads == 0 ? Math.Min(Environment.ProcessorCount, MostThreads) : threads,
            parsed.GetValue(_out)!,
            parsed.GetValue(_audit),
            parsed.GetValue(_events),
            parsed.GetValue(_quiet))
        {
            Parameters = IsGiven(parsed.GetResult(_parameters)) ? s_modes[parsed.GetValue(_parameters)!] : null,
            Precision = parsed.GetValue(_precision) is double width ? new PrecisionTarget(parsed.GetValue(_on) ?? UsualMeasure, width) : null,
            RankBy = parsed.GetValue(_rankBy),
            Timings = parsed.GetValue(_timings),
            Align = parsed.GetValue(_align),
            Engine = parsed.GetValue(_engine)!,
            Cluster = parsed.GetValue(_cluster),
            Data = parsed.GetValue(_data),
        };
    }

    private static bool IsGiven(OptionResult? option) => option is { Implicit: false };

    private void RefuseContradictions(CommandResult result)
    {
        bool precise = IsGiven(result.GetResult(_precision));
        if (precise && IsGiven(result.GetResult(_replications)))
        {
            result.AddError("--precision decides on the number of replications: leave --replications out.");
        }

        if (!precise && IsGiven(result.GetResult(_on)))
        {
            result.AddError("--on names the measure of --precision, which is missing.");
        }

        bool isCluster = result.GetResult(_engine)?.Tokens is [{ Value: "cluster" }];
        if (isCluster != IsGiven(result.GetResult(_cluster)))
        {
            result.AddError("--engine cluster and --cluster NAME belong together.");
        }
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

    private static void RefuseUnknownMode(OptionResult result)
    {
        if (result.Tokens.Select(token => token.Value).FirstOrDefault(value => !s_modes.ContainsKey(value)) is string written)
        {
            result.AddError($"--parameters must be 'drawn' or 'fixed'; found '{written}'.");
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
