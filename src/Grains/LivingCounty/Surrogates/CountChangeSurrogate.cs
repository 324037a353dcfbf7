using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A change of a count on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.CountChange")]
internal struct CountChangeSurrogate
{
    [Id(0)]
    public int Of;

    [Id(1)]
    public long By;
}

/// <summary>Turns a change of a count into what travels, and back.</summary>
[RegisterConverter]
internal sealed class CountChangeConverter : IConverter<CountChange, CountChangeSurrogate>
{
    /// <inheritdoc/>
    public CountChange ConvertFromSurrogate(in CountChangeSurrogate surrogate) => new(
        surrogate.Of,
        surrogate.By);

    /// <inheritdoc/>
    public CountChangeSurrogate ConvertToSurrogate(in CountChange value) => new()
    {
        Of = value.Of,
        By = value.By,
    };
}
