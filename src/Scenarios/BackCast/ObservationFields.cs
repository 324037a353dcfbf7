using System.Globalization;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>Reads the fields of a row of observations; a field that cannot be used is refused with what to write instead.</summary>
internal static class ObservationFields
{
    private const double MostPercent = 100;

    /// <summary>What publishers write for a value that they withhold or do not have.</summary>
    private static readonly string[] s_suppressed = ["", "x", "c", ":", ".."];

    /// <summary>Families whose values have a sign: a balance of movers, and places short.</summary>
    private static readonly string[] s_signed = ["migration-net", "surplus"];

    /// <summary>How dates are written that are not ISO 8601, to say what to write; the day first, as in Britain.</summary>
    private static readonly string[] s_otherDates = ["d/M/yyyy", "d/M/yy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy/M/d", "yyyyMMdd"];

    /// <summary>The measure with its geography, or null where it is refused.</summary>
    public static ComparedMeasure? Measure(TableRow row, ComparedMeasures measures)
    {
        string id = row.Text("measure");
        string geography = row.Text("geography");
        if (id.Length == 0 || geography.Length == 0 || measures.TryGet(id, geography, out ComparedMeasure? measure))
        {
            return measures.TryGet(id, geography, out measure) ? measure : null;
        }

        string[] geographies = [.. measures.GeographiesOf(id)];
        if (geographies.Length > 0)
        {
            row.Break("geography", $"'{geography}' is not a geography that a run has {id} for" + Meant(geography, geographies));
        }
        else if (measures.NotCompared.TryGetValue(id, out string? reason))
        {
            row.Break("measure", $"'{id}' is not compared: {reason}");
        }
        else
        {
            row.Break("measure", $"'{id}' is not a measure that a run writes" + Meant(id, measures.All.Select(m => m.Id).Distinct()));
        }

        return null;
    }

    /// <summary>The date.</summary>
    public static DateOnly Date(TableRow row)
    {
        string text = row.Optional("date");
        if (DateOnly.TryParseExact(text, s_otherDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly meant))
        {
            row.Break("date", $"'{text}' is not a date like 2019-07-31: write {meant:yyyy-MM-dd} if that is the day");
            return meant;
        }

        return row.Date("date");
    }

    /// <summary>The value, or null where it is suppressed or refused.</summary>
    public static double? Value(TableRow row, ComparedMeasure? measure)
    {
        string text = row.Optional("value").Trim();
        if (s_suppressed.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        if (Remedy(text) is string remedy)
        {
            row.Break("value", $"'{text}' is not a plain number: {remedy}");
            return null;
        }

        double value = row.Number("value");
        if (row.Sound && measure is not null && OutOfRange(measure, value) is string rule)
        {
            row.Break("value", $"{text} is out of range: {rule}");
        }

        return value;
    }

    /// <summary>What the value was rounded to; 0 where the field is empty.</summary>
    public static double RoundedTo(TableRow row, string column, double? value)
    {
        double rounded = row.OptionalNumber(column) ?? 0;
        if (rounded < 0)
        {
            row.Break(column, "what a value was rounded to is above 0; leave the field empty where it was not rounded");
        }
        else if (rounded > 0 && value is double printed && !IsMultiple(printed, rounded))
        {
            row.Break(column, $"{printed} is not a multiple of {rounded}");
        }

        return rounded;
    }

    private static bool IsMultiple(double value, double of) => Math.Abs((value / of) - Math.Round(value / of)) < 1e-6;

    private static string? Remedy(string text)
    {
        string bare = text.Trim('~', '<', '>', '%', '£', ' ').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || bare == text)
        {
            return null;
        }

        return text.StartsWith('~') ? $"write {bare}, and in a column rounded_to what it was rounded to"
            : text[0] is '<' or '>' ? "a bound is no value: leave the field empty where it was withheld"
            : text.EndsWith('%') ? $"write {bare}; a percentage is written without its sign"
            : $"write {bare}, without thousands separator or sign of money";
    }

    private static string? OutOfRange(ComparedMeasure measure, double value) =>
        measure.Kind == MeasureKind.Percentage && Math.Abs(value) > MostPercent ? "a percentage is 100 at most"
        : value < 0 && measure.Kind != MeasureKind.Money && !s_signed.Contains(measure.Family) ? "it cannot be negative"
        : null;

    private static string Meant(string written, IEnumerable<string> names) => NearestName.Of(written, names) is string name ? $"; is '{name}' meant?" : "";
}
