using System.CommandLine;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin fork</c>: the county as it stands, as the start of an ensemble. The county itself is only looked at.</summary>
internal sealed class TwinForkCommand(CommandHost host, TwinPlace place)
{
    private const int MostYears = 50;

    private readonly Option<int> _replications = NumberOption.Create(
        "--replications", 1, PrecisionTarget.MostReplications, 200, "How often the future is simulated, in each scenario.");

    private readonly Option<int> _years = NumberOption.Create<int>(
        "--years", 1, MostYears, null, "At least so many years from here, to an anniversary of the start [default: to the county's horizon]");

    private readonly Option<string> _parameters = new("--parameters")
    {
        HelpName = "drawn|fixed",
        Description = "Whether each replication draws the assumptions that have a range from here on, or all use the values of the data.",
        DefaultValueFactory = _ => "drawn",
    };

    private readonly Option<string[]> _scenarios = new("--scenario")
    {
        HelpName = "NAME",
        Description = "Also what would come of it if this scenario held from here on; may be given several times.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _out = new("--out") { HelpName = "DIR", Description = "The folder for the results; files of an earlier run in it are replaced.", Required = true };

    private readonly Option<int> _threads = NumberOption.Create<int>(
        "--threads", 1, 256, null, "Replications at a time; the results do not depend on it [default: one for each processor]");

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell no progress, only the results." };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        _parameters.AcceptOnlyFromAmong("drawn", "fixed");
        var command = new Command("fork", "Take the county as it stands and simulate many times what may come of it; the county itself stays as it is.")
        {
            _replications, _years, _parameters, _scenarios, _out, _threads, _quiet,
        };
        command.SetAction(parsed => place.Tell(async () =>
        {
            (TwinFork fork, CountyDefinition definition) = await TakeAsync(parsed, cancellation);
            return Run(parsed, fork, definition, cancellation);
        }));
        return command;
    }

    private async Task<(TwinFork Fork, CountyDefinition Definition)> TakeAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using TwinClient client = await TwinClient.ConnectAsync(place.FolderOf(parsed), TextWriter.Null, host.Time, cancellation);
        await client.StatusAsync();
        CountyDefinition definition = (await client.AskAsync(() => client.County.GetDefinition()))!;
        return (await TwinFork.TakeAsync(new TwinReader(client)), definition);
    }

    private int Run(ParseResult parsed, TwinFork fork, CountyDefinition definition, CancellationToken cancellation)
    {
        RunRequest request = Request(parsed, definition, YearsOf(parsed, fork, definition));
        IReadOnlyList<Scenario> scenarios = Scenarios(request, definition);
        CountySnapshot from = Snapshot(fork, scenarios, request);
        ParameterMode mode = request.Parameters!.Value;
        PlannedScenario[] planned = [.. scenarios.Select(s => new PlannedScenario(s.Name, EngineCompiler.OfProgram.Create(s, request.Years, mode, from)))];
        string? rankBy = new MeasureChoice(planned).Check(request);
        using OutputFolder folder = OutputFolder.Open(request.Out);
        long started = host.Time.GetTimestamp();
        var plan = new ExperimentPlan(planned, request.Replications, request.Seed, request.Threads, request.Audit, folder.ScratchDirectory);
        using ExperimentResults results = ProgressDisplay.For(request.Quiet, host).During(progress => Experiment.Run(plan, progress, cancellation));
        if (results.Replications == 0)
        {
            host.Error.WriteLine("Stopped before the first replication was complete: nothing is written.");
            return ExitCode.Interrupted;
        }

        host.Output.WriteLine($"From the end of {fork.Status.Date:d MMMM yyyy}, where the county stands; the months before are those it has lived.");
        return new RunConclusion(host, new RunFacts
        {
            Scenarios = scenarios,
            Mode = mode,
            Years = request.Years,
            Seed = request.Seed,
            Audit = request.Audit,
            Threads = request.Threads,
            Engine = LocalEngine.EngineName,
            RankBy = rankBy,
            Inputs = [.. InputFiles.Under(host.DataDirectory, "data"), .. scenarios.SelectMany(scenario => scenario.Files).Distinct()],
            ForkedFrom = new ManifestFork(fork.Status.Date, fork.Status.Digest),
        }).Write(results, folder, null, () => host.Time.GetElapsedTime(started));
    }

    /// <summary>Years from the county's start, so that the horizon is an anniversary of it.</summary>
    private int YearsOf(ParseResult parsed, TwinFork fork, CountyDefinition definition)
    {
        CountyStatus status = fork.Status;
        DateOnly start = status.Date.AddDays(-status.Marker);
        int years = definition.Years;
        if (parsed.GetValue(_years) is int asked and > 0)
        {
            years = asked;
            while (start.AddYears(years) < status.Date.AddYears(asked))
            {
                years++;
            }
        }

        return years > MostYears ? throw new InputException($"A run has at most {MostYears} years from the county's start; this would take {years}.")
            : start.AddYears(years) > status.Date ? years
            : throw new InputException("The county stands at its horizon: --years N looks beyond it.");
    }

    private RunRequest Request(ParseResult parsed, CountyDefinition definition, int years)
    {
        int threads = parsed.GetValue(_threads);
        return new RunRequest(
            parsed.GetValue(_scenarios) ?? [],
            parsed.GetValue(_replications),
            years,
            true,
            definition.Seed,
            threads == 0 ? Environment.ProcessorCount : threads,
            parsed.GetValue(_out)!,
            false,
            false,
            parsed.GetValue(_quiet))
        {
            Parameters = parsed.GetValue(_parameters) == "fixed" ? ParameterMode.Fixed : ParameterMode.Drawn,
        };
    }

    /// <summary>The county's own scenario first, in the words it began with.</summary>
    private IReadOnlyList<Scenario> Scenarios(RunRequest request, CountyDefinition definition)
    {
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        Scenario own = definition.Scenario.ReadBy(library);
        Scenario[] others = [.. request.Scenarios.Select(library.Load)];
        if (others.Append(own).GroupBy(scenario => scenario.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InputException(twice.Key == own.Name ? $"{own.Name} is what the county lives in, and is simulated in any case." : $"{twice.Key} is named twice; each scenario runs once.");
        }

        foreach (Scenario other in others)
        {
            if (other.IsValidation || other.Start != own.Start)
            {
                throw new InputException(other.IsValidation
                    ? $"{other.Name} is a validation scenario, which is compared with nothing."
                    : $"{other.Name} starts on {other.Start:yyyy-MM-dd} and the county on {own.Start:yyyy-MM-dd}: only scenarios with the same start can go on from here.");
            }
        }

        return [own, .. others];
    }

    private static CountySnapshot Snapshot(TwinFork fork, IReadOnlyList<Scenario> scenarios, RunRequest request)
    {
        CountyParameters[] parameters = [.. scenarios.Select(scenario => EngineCompiler.OfProgram.Compile(scenario, request.Years))];
        int other = Array.FindIndex(parameters, one => !one.HasShapeOf(parameters[0]));
        if (other >= 0)
        {
            throw new InputException($"{scenarios[other].Name} counts other months or other arrivals than the county, so it cannot go on from here.");
        }

        CountySnapshot from = fork.Snapshot(parameters[0], request.Seed);
        for (int one = 1; one < parameters.Length; one++)
        {
            if (from.Schools?.Refusal(parameters[one].Schools) is string refusal)
            {
                throw new InputException($"{scenarios[one].Name} {refusal}, so it cannot go on from here.");
            }
        }

        return from;
    }
}
