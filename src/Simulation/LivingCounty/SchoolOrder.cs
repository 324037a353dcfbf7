using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>A scheme that somebody orders in a living county. It begins in the morning of a day with its plan, and goes the way of all schemes.</summary>
/// <param name="Day">The day.</param>
/// <param name="Number">Its number among the orders of the day, from 0.</param>
/// <param name="Kind">What it does.</param>
/// <param name="School">The school, by index.</param>
/// <param name="Places">Places a year group; of a special school in all; 0 for a closure.</param>
/// <param name="FromYear">The academic year in whose September it is to open.</param>
public readonly record struct SchoolOrder(int Day, int Number, SchemeKind Kind, int School, int Places, int FromYear)
{
    /// <summary>Below it stand the schools by index, which address the schemes that the council commissions in its plan.</summary>
    private const int NumberShift = 12;

    internal Scheme ToScheme(Estate estate) => new()
    {
        Address = EntityId.Of(EntityKind.Scheme, estate.Schools[School].District, Day, ((Number + 1) << NumberShift) | School),
        School = School,
        Kind = Kind,
        Places = Places,
        FromYear = FromYear,
        Stage = SchemeStage.Planned,
        StageDay = Day,
    };
}
