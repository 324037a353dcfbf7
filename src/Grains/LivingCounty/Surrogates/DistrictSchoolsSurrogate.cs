using System.Text.Json;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>The schools and children of a district on the way between silos, as it is stored.</summary>
[GenerateSerializer]
[Alias("kent.DistrictSchools")]
internal struct DistrictSchoolsSurrogate
{
    [Id(0)]
    public byte[] Json;
}

/// <summary>Turns it into what travels, and back.</summary>
[RegisterConverter]
internal sealed class DistrictSchoolsConverter : IConverter<DistrictSchools, DistrictSchoolsSurrogate>
{
    /// <inheritdoc/>
    public DistrictSchools ConvertFromSurrogate(in DistrictSchoolsSurrogate surrogate) => JsonSerializer.Deserialize(surrogate.Json, CountyJson.Default.DistrictSchools)!;

    /// <inheritdoc/>
    public DistrictSchoolsSurrogate ConvertToSurrogate(in DistrictSchools value) => new() { Json = JsonSerializer.SerializeToUtf8Bytes(value, CountyJson.Default.DistrictSchools) };
}
