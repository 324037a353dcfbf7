namespace KentSufficiency.Scenarios.BackCast;

/// <summary>What was observed of a measure on a day, to hold a forecast against.</summary>
/// <param name="Measure">What was observed, and how a run measures it.</param>
/// <param name="Date">Day of a stock; last day of the period of a flow.</param>
/// <param name="Value">The value, or null where the publisher suppressed it.</param>
/// <param name="RoundedTo">The value was published rounded to a multiple of this; 0 where it was not rounded.</param>
/// <param name="KnownFrom">The day from which it was public; null where that is not known.</param>
/// <param name="Place">Where it stands: file and line, or source and ids of the evidence.</param>
/// <param name="Note">What a reader must know of it; possibly empty.</param>
public sealed record Observation(
    ComparedMeasure Measure, DateOnly Date, double? Value, double RoundedTo, DateOnly? KnownFrom, string Place, string Note)
{
    /// <summary>A day as near as this to the end of a month is compared with that month end, in days.</summary>
    public const int NearDays = 7;

    private const int January = 1;
    private const int LastOfJanuary = 31;

    /// <summary>Whether the publisher withheld the value.</summary>
    public bool Suppressed => Value is null;

    /// <summary>The record date of a run with which it is compared.</summary>
    /// <param name="horizon">The last day of the run.</param>
    public DateOnly RecordDate(DateOnly horizon) => Measure.Recorded switch
    {
        RecordRule.JanuaryBefore => JanuaryOf(Date < JanuaryOf(Date.Year) ? Date.Year - 1 : Date.Year),
        RecordRule.JanuaryAfter when Date < horizon && JanuaryAfter() > horizon => horizon,
        RecordRule.JanuaryAfter => JanuaryAfter(),
        _ => NearestMonthEnd(),
    };

    /// <summary>
    /// A value of a run as the publisher would have printed it: rounded to the same multiple, halves up. A rounded value is scored against
    /// the forecast of the rounded value, which keeps every score proper.
    /// </summary>
    public double AsPublished(double value) => RoundedTo > 0 ? RoundedTo * Math.Floor((value / RoundedTo) + 0.5) : value;

    private static DateOnly JanuaryOf(int year) => new(year, January, LastOfJanuary);

    private DateOnly JanuaryAfter() => JanuaryOf(Date < JanuaryOf(Date.Year) ? Date.Year : Date.Year + 1);

    private DateOnly NearestMonthEnd()
    {
        DateOnly before = new DateOnly(Date.Year, Date.Month, 1).AddDays(-1);
        DateOnly after = new(Date.Year, Date.Month, DateTime.DaysInMonth(Date.Year, Date.Month));
        return after.DayNumber - Date.DayNumber <= NearDays ? after
            : Date.DayNumber - before.DayNumber <= NearDays ? before
            : Date;
    }
}
