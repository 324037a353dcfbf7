using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent run</c>, from the scenarios to the table.</summary>
internal sealed class RunSession(RunRequest request, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        var timings = RunTimings.For(request.Timings, host);
        host.ReadAhead();
        Task<IReadOnlyList<InputFile>> data = Task.Run(() => InputFiles.Under(host.DataDirectory, "data"));
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        IReadOnlyList<Scenario> scenarios = ScenarioSelection.Load(library, request.Scenarios);
        foreach (string remark in scenarios.SelectMany(scenario => scenario.Remarks.Select(remark => $"Note on {scenario.Name}: {remark}")))
        {
            host.Error.WriteLine(remark);
        }

        timings.Done("scenarios read");
        int years = YearsOf(scenarios);
        ParameterMode mode = ModeOf(scenarios);
        PlannedScenario[] Plan(IEnumerable<Scenario> all) => [.. all.Select(s => new PlannedScenario(s.Name, host.CreateEngine(s, years, mode)))];
        PlannedScenario[] planned = Plan(scenarios);
        string? rankBy = new MeasureChoice(planned).Check(request);
        AlignedBaseline? aligned;
        try
        {
            aligned = request.Align is null ? null : new RunAlignment(request, host, library).Align(scenarios[0], years, mode, cancellation);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped while the baseline was being aligned: nothing is written.");
            return ExitCode.Interrupted;
        }

        if (aligned is not null)
        {
            scenarios = [.. scenarios.Select(scenario => aligned.Root(scenario, library))];
            planned = Plan(scenarios);
        }

        timings.Done("county compiled");
        IReadOnlyList<InputFile> inputs = InputsOf(data.GetAwaiter().GetResult(), scenarios, aligned);
        IExperimentEngine engine = EngineChoice.Make(new EngineOrder { Request = request, Scenarios = scenarios, Years = years, Mode = mode }, host);

        timings.Done("inputs known by their hashes");
        // Opened late, since it takes away the files of an earlier run, but before anything is simulated.
        using OutputFolder folder = OutputFolder.Open(request.Out);
        using EventFiles? events = request.Events ? new EventFiles([.. scenarios.Select(s => s.Name)], folder.ScratchDirectory) : null;
        long started = host.Time.GetTimestamp();
        using ExperimentResults results = Simulate(planned, folder, events, engine, timings, cancellation);
        if (results.Replications == 0)
        {
            host.Error.WriteLine("Stopped before the first replication was complete: nothing is written.");
            return ExitCode.Interrupted;
        }

        timings.Done("simulated");
        var conclusion = new RunConclusion(host, new RunFacts
        {
            Scenarios = scenarios,
            Mode = mode,
            Years = years,
            Seed = request.Seed,
            Audit = request.Audit,
            Threads = request.Threads,
            Engine = engine.Name,
            RankBy = rankBy,
            Aligned = aligned,
            Inputs = inputs,
        });
        int code = conclusion.Write(results, folder, events, () => host.Time.GetElapsedTime(started));
        timings.Done("files and tables written");
        return code;
    }

    private ExperimentResults Simulate(
        PlannedScenario[] planned,
        OutputFolder folder,
        EventFiles? events,
        IExperimentEngine engine,
        RunTimings timings,
        CancellationToken cancellation)
    {
        int most = request.Precision is null ? request.Replications : PrecisionTarget.MostReplications;
        var plan = new ExperimentPlan(planned, most, request.Seed, request.Threads, request.Audit, folder.ScratchDirectory)
        {
            Log = events is null ? null : events.Of,
            Precision = request.Precision,
        };
        return ProgressDisplay.For(request.Quiet, host).During(progress => Experiment.Run(plan, timings.OfFirst(progress), cancellation, engine));
    }

    /// <summary>A validation scenario is held against a number that is known for its parameters, so they are fixed.</summary>
    private ParameterMode ModeOf(IReadOnlyList<Scenario> scenarios)
    {
        if (!scenarios[0].IsValidation)
        {
            return request.Parameters ?? ParameterMode.Drawn;
        }

        return request.Parameters == ParameterMode.Drawn
            ? throw new InputException($"{scenarios[0].Name} is a validation scenario, whose parameters are fixed: leave --parameters out.")
            : ParameterMode.Fixed;
    }

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

    private static InputFile[] InputsOf(IReadOnlyList<InputFile> data, IReadOnlyList<Scenario> scenarios, AlignedBaseline? aligned) =>
    [
        .. data,
        .. scenarios.SelectMany(scenario => scenario.Files).Distinct(),
        .. aligned is null ? [] : (IEnumerable<InputFile>)[aligned.File.Input],
    ];
}
