using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans.Storage;

namespace KentSufficiency.Silo.Storage;

/// <summary>
/// State records as plain JSON: fields and properties by their names, no CLR type names, numbers as .NET writes them (round trip
/// exact). Strict: a field that the record does not know is refused, not dropped, since dropping it would lose it at the next write.
/// </summary>
public sealed class JsonStateSerializer : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        IncludeFields = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, s_options));

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input, s_options);
}
