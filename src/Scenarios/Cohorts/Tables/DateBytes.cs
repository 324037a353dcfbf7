namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>Days as ASCII digits, without a text between.</summary>
internal static class DateBytes
{
    /// <summary>Both forms are this long.</summary>
    public const int Length = 10;

    /// <summary>Writes a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="form">Its form.</param>
    /// <param name="to">Where to; its first <see cref="Length"/> bytes are written.</param>
    public static void Write(DateOnly day, DateForm form, Span<byte> to)
    {
        (int year, int month, int dayOfMonth) = day;
        if (form == DateForm.Iso)
        {
            Two(year / 100, to);
            Two(year % 100, to[2..]);
            to[4] = (byte)'-';
            Two(month, to[5..]);
            to[7] = (byte)'-';
            Two(dayOfMonth, to[8..]);
        }
        else
        {
            Two(dayOfMonth, to);
            to[2] = (byte)'/';
            Two(month, to[3..]);
            to[5] = (byte)'/';
            Two(year / 100, to[6..]);
            Two(year % 100, to[8..]);
        }
    }

    private static void Two(int number, Span<byte> to)
    {
        to[1] = (byte)('0' + (number % 10));
        to[0] = (byte)('0' + (number / 10));
    }
}
