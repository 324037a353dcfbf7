using CsvHelper;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>Reads one data file row by row, after holding it to its header.</summary>
internal static class CsvTable
{
    /// <summary>Reads a file; breaches are added to <paramref name="errors"/> and reading goes on.</summary>
    /// <param name="directory">The data folder.</param>
    /// <param name="file">File, relative to the folder, with forward slashes.</param>
    /// <param name="header">The header the file must have, exactly.</param>
    /// <param name="errors">Where breaches are collected.</param>
    /// <param name="take">Called for each row that has as many fields as the header.</param>
    public static void Read(string directory, string file, string[] header, List<EvidenceError> errors, Action<TableRow> take)
    {
        string path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            errors.Add(new EvidenceError(file, 1, "-", "the file is missing"));
            return;
        }

        using CsvReader reader = CsvReader.FromFile(path, Options(file, errors));
        if (!reader.Read() || !Fields(reader).SequenceEqual(header))
        {
            errors.Add(new EvidenceError(file, 1, "-", $"the header must be exactly {string.Join(',', header)}"));
            return;
        }

        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            if (reader.FieldCount == header.Length)
            {
                take(new TableRow(file, line, header, Fields(reader), errors));
            }
            else
            {
                errors.Add(new EvidenceError(file, line, "-", $"{reader.FieldCount} fields where the header has {header.Length}"));
            }
        }
    }

    /// <summary>The data files of a sub-folder, ordinal order, relative to the data folder; none where there is no such folder.</summary>
    public static IEnumerable<string> FilesIn(string directory, string folder)
    {
        string path = Path.Combine(directory, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.csv").Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>
    /// How files are read. The header is an ordinary row, so that its names are held to the letter. No field spans lines, so one stray
    /// quotation mark cannot swallow the rows after it.
    /// </summary>
    public static CsvReaderOptions Options(string file, List<EvidenceError> errors) => CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        DetectSeparatorHint = false,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        OnMalformedRecord = bad => errors.Add(new EvidenceError(file, (int)bad.LineNumber, "-", "a quotation mark is out of place")),
    };

    /// <summary>The fields of the row that the reader is at.</summary>
    public static string[] Fields(CsvReader reader)
    {
        string[] fields = new string[reader.FieldCount];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        return fields;
    }
}
