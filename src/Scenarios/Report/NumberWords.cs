using System.Globalization;

namespace KentSufficiency.Scenarios.Report;

/// <summary>
/// How numbers are written for people: as many digits as can be read aloud, the same for a mean and its interval, and never so few that
/// an interval that leaves zero out seems to touch it.
/// </summary>
internal static class NumberWords
{
    private const double Million = 1e6;
    private const double Thousand = 1e3;
    private const int MostDecimals = 4;

    /// <summary>A value of a measure: "77.4%", "1,647", "£112.3m", "12.5 days".</summary>
    public static string Value(double value, MeasureUnit unit) => Join(Number(value, unit, [value]), unit, isDifference: false);

    /// <summary>An interval of values: "58.2 to 88.3%".</summary>
    public static string Interval(Estimate estimate, MeasureUnit unit)
    {
        double[] all = [estimate.Mean, estimate.Low, estimate.High];
        string low = unit == MeasureUnit.Pounds ? Pounds(estimate.Low, all) : Number(estimate.Low, unit, all);
        return $"{low} to {Join(Number(estimate.High, unit, all), unit, isDifference: false)}";
    }

    /// <summary>The size of a difference, without its sign: "4.2 points", "220", "£2.3m".</summary>
    public static string Size(double difference, Estimate of, MeasureUnit unit) =>
        Join(Number(Math.Abs(difference), unit, [of.Mean, of.Low, of.High]), unit, isDifference: true);

    /// <summary>The size of one end of an interval, without sign or unit: "0.6"; of money with both.</summary>
    public static string BareSize(double difference, Estimate of, MeasureUnit unit) =>
        Number(Math.Abs(difference), unit, [of.Mean, of.Low, of.High]);

    /// <summary>A difference for a table: "+4.2", "-2.6", "+£2.3m".</summary>
    public static string Signed(double difference, Estimate of, MeasureUnit unit)
    {
        string size = BareSize(difference, of, unit);
        bool isZero = !size.Any(c => c is >= '1' and <= '9');
        return double.IsNaN(difference) ? "-" : isZero ? size : difference < 0 ? "\u2212" + size : "+" + size;
    }

    /// <summary>A difference with its interval, for a table: "+4.2 (+0.6 to +8.2)".</summary>
    public static string SignedWithInterval(Estimate difference, MeasureUnit unit) => difference.IsNothing ? "0" : difference.IsThere
        ? $"{Signed(difference.Mean, difference, unit)} ({Signed(difference.Low, difference, unit)} to {Signed(difference.High, difference, unit)})"
        : "-";

    /// <summary>A value with its interval, for a table.</summary>
    public static string WithInterval(Estimate value, MeasureUnit unit)
    {
        if (!value.IsThere)
        {
            return "-";
        }

        double[] all = [value.Mean, value.Low, value.High];
        return $"{Number(value.Mean, unit, all)} ({Number(value.Low, unit, all)} to {Number(value.High, unit, all)})";
    }

    /// <summary>A number of a series, for a table.</summary>
    public static string Plain(double value, MeasureUnit unit) => double.IsNaN(value) ? "-" : Number(value, unit, [value]);

    /// <summary>Pounds, in the unit that suits the largest of a group.</summary>
    public static string Pounds(double value, params ReadOnlySpan<double> group)
    {
        double largest = 0;
        foreach (double member in group)
        {
            largest = double.IsNaN(member) ? largest : Math.Max(largest, Math.Abs(member));
        }

        string sign = value < 0 ? "\u2212" : "";
        double size = Math.Abs(value);
        if (largest >= Million)
        {
            string millions = Fixed(size / Million, Decimals(1, group, Million));
            return $"{(IsZero(millions) ? "" : sign)}£{millions}m";
        }

        string pounds = Fixed(largest >= Thousand ? Math.Round(size / Thousand) * Thousand : Math.Round(size), 0);
        return $"{(IsZero(pounds) ? "" : sign)}£{pounds}";
    }

    private static string Number(double value, MeasureUnit unit, ReadOnlySpan<double> group)
    {
        if (double.IsNaN(value))
        {
            return "-";
        }

        if (unit == MeasureUnit.Pounds)
        {
            return Pounds(value, group);
        }

        int decimals = unit == MeasureUnit.Percent || Math.Abs(group[0]) < 10 ? 1 : 0;
        string text = Fixed(Math.Abs(value), Decimals(decimals, group, 1));
        return value < 0 && !IsZero(text) ? "\u2212" + text : text;
    }

    /// <summary>More digits where an interval on one side of zero would otherwise be told to begin at it.</summary>
    private static int Decimals(int usual, ReadOnlySpan<double> group, double scale)
    {
        bool clear = group.Length == 3 && (group[1] > 0 || group[2] < 0);
        double nearest = clear ? Math.Min(Math.Abs(group[1]), Math.Abs(group[2])) / scale : 0;
        int decimals = usual;
        while (clear && decimals < MostDecimals && Math.Round(nearest, decimals) == 0)
        {
            decimals++;
        }

        return decimals;
    }

    private static string Join(string number, MeasureUnit unit, bool isDifference) => unit switch
    {
        _ when number == "-" => number,
        MeasureUnit.Percent => isDifference ? $"{number} points" : $"{number}%",
        MeasureUnit.Days => $"{number} days",
        MeasureUnit.Miles => $"{number} miles",
        _ => number,
    };

    private static string Fixed(double value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.InvariantCulture);

    private static bool IsZero(string number) => !number.Any(c => c is >= '1' and <= '9');
}
