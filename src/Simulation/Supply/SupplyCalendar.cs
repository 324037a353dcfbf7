using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>The dates by which places are decided: meetings of the cabinet committee, and the day on which a September's places are settled. Immutable.</summary>
public sealed class SupplyCalendar
{
    private readonly int[] _meetings;
    private readonly (int Month, int Day) _settled;
    private readonly (int Month, int Day) _planned;

    /// <summary>Keeps the dates.</summary>
    /// <param name="schools">Academic years.</param>
    /// <param name="meetings">Days of the run on which the committee meets, ascending; far enough beyond the horizon.</param>
    /// <param name="settled">Month and day, before the spring's offers, by which the places of the coming September are settled.</param>
    /// <param name="planned">Month and day on which the commissioning plan is adopted.</param>
    /// <exception cref="ArgumentException">The meetings do not ascend, or there is none.</exception>
    public SupplyCalendar(SchoolCalendar schools, int[] meetings, (int Month, int Day) settled, (int Month, int Day) planned)
    {
        CheckAscending(meetings);
        Schools = schools;
        _meetings = meetings;
        _settled = settled;
        _planned = planned;
    }

    /// <summary>Academic years.</summary>
    public SchoolCalendar Schools { get; }

    /// <summary>The first meeting on a day or after it; <see cref="SchemeState.Never"/> beyond the last that is known.</summary>
    public int MeetingFrom(int day)
    {
        int at = Array.BinarySearch(_meetings, day);
        int next = at >= 0 ? at : ~at;
        return next < _meetings.Length ? _meetings[next] : SchemeState.Never;
    }

    /// <summary>The day on which the places that an academic year begins with are settled: in the spring before it.</summary>
    public int SettleDay(int academicYear) => Schools.DayOf(academicYear - 1, _settled.Month, _settled.Day);

    /// <summary>The day of an academic year on which the commissioning plan is adopted.</summary>
    public int PlanDay(int academicYear) => Schools.DayOf(academicYear, _planned.Month, _planned.Day);

    /// <summary>The first academic year whose first day is a day or later.</summary>
    public int YearBeginningFrom(int day)
    {
        int year = Schools.YearOf(day);
        return Schools.FirstDayOf(year) >= day ? year : year + 1;
    }

    private static void CheckAscending(int[] meetings)
    {
        for (int i = 1; i < meetings.Length; i++)
        {
            if (meetings[i] <= meetings[i - 1])
            {
                throw new ArgumentException("The meetings must ascend.", nameof(meetings));
            }
        }

        if (meetings.Length == 0)
        {
            throw new ArgumentException("There must be a meeting.", nameof(meetings));
        }
    }
}

/// <summary>The conditions of a day for the rules of supply.</summary>
/// <param name="Day">Days since the start of the run.</param>
/// <param name="Calendar">Dates.</param>
/// <param name="Rates">The rates in force.</param>
public readonly record struct SupplyDay(int Day, SupplyCalendar Calendar, SupplyRates Rates);
