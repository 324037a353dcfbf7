using CsvHelper;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// Reads observations from any CSV file with the columns <c>measure,geography,date,value</c>, in any order, and perhaps <c>rounded_to</c>;
/// other columns are passed over. Each row is understood or refused with file, line and column: none is dropped.
/// </summary>
public static class ObservationFile
{
    /// <summary>Rows that are read at most.</summary>
    public const int MostRows = 100_000;

    private const int MostErrors = 100;
    private const string RoundedTo = "rounded_to";

    private static readonly string[] s_columns = ["measure", "geography", "date", "value"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; it appears in messages as it is given here.</param>
    /// <param name="measures">What can be compared.</param>
    /// <exception cref="ObservationException">The file or a row of it is refused; all breaches are listed.</exception>
    public static Observations Read(string path, ComparedMeasures measures)
    {
        List<EvidenceError> errors = [];
        Dictionary<(string, string, DateOnly), (Observation Kept, int Line)> rows = [];
        try
        {
            ReadRows(path, errors, (row, header, line) => Take(row, header, path, line, measures, rows));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(new EvidenceError(path, 1, "-", $"the file cannot be read: {problem.Message}"));
        }

        if (errors.Count == 0 && rows.Count == 0)
        {
            errors.Add(new EvidenceError(path, 1, "-", "the file has a header and no row"));
        }

        return errors.Count == 0 ? new Observations(rows.Values.Select(row => row.Kept), []) : throw new ObservationException(Shortened(path, errors));
    }

    /// <summary>Reads the rows of a file with these columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Where breaches are collected.</param>
    /// <param name="take">Called with each row, the header and the line.</param>
    internal static void ReadRows(string path, List<EvidenceError> errors, Action<TableRow, string[], int> take)
    {
        using CsvReader reader = CsvReader.FromFile(path, CsvTable.Options(path, errors));
        if (!reader.Read() || !HeaderIsSound(path, CsvTable.Fields(reader), errors, out string[] header))
        {
            if (errors.Count == 0)
            {
                errors.Add(new EvidenceError(path, 1, "-", $"the file is empty: it must begin with the header {string.Join(',', s_columns)}"));
            }

            return;
        }

        for (int rows = 0; reader.Read(); rows++)
        {
            int line = (int)reader.LineNumber;
            if (rows == MostRows)
            {
                errors.Add(new EvidenceError(path, line, "-", $"more than {MostRows:N0} rows: split the file"));
                return;
            }

            if (reader.FieldCount != header.Length)
            {
                errors.Add(new EvidenceError(path, line, "-", FieldsWrong(reader.FieldCount, header.Length)));
                continue;
            }

            take(new TableRow(path, line, header, CsvTable.Fields(reader), errors), header, line);
        }
    }

    private static bool HeaderIsSound(string path, string[] fields, List<EvidenceError> errors, out string[] header)
    {
        header = [.. fields.Select(field => field.Trim().ToLowerInvariant())];
        foreach (string column in s_columns.Except(header, StringComparer.Ordinal))
        {
            string? meant = NearestName.Of(column, header.Except(s_columns));
            errors.Add(new EvidenceError(path, 1, column, "the column is missing" + (meant is null ? "" : $"; is '{meant}' meant?")));
        }

        foreach (string column in s_columns.Append(RoundedTo).Where(header.GroupBy(name => name).Where(g => g.Count() > 1).Select(g => g.Key).Contains))
        {
            errors.Add(new EvidenceError(path, 1, column, "the column is there twice"));
        }

        return errors.Count == 0;
    }

    private static void Take(
        TableRow row, string[] header, string path, int line, ComparedMeasures measures,
        Dictionary<(string, string, DateOnly), (Observation Kept, int Line)> rows)
    {
        ComparedMeasure? measure = ObservationFields.Measure(row, measures);
        DateOnly date = ObservationFields.Date(row);
        double? value = ObservationFields.Value(row, measure);
        double rounded = header.Contains(RoundedTo) ? ObservationFields.RoundedTo(row, RoundedTo, value) : 0;
        if (!row.Sound || measure is null)
        {
            return;
        }

        Observation observation = new(measure, date, value, rounded, null, $"{path} line {line}", "");
        if (!rows.TryAdd((measure.Id, measure.Geography, date), (observation, line)))
        {
            int first = rows[(measure.Id, measure.Geography, date)].Line;
            row.Break("date", $"{measure.Id} for {measure.Geography} on {date:yyyy-MM-dd} is there already, in line {first}: keep one of them");
        }
    }

    private static string FieldsWrong(int found, int expected) => found > expected
        ? $"{found} fields where the header has {expected}; a field with a comma goes in quotation marks, and a number has none"
        : $"{found} fields where the header has {expected}";

    // A file with the wrong measure in every row is mended from a hundred messages as well as from a hundred thousand.
    private static List<EvidenceError> Shortened(string path, List<EvidenceError> errors)
    {
        EvidenceError[] ordered = [.. errors.OrderBy(error => error.Line)];
        return ordered.Length <= MostErrors
            ? [.. ordered]
            : [.. ordered.Take(MostErrors), new EvidenceError(path, ordered[MostErrors].Line, "-", $"and {ordered.Length - MostErrors:N0} more from here on")];
    }
}
