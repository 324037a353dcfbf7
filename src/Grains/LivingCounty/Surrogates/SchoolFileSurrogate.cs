using System.Text.Json;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A school's file on the way between silos, as it is stored.</summary>
[GenerateSerializer]
[Alias("kent.SchoolFile")]
internal struct SchoolFileSurrogate
{
    [Id(0)]
    public byte[] Json;
}

/// <summary>Turns it into what travels, and back.</summary>
[RegisterConverter]
internal sealed class SchoolFileConverter : IConverter<SchoolFile, SchoolFileSurrogate>
{
    /// <inheritdoc/>
    public SchoolFile ConvertFromSurrogate(in SchoolFileSurrogate surrogate) => JsonSerializer.Deserialize(surrogate.Json, CountyJson.Default.SchoolFile)!;

    /// <inheritdoc/>
    public SchoolFileSurrogate ConvertToSurrogate(in SchoolFile value) => new() { Json = JsonSerializer.SerializeToUtf8Bytes(value, CountyJson.Default.SchoolFile) };
}
