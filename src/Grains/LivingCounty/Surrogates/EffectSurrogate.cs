using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>An effect on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.Effect")]
internal struct EffectSurrogate
{
    [Id(0)]
    public byte Class;

    [Id(1)]
    public byte Priority;

    [Id(2)]
    public uint Lot;

    [Id(3)]
    public ulong Entity;

    [Id(4)]
    public int Slot;

    [Id(5)]
    public int Detail;
}

/// <summary>Turns an effect into what travels, and back.</summary>
[RegisterConverter]
internal sealed class EffectConverter : IConverter<Effect, EffectSurrogate>
{
    /// <inheritdoc/>
    public Effect ConvertFromSurrogate(in EffectSurrogate surrogate) => new(
        (EffectClass)surrogate.Class,
        surrogate.Priority,
        surrogate.Lot,
        surrogate.Entity,
        surrogate.Slot,
        surrogate.Detail);

    /// <inheritdoc/>
    public EffectSurrogate ConvertToSurrogate(in Effect value) => new()
    {
        Class = (byte)value.Class,
        Priority = value.Priority,
        Lot = value.Lot,
        Entity = value.Entity,
        Slot = value.Slot,
        Detail = value.Detail,
    };
}
