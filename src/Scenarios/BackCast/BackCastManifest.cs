using System.Text.Encodings.Web;
using System.Text.Json;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary><c>manifest.json</c> of a back-cast: what it was made from, enough to make it again and to see that the same came out. Written last.</summary>
public sealed record BackCastManifest
{
    private static readonly JsonSerializerOptions s_layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The product's name.</summary>
    public string Product { get; } = "KentSufficiency";

    /// <summary>That this is no run of scenarios.</summary>
    public string Kind { get; } = "back-cast";

    /// <summary>The product's version.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the ensemble.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the posterior sample; null where nothing was estimated.</summary>
    public required string? PosteriorDigest { get; init; }

    /// <summary>The origin.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day whose county it started from: the origin, or the latest that was known.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What was given of the time after the origin.</summary>
    public required IReadOnlyList<string> Given { get; init; }

    /// <summary>Whether own returns counted as known from their publication on only.</summary>
    public required bool PublishedOnly { get; init; }

    /// <summary>What had to be derived, a sentence each.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Futures.</summary>
    public required int Replications { get; init; }

    /// <summary>How assumptions were estimated; null where they were not.</summary>
    public required CalibrationSettings? Calibration { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Threads used; the results do not depend on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Seconds that it took.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>The data that it rests on, and a file of observations.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>The manifest of a back-cast.</summary>
    /// <param name="result">The back-cast.</param>
    /// <param name="version">The product's version.</param>
    /// <param name="inputs">The files it rests on.</param>
    /// <param name="elapsed">How long it took.</param>
    public static BackCastManifest Of(BackCastResult result, string version, IReadOnlyList<InputFile> inputs, TimeSpan elapsed) => new()
    {
        Version = version,
        Digest = result.Results.ComputeDigest(),
        PosteriorDigest = result.Estimated is null ? null : PosteriorFile.Digest(result.Estimated.Sample),
        From = result.Settings.From,
        Start = result.Future.Start,
        To = result.Settings.To,
        Given = GivenNames.Of(result.Settings.Given),
        PublishedOnly = result.Settings.PublishedOnly,
        Remarks = result.County?.Remarks ?? [],
        Replications = result.Settings.Replications,
        Calibration = result.Estimated is null ? null : result.Settings.Calibration,
        Seed = result.Settings.Calibration.Seed,
        Threads = result.Settings.Threads,
        WallSeconds = Math.Round(elapsed.TotalSeconds, 3),
        Inputs = inputs,
    };

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, s_layout);
        stream.WriteByte((byte)'\n');
    }
}
