using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli.Orleans;

/// <summary>Shows an experiment from what is stored of it, as at the end of its run.</summary>
internal sealed class StoredExperiment(CommandHost host)
{
    /// <summary>Shows one; of an unfinished one, how far it is.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">It was computed by another version or with other data.</exception>
    public Task<int> Show(IExperimentShelf shelf, ShelvedExperiment experiment, string? folder, CancellationToken cancellation)
    {
        host.Output.WriteLine($"{experiment.Name}: {experiment.State}, {experiment.Stored:#,0} of {experiment.Asked:#,0} replications. {experiment.About}.");
        if (!experiment.IsWhole)
        {
            host.Output.WriteLine("kent run with the same scenarios, years and seed goes on with it.");
            return Task.FromResult(ExitCode.Done);
        }

        return shelf.Visit(
            experiment,
            async (client, grains) =>
            {
                ExperimentStatus status = await client.GetStatus(cancellation);
                ExperimentSpec spec = await client.GetSpec(cancellation) ?? throw new InputException($"Nothing is stored of {experiment.Name}.");
                return ShowWhole(spec, status, grains, folder, cancellation);
            },
            cancellation);
    }

    private int ShowWhole(ExperimentSpec spec, ExperimentStatus status, IGrainFactory grains, string? out_, CancellationToken cancellation)
    {
        if (ModelIdentity.OfProgram().Refuses(spec) is string reason)
        {
            throw new InputException($"Experiment {spec.Id} cannot be shown by this program: {reason}.");
        }

        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        Scenario[] scenarios = [.. spec.Scenarios.Select(text => text.ReadBy(library))];
        ParameterMode mode = spec.DrawsParameters ? ParameterMode.Drawn : ParameterMode.Fixed;
        PlannedScenario[] planned = [.. scenarios.Select(s => new PlannedScenario(s.Name, host.CreateEngine(s, spec.Years, mode)))];
        using OutputFolder? folder = out_ is null ? null : OutputFolder.Open(out_);
        DirectoryInfo? temporary = folder is null ? Directory.CreateTempSubdirectory("kent-") : null;
        try
        {
            var plan = new ExperimentPlan(planned, status.Target, spec.Seed, 1, spec.Audit, folder?.ScratchDirectory ?? temporary!.FullName);
            var engine = new GrainEngine("stored", grains, spec) { TakesOnlyStored = true, Time = host.Time };
            using ExperimentResults results = Experiment.Run(plan, progress: null, cancellation, engine);
            return new RunConclusion(host, FactsOf(spec, scenarios, planned, mode)).Write(results, folder, events: null, () => TimeSpan.Zero);
        }
        finally
        {
            temporary?.Delete(recursive: true);
        }
    }

    private RunFacts FactsOf(ExperimentSpec spec, Scenario[] scenarios, PlannedScenario[] planned, ParameterMode mode) => new()
    {
        Scenarios = scenarios,
        Mode = mode,
        Years = spec.Years,
        Seed = spec.Seed,
        Audit = spec.Audit,
        Threads = Environment.ProcessorCount,
        Engine = "stored",
        RankBy = new MeasureChoice(planned).Usual,
        Inputs = [.. InputFiles.Under(host.DataDirectory, "data"), .. scenarios.SelectMany(scenario => scenario.Files).Distinct()],
    };
}
