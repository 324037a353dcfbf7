using System.Text.Json;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>The desk on its way between silos: rarely, and then as it is stored.</summary>
[GenerateSerializer]
[Alias("kent.DeskRecord")]
internal struct DeskRecordSurrogate
{
    [Id(0)]
    public byte[] Json;
}

/// <summary>Turns the desk into what travels, and back.</summary>
[RegisterConverter]
internal sealed class DeskRecordConverter : IConverter<DeskRecord, DeskRecordSurrogate>
{
    /// <inheritdoc/>
    public DeskRecord ConvertFromSurrogate(in DeskRecordSurrogate surrogate) =>
        new(JsonSerializer.Deserialize(surrogate.Json, CountyJson.Default.DeskState)!);

    /// <inheritdoc/>
    public DeskRecordSurrogate ConvertToSurrogate(in DeskRecord value) =>
        new() { Json = JsonSerializer.SerializeToUtf8Bytes(value.Desk, CountyJson.Default.DeskState) };
}
