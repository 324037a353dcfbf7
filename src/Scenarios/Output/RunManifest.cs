using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>manifest.json</c>: what a run was made from and what came of it, enough to run it again and to see that the same came out. Its
/// presence says that all other files of the run are complete. Members are written in snake case.
/// </summary>
public sealed record RunManifest
{
    private static readonly JsonSerializerOptions s_layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The product's name.</summary>
    public string Product { get; } = "KentSufficiency";

    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    /// <summary>What ran the replications: <c>local</c> for the cores of one machine.</summary>
    public string Engine { get; init; } = "local";

    /// <summary>Whether each replication drew its own parameters (<c>drawn</c>) or all used those of the data (<c>fixed</c>).</summary>
    public required ParameterMode Parameters { get; init; }

    /// <summary>How many assumptions have a range, and were drawn where parameters were.</summary>
    public required int RangedAssumptions { get; init; }

    /// <summary>The precision that decided on the number of replications; null where that was given.</summary>
    public ManifestPrecision? Precision { get; init; }

    /// <summary>The measure by which strategies are ranked; null where there was nothing to rank.</summary>
    public string? RankedBy { get; init; }

    /// <summary>The fingerprint of all results.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether the run was interrupted: the files then hold fewer replications than were asked for.</summary>
    public required bool Partial { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Replications asked for.</summary>
    public required int ReplicationsAsked { get; init; }

    /// <summary>Replications completed in every scenario, numbered from 0; the files rest on these.</summary>
    public required int ReplicationsCompleted { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>The first date.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last date.</summary>
    public required DateOnly Horizon { get; init; }

    /// <summary>Threads used; the results do not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether the conservation laws were checked on every simulated day.</summary>
    public required bool Audit { get; init; }

    /// <summary>Seconds from the first replication to the last file but the report and this.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>The scenarios in the order of the files, the baseline first.</summary>
    public required IReadOnlyList<ManifestScenario> Scenarios { get; init; }

    /// <summary>The data and scenario files the run rests on.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>The living county that every replication goes on from; left out where they begin at the start.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManifestFork? ForkedFrom { get; init; }

    /// <summary>The totals from outside that the baseline was aligned to; left out where it is the model's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManifestAlignment? Alignment { get; init; }

    internal void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, s_layout);
        stream.WriteByte((byte)'\n');
    }
}

/// <summary>A living county as the manifest tells it.</summary>
/// <param name="Date">The date at whose end it stood.</param>
/// <param name="Digest">The fingerprint of all its days.</param>
public sealed record ManifestFork(DateOnly Date, string Digest);

/// <summary>An alignment as the manifest tells it.</summary>
/// <param name="File">The file of totals, as it was given.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Totals">What was given and what was met.</param>
public sealed record ManifestAlignment(string File, string Sha256, IReadOnlyList<MetTotal> Totals)
{
    /// <summary>Tells an alignment.</summary>
    public static ManifestAlignment Of(AlignedBaseline aligned, ScenarioResults baseline) =>
        new(aligned.File.Input.File, aligned.File.Input.Sha256, MetTotal.Of(aligned, baseline));
}

/// <summary>A precision as the manifest tells it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Unit"><c>points</c> for a percentage; otherwise <c>relative</c>.</param>
/// <param name="Asked">The half-width asked for.</param>
/// <param name="Reached">The half-width reached; null where there was too little to measure.</param>
/// <param name="Met">Whether that is good enough; if not, the limit of replications was reached, or the run was interrupted.</param>
public sealed record ManifestPrecision(string Measure, string Unit, double Asked, double? Reached, bool Met)
{
    /// <summary>Tells a precision.</summary>
    public static ManifestPrecision Of(PrecisionReached reached) => new(
        reached.Target.Measure,
        reached.InPoints ? "points" : "relative",
        reached.Target.HalfWidth,
        double.IsFinite(reached.HalfWidth) ? Math.Round(reached.HalfWidth, 6) : null,
        reached.IsMet);
}

/// <summary>A scenario as the manifest tells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Source">Where the strategy comes from.</param>
/// <param name="Levers">Every change of an assumption, in the order in which they apply.</param>
/// <param name="Costs">What it costs by itself.</param>
/// <param name="About">What it turns or plans: care, schools or both.</param>
/// <param name="Schools">What it does to schools, a phrase an item.</param>
public sealed record ManifestScenario(
    string Name,
    string Title,
    string Source,
    IReadOnlyList<LeverSetting> Levers,
    IReadOnlyList<ScenarioCost> Costs,
    string About,
    IReadOnlyList<string> Schools)
{
    /// <summary>Tells a scenario.</summary>
    public static ManifestScenario Of(Scenario scenario) => new(
        scenario.Name,
        scenario.Title,
        scenario.Source,
        scenario.Levers,
        scenario.Costs,
        scenario.IsAbout.ToString().ToLowerInvariant(),
        scenario.SchoolItems);
}
