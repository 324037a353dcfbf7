using System.Globalization;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>Dates as returns write them: day, month and year with slashes, such as 31/03/2019.</summary>
public static class ReturnDate
{
    private const int ShortestText = 8;
    private const int LongestText = 10;
    private const int Ten = 10;
    private const int DigitsOfYear = 4;

    /// <summary>How a date is written.</summary>
    public static string Text(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Reads a date; days and months may have one digit.</summary>
    /// <returns>The date, or null where the text is blank or no date.</returns>
    public static DateOnly? Read(string text)
    {
        if (text.Length is < ShortestText or > LongestText)
        {
            return null;
        }

        int at = 0;
        return Number(text, ref at, 2) is int day && Slash(text, ref at)
            && Number(text, ref at, 2) is int month && Slash(text, ref at)
            && Number(text, ref at, DigitsOfYear) is int year && at == text.Length && text[^(DigitsOfYear + 1)] == '/'
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int? Number(string text, ref int at, int longest)
    {
        int start = at;
        int value = 0;
        while (at < text.Length && at - start < longest && char.IsAsciiDigit(text[at]))
        {
            value = (value * Ten) + (text[at++] - '0');
        }

        return at > start ? value : null;
    }

    private static bool Slash(string text, ref int at) => at < text.Length && text[at++] == '/';
}
