using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// A living county's records as JSON: names and values, no CLR types; what has its usual value is left out; what the record does not know is
/// refused and not dropped.
/// </summary>
[JsonSourceGenerationOptions(
    IncludeFields = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Kept<ChildState>))]
[JsonSerializable(typeof(Kept<HouseholdFile>))]
[JsonSerializable(typeof(Kept<DeskState>))]
[JsonSerializable(typeof(Kept<SchoolState>))]
[JsonSerializable(typeof(Kept<SchoolFile>))]
[JsonSerializable(typeof(Kept<DistrictSchools>))]
[JsonSerializable(typeof(Kept<SchoolPlacesState>))]
[JsonSerializable(typeof(Kept<RosterPage>))]
[JsonSerializable(typeof(Kept<FlowNote>))]
[JsonSerializable(typeof(Kept<DayPage>))]
[JsonSerializable(typeof(Kept<MeasuredPage>))]
[JsonSerializable(typeof(Kept<CommandPage>))]
[JsonSerializable(typeof(CountyState))]
[JsonSerializable(typeof(CountyDefinitionState))]
public sealed partial class CountyJson : JsonSerializerContext;

/// <summary>Writes and reads the records of <see cref="StorageNames.County"/>.</summary>
public sealed class CountyStateSerializer : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input!, Info<T>()));

    /// <inheritdoc/>
    /// <exception cref="JsonException">The bytes are no such record.</exception>
    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize(input.ToMemory().Span, Info<T>());

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)(CountyJson.Default.GetTypeInfo(typeof(T))
        ?? throw new NotSupportedException($"{typeof(T)} is no record of a living county."));
}
