using System.Text.Json;
using System.Text.Json.Serialization;
using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Report;

/// <summary>
/// <c>manifest.json</c> as it is read again, of this version or another: members that are not known are passed over, those below must be there.
/// </summary>
public sealed record SavedManifest
{
    private static readonly JsonSerializerOptions s_layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The version of the program that made the run.</summary>
    public required string Version { get; init; }

    /// <summary>Whether parameters were <c>drawn</c> or <c>fixed</c>.</summary>
    public required string Parameters { get; init; }

    /// <summary>How many assumptions have a range.</summary>
    public int RangedAssumptions { get; init; }

    /// <summary>The precision that decided on the number of replications; null where that was given.</summary>
    public SavedPrecision? Precision { get; init; }

    /// <summary>The measure by which strategies are ranked; null where there was nothing to rank.</summary>
    public string? RankedBy { get; init; }

    /// <summary>The fingerprint of all results.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether the run was interrupted.</summary>
    public bool Partial { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Replications asked for.</summary>
    public required int ReplicationsAsked { get; init; }

    /// <summary>Replications that the files rest on.</summary>
    public required int ReplicationsCompleted { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>The first date.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last date.</summary>
    public required DateOnly Horizon { get; init; }

    /// <summary>Threads used.</summary>
    public int Threads { get; init; }

    /// <summary>Whether the conservation laws were checked.</summary>
    public bool Audit { get; init; }

    /// <summary>Seconds the run took.</summary>
    public double WallSeconds { get; init; }

    /// <summary>The scenarios, the baseline first.</summary>
    public required IReadOnlyList<SavedScenario> Scenarios { get; init; }

    /// <summary>The files the run rests on.</summary>
    public required IReadOnlyList<SavedInput> Inputs { get; init; }

    /// <summary>The totals from outside that the baseline was aligned to; null where it is the model's own.</summary>
    public SavedAlignment? Alignment { get; init; }

    /// <summary>Whether each replication drew its own parameters.</summary>
    public bool IsDrawn => Parameters == "drawn";

    /// <summary>The scenario that the others are compared with.</summary>
    public SavedScenario Baseline => Scenarios[0];

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="place">Where they are from, for messages.</param>
    /// <exception cref="ResultsException">They are no manifest.</exception>
    public static SavedManifest Read(ReadOnlySpan<byte> json, string place)
    {
        SavedManifest? read;
        try
        {
            read = JsonSerializer.Deserialize<SavedManifest>(json, s_layout);
        }
        catch (JsonException problem)
        {
            string where = problem.LineNumber is long line ? $"{place}, line {line + 1}," : place;
            string what = problem.Path is { Length: > 2 } path ? $"cannot be understood at {path[2..]}" : "is no manifest of a run";
            throw new ResultsException(where, what, problem);
        }

        if (read is not { Scenarios.Count: > 0 } || read.Horizon < read.Start || read.ReplicationsCompleted < 1)
        {
            throw new ResultsException(place, "is no manifest of a run: it needs a scenario, a replication and a horizon after its start");
        }

        if (read.Scenarios.DistinctBy(scenario => scenario.Name).Count() < read.Scenarios.Count)
        {
            throw new ResultsException(place, "names a scenario twice");
        }

        return read;
    }
}

/// <summary>An alignment as the manifest tells it.</summary>
/// <param name="File">The file of totals.</param>
/// <param name="Totals">What was given and what was met.</param>
public sealed record SavedAlignment(string File, IReadOnlyList<MetTotal> Totals);

/// <summary>A precision as the manifest tells it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Asked">The half-width asked for.</param>
public sealed record SavedPrecision(string Measure, double Asked);

/// <summary>A scenario as the manifest tells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Source">Where the strategy comes from.</param>
/// <param name="Levers">What it turns.</param>
public sealed record SavedScenario(string Name, string Title, string Source, IReadOnlyList<SavedLever> Levers)
{
    /// <summary>What it turns or plans: care, schools or both.</summary>
    public string About { get; init; } = "both";
}

/// <summary>One turn of one lever.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Operation">What is done to its value.</param>
/// <param name="Value">The value, factor or amount.</param>
/// <param name="From">The first day on which it holds.</param>
public sealed record SavedLever(string Lever, LeverOperation Operation, double Value, DateOnly From)
{
    /// <summary>The last day on which it holds; null for ever.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Months of its ramp; 0 for at once.</summary>
    public int RampMonths { get; init; }
}

/// <summary>A file that a run rests on.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record SavedInput(string File, string Sha256);
