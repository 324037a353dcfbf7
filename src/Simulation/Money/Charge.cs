namespace KentSufficiency.Simulation.Money;

/// <summary>What a scenario costs by itself, whatever happens in the county: once, or every year while it lasts.</summary>
/// <param name="FirstDay">The day of a one-off; the first day of a cost that comes every year.</param>
/// <param name="LastDay">The last day of a cost that comes every year.</param>
/// <param name="Pence">The amount, or the amount a year, at the prices of the unit prices; negative for a saving or an income.</param>
/// <param name="EveryYear">Whether it comes every year.</param>
public sealed record Charge(int FirstDay, int LastDay, long Pence, bool EveryYear)
{
    /// <summary>
    /// What falls on the days of a span. A whole budget year has exactly the amount a year, however it is cut into spans.
    /// </summary>
    /// <param name="start">Day 0.</param>
    /// <param name="first">The first day of the span.</param>
    /// <param name="last">Its last day, in the same budget year.</param>
    public long Within(DateOnly start, int first, int last)
    {
        if (!EveryYear)
        {
            return FirstDay >= first && FirstDay <= last ? Pence : 0;
        }

        int from = Math.Max(first, FirstDay);
        int to = Math.Min(last, LastDay);
        if (to < from)
        {
            return 0;
        }

        DateOnly begin = start.AddDays(from);
        int length = BudgetYear.Length(begin);
        int before = BudgetYear.DaysBefore(begin);
        return (Pence * (before + 1 + to - from) / length) - (Pence * before / length);
    }
}
