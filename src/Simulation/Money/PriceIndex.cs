namespace KentSufficiency.Simulation.Money;

/// <summary>
/// General prices by budget year, against those of the year in which unit prices are stated. Whole parts of a million, so that money stays
/// in integers. Outside the years given the nearest holds.
/// </summary>
/// <param name="firstYear">The first budget year given.</param>
/// <param name="partsPerMillion">A level for each year from there; a million in the year of the unit prices.</param>
public sealed class PriceIndex(int firstYear, long[] partsPerMillion)
{
    /// <summary>The level of the unit prices.</summary>
    public const long Par = 1_000_000;

    /// <summary>The level of a budget year.</summary>
    public long this[int year] => partsPerMillion[Math.Clamp(year - firstYear, 0, partsPerMillion.Length - 1)];

    /// <summary>An amount at a level, to the nearest penny; a half goes away from zero.</summary>
    public static long At(long pence, long level)
    {
        long half = pence < 0 ? -Par / 2 : Par / 2;
        return ((pence * level) + half) / Par;
    }
}
