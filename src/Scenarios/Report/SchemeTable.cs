using System.Globalization;
using CsvHelper;

namespace KentSufficiency.Scenarios.Report;

/// <summary>
/// Names and planned openings of the schemes in the data folder, for the report. Whoever compiles the schemes holds the file to its rules; what
/// cannot be read here is only not told.
/// </summary>
internal static class SchemeTable
{
    private const string File = "schools/schemes.csv";

    /// <summary>Reads them; none where there is no such file.</summary>
    public static IReadOnlyList<SchemeFacts> Read(string directory)
    {
        string path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path))
        {
            return [];
        }

        using CsvReader reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',', HasHeader = false, DetectSeparatorHint = false });
        var schemes = new List<SchemeFacts>();
        string[]? header = null;
        while (reader.Read())
        {
            string[] row = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
            if (header is null)
            {
                header = row;
            }
            else if (row.Length == header.Length && Of(header, row) is SchemeFacts scheme)
            {
                schemes.Add(scheme);
            }
        }

        return schemes;
    }

    /// <summary>An id as words, where nothing else is known.</summary>
    public static string Named(string id)
    {
        string words = id.Replace('-', ' ').Replace('/', ' ');
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static SchemeFacts? Of(string[] header, string[] row)
    {
        string Field(string name) => Array.IndexOf(header, name) is int at and >= 0 ? row[at] : "";
        if (Field("id").Length == 0)
        {
            return null;
        }

        string name = Field("name").Length > 0 ? Field("name") : Named(Field("school"));
        bool dated = DateOnly.TryParseExact(Field("from_planned"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly opening);
        string where = Field("area").Length > 0 ? Field("area") : Named(Field("district"));
        return new SchemeFacts(Field("id"), name.Length > 0 ? name : Named(Field("id")), dated ? opening : null, where, Places(Field("places_planned"), Field("kind")));
    }

    private static string Places(string places, string kind) => places.Length == 0 ? "" : kind switch
    {
        "bulge" => $"{places} temporary places",
        "special-places" => $"{places} special places",
        "resource-places" => $"{places} places in a resource provision",
        "remove" => $"{places} places removed",
        _ => $"{places} places in each year group",
    };
}
