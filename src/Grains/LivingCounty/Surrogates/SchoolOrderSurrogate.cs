using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A scheme that was ordered, on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.SchoolOrder")]
internal struct SchoolOrderSurrogate
{
    [Id(0)]
    public int Day;

    [Id(1)]
    public int Number;

    [Id(2)]
    public int Kind;

    [Id(3)]
    public int School;

    [Id(4)]
    public int Places;

    [Id(5)]
    public int FromYear;
}

/// <summary>Turns an order into what travels, and back.</summary>
[RegisterConverter]
internal sealed class SchoolOrderConverter : IConverter<SchoolOrder, SchoolOrderSurrogate>
{
    /// <inheritdoc/>
    public SchoolOrder ConvertFromSurrogate(in SchoolOrderSurrogate surrogate) =>
        new(surrogate.Day, surrogate.Number, (SchemeKind)surrogate.Kind, surrogate.School, surrogate.Places, surrogate.FromYear);

    /// <inheritdoc/>
    public SchoolOrderSurrogate ConvertToSurrogate(in SchoolOrder value) => new()
    {
        Day = value.Day,
        Number = value.Number,
        Kind = (int)value.Kind,
        School = value.School,
        Places = value.Places,
        FromYear = value.FromYear,
    };
}
