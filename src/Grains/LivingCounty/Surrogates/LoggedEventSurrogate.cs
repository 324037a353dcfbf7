using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>An event before it is dressed on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.LoggedEvent")]
internal struct LoggedEventSurrogate
{
    [Id(0)]
    public ulong Entity;

    [Id(1)]
    public int Sequence;

    [Id(2)]
    public byte Kind;

    [Id(3)]
    public string Code;

    [Id(4)]
    public ulong Other;
}

/// <summary>Turns an event before it is dressed into what travels, and back.</summary>
[RegisterConverter]
internal sealed class LoggedEventConverter : IConverter<LoggedEvent, LoggedEventSurrogate>
{
    /// <inheritdoc/>
    public LoggedEvent ConvertFromSurrogate(in LoggedEventSurrogate surrogate) => new(
        surrogate.Entity,
        surrogate.Sequence,
        (EventKind)surrogate.Kind,
        surrogate.Code,
        surrogate.Other);

    /// <inheritdoc/>
    public LoggedEventSurrogate ConvertToSurrogate(in LoggedEvent value) => new()
    {
        Entity = value.Entity,
        Sequence = value.Sequence,
        Kind = (byte)value.Kind,
        Code = value.Code,
        Other = value.Other,
    };
}
