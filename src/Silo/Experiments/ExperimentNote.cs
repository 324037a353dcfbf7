using System.Text.Json;
using System.Text.Json.Serialization;

namespace KentSufficiency.Silo.Experiments;

/// <summary>How an experiment in the data folder stands, as far as can be said without opening its database.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoteStage>))]
public enum NoteStage
{
    /// <summary>Replications are missing: it is running, or was interrupted or killed.</summary>
    Unfinished,

    /// <summary>All results were taken.</summary>
    Finished,

    /// <summary>Cancelled for good.</summary>
    Cancelled,

    /// <summary>It could not be completed.</summary>
    Failed,
}

/// <summary>The note beside the database of an experiment.</summary>
public sealed record ExperimentNote
{
    private static readonly JsonSerializerOptions s_layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The experiment's id.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands.</summary>
    public required NoteStage Stage { get; init; }

    /// <summary>The names of its scenarios.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Replications asked for.</summary>
    public required int Replications { get; init; }

    /// <summary>Replications stored, as of a moment ago.</summary>
    public required int Stored { get; init; }

    /// <summary>When the note was last written.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>Reads a note; null where there is none that can be read.</summary>
    internal static ExperimentNote? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ExperimentNote>(File.ReadAllBytes(path), s_layout);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the note; whoever reads meanwhile finds the old one or the new one.</summary>
    internal void Write(string path)
    {
        string temporary = path + ".partial";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(this, s_layout));
        File.Move(temporary, path, overwrite: true);
    }
}
