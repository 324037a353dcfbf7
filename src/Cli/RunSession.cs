using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent run</c>, from the scenarios to the table.</summary>
internal sealed class RunSession(RunRequest request, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        IReadOnlyList<Scenario> scenarios = ScenarioSelection.Load(library, request.Scenarios);
        int years = YearsOf(scenarios);
        PlannedScenario[] planned = [.. scenarios.Select(s => new PlannedScenario(s.Name, host.CreateEngine(s, years)))];
        IReadOnlyList<InputFile> inputs = InputsOf(scenarios);

        // Opened late, since it takes away the files of an earlier run, but before anything is simulated.
        using OutputFolder folder = OutputFolder.Open(request.Out);
        using EventFiles? events = request.Events ? new EventFiles([.. scenarios.Select(s => s.Name)], folder.ScratchDirectory) : null;
        long started = host.Time.GetTimestamp();
        using ExperimentResults results = Simulate(planned, folder, events, cancellation);
        if (results.Replications == 0)
        {
            host.Error.WriteLine("Stopped before the first replication was complete: nothing is written.");
            return ExitCode.Interrupted;
        }

        (IReadOnlyList<HorizonRow> horizon, string digest) = RunFiles.Write(folder, results, events, request.Threads, digest =>
            Describe(results, scenarios) with
            {
                Digest = digest,
                Years = years,
                Inputs = inputs,
                WallSeconds = Math.Round(host.Time.GetElapsedTime(started).TotalSeconds, 3),
            });
        new HeadlineTable(results, horizon, scenarios[0].IsValidation)
            .Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Output) }));
        return Conclude(results, digest);
    }

    private ExperimentResults Simulate(
        PlannedScenario[] planned, OutputFolder folder, EventFiles? events, CancellationToken cancellation)
    {
        var plan = new ExperimentPlan(planned, request.Replications, request.Seed, request.Threads, request.Audit, folder.ScratchDirectory)
        {
            Log = events is null ? null : events.Of,
        };
        return ProgressDisplay.For(request, host).During(progress => Experiment.Run(plan, progress, cancellation));
    }

    /// <summary>All of the manifest that is known when the simulation ends; the rest is filled in when the files are there.</summary>
    private RunManifest Describe(ExperimentResults results, IReadOnlyList<Scenario> scenarios) => new()
    {
        Version = CommandHost.Version,
        Digest = "",
        Partial = results.IsPartial,
        Seed = request.Seed,
        ReplicationsAsked = results.ReplicationsAsked,
        ReplicationsCompleted = results.Replications,
        Years = 0,
        Start = results.Scenarios[0].Dates[0],
        Horizon = results.Scenarios[0].Dates[^1],
        Threads = request.Threads,
        Audit = request.Audit,
        WallSeconds = 0,
        Scenarios = [.. scenarios.Select(ManifestScenario.Of)],
        Inputs = [],
    };

    private int YearsOf(IReadOnlyList<Scenario> scenarios)
    {
        if (scenarios[0].Run.Years is not int own)
        {
            return request.Years;
        }

        if (request.YearsGiven && request.Years != own)
        {
            throw new InputException($"{scenarios[0].Name} sets its own {own:#,0} years: leave --years out.");
        }

        return own;
    }

    private InputFile[] InputsOf(IReadOnlyList<Scenario> scenarios) =>
        [.. InputFiles.Under(host.DataDirectory, "data"), .. scenarios.SelectMany(scenario => scenario.Files).Distinct()];

    private int Conclude(ExperimentResults results, string digest)
    {
        host.Output.WriteLine($"Digest {digest}");
        host.Output.WriteLine($"Files in {request.Out}: series.csv, summary.csv, {(request.Events ? "events.jsonl, " : "")}manifest.json");
        if (!results.IsPartial)
        {
            return ExitCode.Done;
        }

        host.Error.WriteLine(
            $"Stopped after {results.Replications:#,0} of {results.ReplicationsAsked:#,0} replications: the results are partial.");
        return ExitCode.Interrupted;
    }
}
