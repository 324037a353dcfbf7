using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Which days a run notes and records.</summary>
/// <param name="LeadIn">Days before the start.</param>
/// <param name="Notes">Days before the start on which flows are noted.</param>
/// <param name="Records">Record days.</param>
/// <param name="Window">How many notes back a window of flows reaches.</param>
internal readonly record struct RunDays(int LeadIn, int[] Notes, int[] Records, int Window)
{
    private const int WindowMonths = 12;

    /// <summary>Month ends from the start to the horizon, with a lead-in of so many months; or what a validation scenario asks for.</summary>
    public static RunDays Of(Scenario scenario, int years, int leadInMonths)
    {
        DateOnly start = scenario.Start;
        int Day(int month) => MonthEnd(start, month).DayNumber - start.DayNumber;
        int leadIn = scenario.Run.LeadInDays ?? -Day(-leadInMonths);
        return scenario.Run.Record == RecordInterval.Horizon
            ? new RunDays(leadIn, [0], [Day(12 * years)], 1)
            : new RunDays(leadIn, [.. Enumerable.Range(-leadInMonths, leadInMonths).Select(Day)], [.. Enumerable.Range(0, (12 * years) + 1).Select(Day)], WindowMonths);
    }

    /// <summary>Month ends from the start on, and a last day, which ends the run.</summary>
    public static RunDays Until(Scenario scenario, DateOnly last, int leadInMonths)
    {
        int horizon = last.DayNumber - scenario.Start.DayNumber;
        RunDays whole = Of(scenario, last.Year - scenario.Start.Year + 1, leadInMonths);
        return whole with { Records = [.. whole.Records.Where(day => day < horizon), horizon] };
    }

    /// <summary>The same day of another month, or its last day where the start is a month's last.</summary>
    private static DateOnly MonthEnd(DateOnly start, int months)
    {
        bool last = start.AddDays(1).Day == 1;
        DateOnly there = start.AddMonths(months);
        return last ? new DateOnly(there.Year, there.Month, DateTime.DaysInMonth(there.Year, there.Month)) : there;
    }
}
