using System.Globalization;
using KentSufficiency.Scenarios.Alignment;

namespace KentSufficiency.Scenarios.Report;

/// <summary>How the run was made, and how to make it again.</summary>
internal static class RunSection
{
    private const string Shipped = "scenarios/";

    /// <summary>Composes the section.</summary>
    public static ReportSection Of(SavedRun run)
    {
        SavedManifest manifest = run.Manifest;
        List<(string, string)> facts =
        [
            ("Program", $"KentSufficiency {manifest.Version}"),
            ("Period", $"{manifest.Start:d MMMM yyyy} to {manifest.Horizon:d MMMM yyyy}"),
            ("Replications", $"{manifest.ReplicationsCompleted:#,0} of each scenario{(manifest.Partial ? $" (asked for: {manifest.ReplicationsAsked:#,0})" : "")}"),
            ("Parameters", manifest.IsDrawn ? $"drawn: {manifest.RangedAssumptions:#,0} assumptions with a range" : "fixed at their values"),
            ("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture)),
            ("Time", $"{manifest.WallSeconds:#,0.#} seconds on {manifest.Threads} threads{(manifest.Audit ? ", every simulated day audited" : "")}"),
            ("Digest", manifest.Digest),
        ];
        if (AnswerSection.Headline(run) is string headline && run.Baseline(headline) is { } row)
        {
            var words = MeasureWords.Of(headline);
            facts.Add(("Simulation error", $"The baseline's mean of {words.Subject} is known to within {NumberWords.Plain(row.SimulationError, words.Unit)}"
                + $"{(words.Unit == MeasureUnit.Percent ? " points" : "")} (95%): that is how much more replications could still move it."));
        }

        return new ReportSection("run", "How this was made",
        [
            new Paragraph("The same command with the same program, data and scenarios gives the same digest on any machine:"),
            new CommandLines(Command(manifest)),
            new Points(facts),
            Scenarios(manifest),
            new Folded($"The {manifest.Inputs.Count} files that it rests on", [Inputs(manifest)]),
        ]);
    }

    /// <summary>The command that makes the run again.</summary>
    public static string Command(SavedManifest manifest)
    {
        bool validation = NameOf(manifest, manifest.Baseline).StartsWith("validation/", StringComparison.Ordinal);
        List<string> parts = ["./kent run"];
        IEnumerable<SavedScenario> named = manifest.Scenarios.Count > 1 ? manifest.Scenarios.Skip(1)
            : manifest.Alignment is null ? manifest.Scenarios
            : [manifest.Baseline with { Name = AlignedText.NameBefore(manifest.Baseline.Name) }];
        parts.AddRange(named.Select(scenario => Quoted(NameOf(manifest, scenario))));
        if (manifest.Precision is SavedPrecision precision && !manifest.Partial)
        {
            parts.Add($"--precision {precision.Asked.ToString(CultureInfo.InvariantCulture)} --on {precision.Measure}");
        }
        else
        {
            parts.Add($"--replications {manifest.ReplicationsCompleted}");
        }

        if (!validation)
        {
            parts.Add($"--years {manifest.Years} --parameters {manifest.Parameters}");
        }

        if (manifest.Alignment is SavedAlignment alignment)
        {
            parts.Add($"--align {Quoted(alignment.File)}");
        }

        parts.Add($"--seed {manifest.Seed}");
        if (manifest.RankedBy is string measure)
        {
            parts.Add($"--rank-by {measure}");
        }

        return string.Join(' ', parts);
    }

    /// <summary>What the command line calls a scenario: the file it was read from, by its name where it ships with the program.</summary>
    private static string NameOf(SavedManifest manifest, SavedScenario scenario)
    {
        string ending = $"{scenario.Name}.yaml";
        string? file = manifest.Inputs.Select(input => input.File).LastOrDefault(input =>
            input == ending || input.EndsWith("/" + ending, StringComparison.Ordinal));
        return file is null ? scenario.Name
            : file.StartsWith(Shipped, StringComparison.Ordinal) ? file[Shipped.Length..^".yaml".Length]
            : file;
    }

    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.') ? name : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static TableBlock Scenarios(SavedManifest manifest) => new(
        "table-scenarios",
        "The scenarios",
        [new TableColumn("Scenario", false), new("Title", false), new("What it turns", false), new("Source", false)],
        [.. manifest.Scenarios.Select(scenario => (IReadOnlyList<TableCell>)
            [
                scenario.Name,
                scenario.Title,
                scenario.Levers.Count == 0 ? "nothing" : string.Join("; ", scenario.Levers.Select(Tell)),
                scenario.Source,
            ])]);

    private static string Tell(SavedLever lever)
    {
        string value = lever.Value.ToString("#,0.####", CultureInfo.InvariantCulture);
        string change = lever.Operation switch
        {
            Strategies.LeverOperation.Set => $"set to {value}",
            Strategies.LeverOperation.Scale => $"times {value}",
            Strategies.LeverOperation.Odds => $"odds times {value}",
            _ => lever.Value < 0 ? $"less {value.TrimStart('-')}" : $"plus {value}",
        };
        string to = lever.To is DateOnly last ? $" to {last:d MMM yyyy}" : "";
        string ramp = lever.RampMonths > 0 ? $", over {lever.RampMonths} months" : "";
        return $"{lever.Lever} {change} from {lever.From:d MMM yyyy}{to}{ramp}";
    }

    private static TableBlock Inputs(SavedManifest manifest) => new(
        "table-inputs",
        "Files and their SHA-256",
        [new TableColumn("File", false), new("SHA-256", false)],
        [.. manifest.Inputs.Select(input => (IReadOnlyList<TableCell>)[input.File, input.Sha256])]);
}
