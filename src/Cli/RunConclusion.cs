using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using Spectre.Console;

namespace KentSufficiency.Cli;

/// <summary>What a run was, for its tables and its manifest.</summary>
internal sealed record RunFacts
{
    /// <summary>The scenarios, the baseline first.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Whether parameters were drawn.</summary>
    public required ParameterMode Mode { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Whether the conservation laws were checked.</summary>
    public required bool Audit { get; init; }

    /// <summary>Replications that ran at a time here, and threads for the statistics.</summary>
    public required int Threads { get; init; }

    /// <summary>What completed the replications.</summary>
    public required string Engine { get; init; }

    /// <summary>The measure to rank by; null where there is nothing to rank.</summary>
    public required string? RankBy { get; init; }

    /// <summary>What the baseline was aligned to; null where it is the model's own.</summary>
    public AlignedBaseline? Aligned { get; init; }

    /// <summary>The files it rests on.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>The living county it goes on from; null where it begins at the start.</summary>
    public ManifestFork? ForkedFrom { get; init; }
}

/// <summary>The end of a run: its files and its tables.</summary>
internal sealed class RunConclusion(CommandHost host, RunFacts facts)
{
    /// <summary>Writes all that is to be said of the results.</summary>
    /// <param name="results">At least one replication.</param>
    /// <param name="folder">The folder for the files; null for the tables only.</param>
    /// <param name="events">The events of replication 0; null where they were not asked for.</param>
    /// <param name="elapsed">Tells how long it took so far.</param>
    /// <returns>The exit code.</returns>
    public int Write(ExperimentResults results, OutputFolder? folder, EventFiles? events, Func<TimeSpan> elapsed)
    {
        Ranking? ranking = facts.RankBy is string measure ? Ranking.Of(results.Scenarios, measure) : null;
        var report = new RunReport(host);
        (IReadOnlyList<HorizonRow> horizon, string digest) = folder is null
            ? (HorizonComparison.Of(results.Scenarios), results.ComputeDigest())
            : RunFiles.Write(folder, results, ranking, events, facts.Threads, Manifest, told => report.Write(folder, told));
        WriteTables(results, horizon, ranking);
        bool hasSchools = DeficitCalendar.IsIn(results.Scenarios[0]);
        if (hasSchools)
        {
            new DeficitLines(results.Scenarios[0]).Write(host.Output);
        }

        string[] written = [.. hasSchools ? (string[])["deficits.csv"] : [], .. events is null ? [] : (string[])["events.jsonl", .. events.EpisodesNames], .. report.Names];
        return Conclude(results, digest, folder?.Path, ranking is null ? written : ["ranking.csv", .. written]);

        RunManifest Manifest(string fingerprint) =>
            Describe(results) with { Digest = fingerprint, WallSeconds = Math.Round(elapsed().TotalSeconds, 3) };
    }

    private void WriteTables(ExperimentResults results, IReadOnlyList<HorizonRow> horizon, Ranking? ranking)
    {
        if (AlignmentOf(results) is ManifestAlignment alignment)
        {
            host.Output.WriteLine($"Aligned to {alignment.File}: the baseline's totals are those of that file and not the model's own.");
            alignment.Totals.ToList().ForEach(total => host.Output.WriteLine($"  {total}."));
            host.Output.WriteLine();
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Output) });
        var headlines = new HeadlineTable(results, horizon, facts.Scenarios[0].IsValidation, Wording(results));
        headlines.Write(console);
        if (headlines.LeavesStrategiesOut)
        {
            IEnumerable<string> order = ranking?.Scenarios.Where(row => row.Rank is not null).Select(row => row.Scenario)
                ?? facts.Scenarios.Skip(1).Select(s => s.Name);
            new StrategyTable(horizon, [.. order], results.Scenarios[0].Dates[^1]).Write(console);
        }

        if (ranking is not null)
        {
            new RankingTable(ranking).Write(console);
        }
    }

    /// <summary>All of the manifest that is known when the simulation ends; the rest is filled in when the files are there.</summary>
    private RunManifest Describe(ExperimentResults results) => new()
    {
        Version = CommandHost.Version,
        Digest = "",
        Engine = facts.Engine,
        RankedBy = facts.RankBy,
        Parameters = facts.Mode,
        RangedAssumptions = host.RangedAssumptions(),
        Precision = results.Precision is PrecisionReached reached ? ManifestPrecision.Of(reached) : null,
        Partial = results.IsPartial,
        Seed = facts.Seed,
        ReplicationsAsked = results.ReplicationsAsked,
        ReplicationsCompleted = results.Replications,
        Years = facts.Years,
        Start = results.Scenarios[0].Dates[0],
        Horizon = results.Scenarios[0].Dates[^1],
        Threads = facts.Threads,
        Audit = facts.Audit,
        WallSeconds = 0,
        Scenarios = [.. facts.Scenarios.Select(ManifestScenario.Of)],
        Inputs = facts.Inputs,
        ForkedFrom = facts.ForkedFrom,
        Alignment = AlignmentOf(results),
    };

    private ManifestAlignment? AlignmentOf(ExperimentResults results) =>
        facts.Aligned is AlignedBaseline aligned ? ManifestAlignment.Of(aligned, results.Scenarios[0]) : null;

    /// <summary>How many replications, of which kind, for the notes under tables.</summary>
    private string Wording(ExperimentResults results) => facts.Mode == ParameterMode.Fixed
        ? $"{results.Replications:#,0} replications with fixed parameters"
        : $"{results.Replications:#,0} replications, each with its own draw of the {host.RangedAssumptions():#,0} ranged assumptions{Sampled()}";

    private string Sampled() => host.SampledAssumptions() is > 0 and int sampled ? $", {sampled:#,0} of them together from posterior.csv" : "";

    private int Conclude(ExperimentResults results, string digest, string? folder, IReadOnlyList<string> more)
    {
        if (results.Precision is PrecisionReached reached)
        {
            host.Output.WriteLine(Tell(reached));
        }

        host.Output.WriteLine($"Digest {digest}");
        if (folder is not null)
        {
            IEnumerable<string> files = ["series.csv", "summary.csv", .. more, "manifest.json"];
            host.Output.WriteLine($"Files in {folder}: {string.Join(", ", files)}");
        }

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
