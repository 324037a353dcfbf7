using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// <c>manifest.json</c> of a cohort: what was asked for, and what came of it. It tells nothing of the time or the machine, so the same request of
/// the same version gives the same bytes.
/// </summary>
public sealed record CohortManifest
{
    /// <summary>The name of the file.</summary>
    public const string Name = "manifest.json";

    /// <summary>What tells the manifest of a cohort from that of anything else.</summary>
    public const string Kind = "kent-cohort";

    /// <summary>The version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The text that two cohorts share only if they are the same; <see cref="CohortFolder"/> puts in its own.</summary>
    public string Identity { get; init; } = "";

    /// <summary>What was asked for: names, each once, and values, in the order in which to show them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Request { get; init; }

    /// <summary>The tables and how many rows they have.</summary>
    public required IReadOnlyList<TableCount> Tables { get; init; }

    /// <summary>Every file but the manifest, in ordinal order of name; <see cref="CohortFolder"/> puts them in.</summary>
    public IReadOnlyList<CohortFile> Files { get; init; } = [];

    /// <summary>Writes the manifest.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteString("product", "KentSufficiency");
        json.WriteString("version", Version);
        json.WriteString("identity", Identity);
        json.WriteStartObject("request");
        foreach ((string name, string value) in Request)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (TableCount table in Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("folder", table.Folder);
            json.WriteNumber("rows", table.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (CohortFile file in Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.File);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A file of a cohort.</summary>
/// <param name="File">Its path below the cohort's folder, with forward slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record CohortFile(string File, long Bytes, string Sha256);
