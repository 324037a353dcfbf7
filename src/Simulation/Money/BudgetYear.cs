namespace KentSufficiency.Simulation.Money;

/// <summary>A council's budget year: April to March, named by the calendar year in which it begins (2019 is 2019-20).</summary>
public static class BudgetYear
{
    private const int April = 4;

    /// <summary>The budget year of a date.</summary>
    public static int Of(DateOnly date) => date.Month < April ? date.Year - 1 : date.Year;

    /// <summary>Days of the budget year before a date: 0 on 1 April.</summary>
    public static int DaysBefore(DateOnly date) => date.DayNumber - First(Of(date)).DayNumber;

    /// <summary>Days in the budget year of a date: 365 or 366.</summary>
    public static int Length(DateOnly date) => First(Of(date) + 1).DayNumber - First(Of(date)).DayNumber;

    private static DateOnly First(int year) => new(year, April, 1);
}
