using System.Globalization;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// One row of a data file. Reading a field that breaks its rule records an error and returns a placeholder, so that all
/// errors of a file are found in one pass; the caller asks <see cref="Sound"/> before it keeps what it read.
/// </summary>
internal sealed class TableRow(string file, int line, string[] header, string[] fields, List<EvidenceError> errors)
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly (string Text, EvidenceKind Value)[] Kinds =
    [
        ("observed", EvidenceKind.Observed), ("derived", EvidenceKind.Derived),
        ("national", EvidenceKind.National), ("assumed", EvidenceKind.Assumed),
    ];

    /// <summary>The line of the file, from 1.</summary>
    public int Line => line;

    /// <summary>Whether no rule has been broken in this row so far.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>Records that the row breaks a rule.</summary>
    public void Break(string column, string rule)
    {
        Sound = false;
        errors.Add(new EvidenceError(file, line, column, rule));
    }

    /// <summary>The field as it stands, possibly empty.</summary>
    public string Optional(string column) => fields[Array.IndexOf(header, column)];

    /// <summary>The field, which must not be empty or padded with spaces.</summary>
    public string Text(string column)
    {
        string text = Optional(column);
        if (string.IsNullOrWhiteSpace(text))
        {
            Break(column, "the field is empty");
            return "";
        }

        if (text.Length != text.Trim().Length)
        {
            Break(column, "the field begins or ends with a space");
        }

        return text;
    }

    /// <summary>An id: letters, digits, hyphens, dots and slashes.</summary>
    public string Id(string column)
    {
        string id = Text(column);
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.'))
        {
            Break(column, $"'{id}' is not an id: letters, digits, hyphens, dots and slashes only");
        }

        return id;
    }

    /// <summary>A finite number, with a decimal point and no thousands separator.</summary>
    public double Number(string column)
    {
        string text = Text(column);
        if (text.Length == 0)
        {
            return 0;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            Break(column, $"'{text}' is not a finite number");
            return 0;
        }

        return value;
    }

    /// <summary>A finite number, or null where the field is empty.</summary>
    public double? OptionalNumber(string column) => Optional(column).Length == 0 ? null : Number(column);

    /// <summary>A date, as 2019-07-31.</summary>
    public DateOnly Date(string column)
    {
        string text = Text(column);
        if (!DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && text.Length > 0)
        {
            Break(column, $"'{text}' is not a date like 2019-07-31");
        }

        return date;
    }

    /// <summary>The kind of a number.</summary>
    public EvidenceKind Kind(string column) => OneOf(column, Kinds);

    /// <summary>One of a few words, exact case.</summary>
    public T OneOf<T>(string column, (string Text, T Value)[] words)
    {
        string text = Text(column);
        foreach ((string word, T value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            Break(column, $"'{text}' is none of {string.Join(", ", words.Select(word => word.Text))}");
        }

        return words[0].Value;
    }
}
