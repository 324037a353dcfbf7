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
        foreach (string remark in scenarios.SelectMany(scenario => scenario.Remarks.Select(remark => $"Note on {scenario.Name}: {remark}")))
        {
            host.Error.WriteLine(remark);
        }

        int years = YearsOf(scenarios);
        ParameterMode mode = ModeOf(scenarios);
        PlannedScenario[] planned = [.. scenarios.Select(s => new PlannedScenario(s.Name, host.CreateEngine(s, years, mode)))];
        string? rankBy = new MeasureChoice(planned).Check(request);
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

        Ranking? ranking = rankBy is null ? null : Ranking.Of(results.Scenarios, rankBy);
        RunManifest manifest(string digest) => Describe(results, scenarios, mode) with
        {
            Digest = digest,
            RankedBy = rankBy,
            Years = years,
            Inputs = inputs,
            WallSeconds = Math.Round(host.Time.GetElapsedTime(started).TotalSeconds, 3),
        };
        var report = new RunReport(host);
        (IReadOnlyList<HorizonRow> horizon, string digest) = RunFiles.Write(
            folder, results, ranking, events, request.Threads, manifest, told => report.Write(folder, told));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Output) });
        string replications = Wording(results, mode);
        var headlines = new HeadlineTable(results, horizon, scenarios[0].IsValidation, replications);
        headlines.Write(console);
        if (headlines.LeavesStrategiesOut)
        {
            IEnumerable<string> order = ranking?.Scenarios.Where(row => row.Rank is not null).Select(row => row.Scenario) ?? scenarios.Skip(1).Select(s => s.Name);
            new StrategyTable(horizon, [.. order], results.Scenarios[0].Dates[^1]).Write(console);
        }

        string[] more = [.. events is null ? [] : (string[])["events.jsonl", .. events.EpisodesNames], .. report.Names];
        if (ranking is null)
        {
            return Conclude(results, digest, more);
        }

        new RankingTable(ranking).Write(console);
        return Conclude(results, digest, ["ranking.csv", .. more]);
    }

    private ExperimentResults Simulate(
        PlannedScenario[] planned, OutputFolder folder, EventFiles? events, CancellationToken cancellation)
    {
        int most = request.Precision is null ? request.Replications : PrecisionTarget.MostReplications;
        var plan = new ExperimentPlan(planned, most, request.Seed, request.Threads, request.Audit, folder.ScratchDirectory)
        {
            Log = events is null ? null : events.Of,
            Precision = request.Precision,
        };
        return ProgressDisplay.For(request, host).During(progress => Experiment.Run(plan, progress, cancellation));
    }

    /// <summary>All of the manifest that is known when the simulation ends; the rest is filled in when the files are there.</summary>
    private RunManifest Describe(ExperimentResults results, IReadOnlyList<Scenario> scenarios, ParameterMode mode) => new()
    {
        Version = CommandHost.Version,
        Digest = "",
        Parameters = mode,
        RangedAssumptions = host.RangedAssumptions(),
        Precision = results.Precision is PrecisionReached reached ? ManifestPrecision.Of(reached) : null,
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

    /// <summary>How many replications, of which kind, for the notes under tables.</summary>
    private string Wording(ExperimentResults results, ParameterMode mode) => mode == ParameterMode.Fixed
        ? $"{results.Replications:#,0} replications with fixed parameters"
        : $"{results.Replications:#,0} replications, each with its own draw of the {host.RangedAssumptions():#,0} ranged assumptions";

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

    private int Conclude(ExperimentResults results, string digest, string[] more)
    {
        if (results.Precision is PrecisionReached reached)
        {
            host.Output.WriteLine(Tell(reached));
        }

        host.Output.WriteLine($"Digest {digest}");
        IEnumerable<string> files = ["series.csv", "summary.csv", .. more, "manifest.json"];
        host.Output.WriteLine($"Files in {request.Out}: {string.Join(", ", files)}");
        if (!results.IsPartial)
        {
            return ExitCode.Done;
        }

        host.Error.WriteLine(
            $"Stopped after {results.Replications:#,0} of {results.ReplicationsAsked:#,0} replications: the results are partial.");
        return ExitCode.Interrupted;
    }

    private static string Tell(PrecisionReached reached)
    {
        string unit = reached.InPoints ? "points" : "of the mean";
        string verdict = reached.IsMet ? "as asked" : $"short of the {reached.Target.HalfWidth:0.####} asked for";
        return $"Precision of {reached.Target.Measure} in the baseline: {reached.HalfWidth:0.####} {unit}, {verdict}.";
    }
}
