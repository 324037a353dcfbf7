using System.Security.Cryptography;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Scenarios.Strategies;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent sensitivity</c>, from the scenario to the table.</summary>
internal sealed class SensitivitySession(SensitivityRequest request, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        IReadOnlyList<Scenario> scenarios = Asked();
        var cube = new CountyCube(host.Compiler, scenarios, request.Years, request.Measure, request.Geography, request.Seed);
        ScreeningPlan plan = PlanOf(scenarios[^1], cube);
        cube = cube.WithoutSchools(plan.Candidates);
        var subject = new ScreeningSubject(
            scenarios[^1].Name, scenarios.Count > 1 ? scenarios[0].Name : null, cube.Measure, cube.Horizon, plan.Trajectories, plan.Replications);

        // Opened before anything is simulated, so that a folder that cannot be written does not cost minutes.
        using OutputFolder? folder = request.Out is string path ? OutputFolder.OpenForScreening(path) : null;
        long started = host.Time.GetTimestamp();
        ScreeningResult result;
        try
        {
            result = ProgressDisplay.For(request.Quiet, host, "points").During(progress => Screening.Run(plan, Counted(cube, plan.Points, progress), cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            host.Error.WriteLine("Stopped: a part of a screening says nothing, so nothing is written.");
            return ExitCode.Interrupted;
        }

        TimeSpan elapsed = host.Time.GetElapsedTime(started);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Output) });
        new SensitivityTable(subject, plan, result).Write(console);
        if (!cube.HasSchools && scenarios[0].Covers == ScenarioCoverage.Both)
        {
            host.Output.WriteLine("Schools were left out: the measure is of care, and none of these assumptions is about schools.");
        }

        if (folder is not null)
        {
            Write(folder, scenarios, plan, subject, result, elapsed, cube.HasSchools);
        }

        return ExitCode.Done;
    }

    /// <summary>The scenario asked about, after the baseline that it is compared with where it is a strategy.</summary>
    private IReadOnlyList<Scenario> Asked()
    {
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        IReadOnlyList<Scenario> loaded = request.Scenario is string name ? ScenarioSelection.Load(library, [name]) : [ScenarioSelection.Load(library, [])[0]];
        if (loaded[^1].IsValidation)
        {
            throw new InputException($"{loaded[^1].Name} is a validation scenario, which is held against a known number: its assumptions are not screened.");
        }

        return request.Value ? [loaded[^1]] : loaded;
    }

    private ScreeningPlan PlanOf(Scenario scenario, CountyCube cube)
    {
        AssumptionCatalogue catalogue = host.Levers().Assumptions;
        return new ScreeningPlan
        {
            Candidates = request.Assumptions.Count > 0
                ? AssumptionChoice.Of(catalogue, request.Assumptions)
                : host.Compiler.Ranged(scenario, schools: cube.Measure.IsCensus),
            Most = request.Most,
            Trajectories = request.Trajectories,
            Levels = request.Levels,
            Replications = request.Replications,
            Seed = request.Seed,
            Threads = request.Threads,
        };
    }

    private static Func<IReadOnlyList<Assumption>, CubeFunction> Counted(CountyCube cube, int points, IProgress<ExperimentProgress>? progress)
    {
        int done = 0;
        return inputs => cube.Over(inputs, () => progress?.Report(new ExperimentProgress(Interlocked.Increment(ref done), points)));
    }

    private void Write(
        OutputFolder folder, IReadOnlyList<Scenario> scenarios, ScreeningPlan plan, ScreeningSubject subject, ScreeningResult result, TimeSpan elapsed, bool schools)
    {
        using var table = new MemoryStream();
        SensitivityFile.Write(table, subject, result);
        var manifest = new SensitivityManifest
        {
            Version = CommandHost.Version,
            Digest = Convert.ToHexStringLower(SHA256.HashData(table.ToArray())),
            Scenario = subject.Scenario,
            ComparedWith = subject.ComparedWith,
            Measure = subject.Measure.Id,
            Geography = subject.Measure.Geography,
            Years = request.Years,
            Horizon = subject.Horizon,
            Schools = schools,
            Candidates = plan.Candidates.Count,
            Screened = result.Assumptions.Count,
            SiftPoints = plan.SiftPoints,
            Trajectories = plan.Trajectories,
            Levels = plan.Levels,
            Replications = plan.Replications,
            Seed = plan.Seed,
            Threads = plan.Threads,
            WallSeconds = Math.Round(elapsed.TotalSeconds, 3),
            Inputs = [.. InputFiles.Under(host.DataDirectory, "data"), .. scenarios.SelectMany(scenario => scenario.Files).Distinct()],
        };
        folder.Write(SensitivityFile.Name, table.WriteTo);
        folder.Write(SensitivityManifest.Name, manifest.Write);
        var report = new RunReport(host);
        if (File.Exists(Path.Combine(folder.Path, OutputFolder.ManifestName)))
        {
            report.WriteAgain(folder);
        }

        host.Output.WriteLine($"Digest {manifest.Digest}");
        host.Output.WriteLine($"Files in {folder.Path}: {string.Join(", ", [SensitivityFile.Name, SensitivityManifest.Name, .. report.Names])}");
    }
}
