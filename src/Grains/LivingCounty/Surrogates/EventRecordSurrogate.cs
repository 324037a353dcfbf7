using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>An event on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.EventRecord")]
internal struct EventRecordSurrogate
{
    [Id(0)]
    public DateOnly Date;

    [Id(1)]
    public ulong Entity;

    [Id(2)]
    public string Kind;

    [Id(3)]
    public string Code;

    [Id(4)]
    public ulong Other;
}

/// <summary>Turns an event into what travels, and back.</summary>
[RegisterConverter]
internal sealed class EventRecordConverter : IConverter<EventRecord, EventRecordSurrogate>
{
    /// <inheritdoc/>
    public EventRecord ConvertFromSurrogate(in EventRecordSurrogate surrogate) => new(
        surrogate.Date,
        surrogate.Entity,
        surrogate.Kind,
        surrogate.Code,
        surrogate.Other);

    /// <inheritdoc/>
    public EventRecordSurrogate ConvertToSurrogate(in EventRecord value) => new()
    {
        Date = value.Date,
        Entity = value.Entity,
        Kind = value.Kind,
        Code = value.Code,
        Other = value.Other,
    };
}
