using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A command to the placement service on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.DeskCommand")]
internal struct DeskCommandSurrogate
{
    [Id(0)]
    public int Request;

    [Id(1)]
    public ulong Child;

    [Id(2)]
    public ulong Household;
}

/// <summary>Turns a command to the placement service into what travels, and back.</summary>
[RegisterConverter]
internal sealed class DeskCommandConverter : IConverter<DeskCommand, DeskCommandSurrogate>
{
    /// <inheritdoc/>
    public DeskCommand ConvertFromSurrogate(in DeskCommandSurrogate surrogate) => new(
        (DeskRequest)surrogate.Request,
        surrogate.Child,
        surrogate.Household);

    /// <inheritdoc/>
    public DeskCommandSurrogate ConvertToSurrogate(in DeskCommand value) => new()
    {
        Request = (int)value.Request,
        Child = value.Child,
        Household = value.Household,
    };
}
