using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>What a wake meant on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.Consequences")]
internal struct ConsequencesSurrogate
{
    [Id(0)]
    public Effect[] Wanted;

    [Id(1)]
    public LoggedEvent[] Told;

    [Id(2)]
    public CountChange[] Flows;

    [Id(3)]
    public CountChange[] Stocks;

    [Id(4)]
    public int UnaccompaniedLookedAfter;

    [Id(5)]
    public int StayingPut;
}

/// <summary>Turns what a wake meant into what travels, and back.</summary>
[RegisterConverter]
internal sealed class ConsequencesConverter : IConverter<Consequences, ConsequencesSurrogate>
{
    /// <inheritdoc/>
    public Consequences ConvertFromSurrogate(in ConsequencesSurrogate surrogate) => new(
        surrogate.Wanted,
        surrogate.Told,
        surrogate.Flows,
        surrogate.Stocks,
        surrogate.UnaccompaniedLookedAfter,
        surrogate.StayingPut);

    /// <inheritdoc/>
    public ConsequencesSurrogate ConvertToSurrogate(in Consequences value) => new()
    {
        Wanted = value.Wanted,
        Told = value.Told,
        Flows = value.Flows,
        Stocks = value.Stocks,
        UnaccompaniedLookedAfter = value.UnaccompaniedLookedAfter,
        StayingPut = value.StayingPut,
    };
}
