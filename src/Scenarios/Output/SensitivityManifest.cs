using System.Text.Encodings.Web;
using System.Text.Json;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// <c>sensitivity.json</c>: what a screening was made from, enough to run it again and to see that the same came out. Written last; members are in snake
/// case.
/// </summary>
public sealed record SensitivityManifest
{
    /// <summary>The name in the folder for the results.</summary>
    public const string Name = "sensitivity.json";

    private static readonly JsonSerializerOptions s_layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The product's name.</summary>
    public string Product { get; } = "KentSufficiency";

    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of <c>sensitivity.csv</c>, in lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>The scenario asked about.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario that is taken from it; null where the answer is a value of its own.</summary>
    public required string? ComparedWith { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Kent or a part of it.</summary>
    public required string Geography { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>The date of the answer.</summary>
    public required DateOnly Horizon { get; init; }

    /// <summary>Whether schools were simulated; a measure of care is screened without them unless an assumption about schools is asked about.</summary>
    public required bool Schools { get; init; }

    /// <summary>How many assumptions came into question.</summary>
    public required int Candidates { get; init; }

    /// <summary>How many were screened.</summary>
    public required int Screened { get; init; }

    /// <summary>Points of the first look that chose among them; 0 where all were screened.</summary>
    public required int SiftPoints { get; init; }

    /// <summary>Trajectories.</summary>
    public required int Trajectories { get; init; }

    /// <summary>Levels.</summary>
    public required int Levels { get; init; }

    /// <summary>Replications of each point.</summary>
    public required int Replications { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Threads used; the results do not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Seconds that the runs took.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>The data and scenario files that it rests on.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, s_layout);
        stream.WriteByte((byte)'\n');
    }
}
