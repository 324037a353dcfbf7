using System.Globalization;
using System.Text.Json;
using CsvHelper;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Fidelity.Facts;

/// <summary>Takes the facts from a cohort written as CSV tables: <c>children.csv</c>, <c>care_episodes.csv</c> and the request in <c>manifest.json</c>.</summary>
internal static class TableFacts
{
    private const string Children = "children.csv";
    private const string Episodes = "care_episodes.csv";
    private const string Manifest = CohortManifest.Name;

    private static readonly string[] s_children = ["child_id", "family_id", "sex", "birth_date", "ethnicity", "unaccompanied", "looked_after"];

    private static readonly string[] s_placement = ["placement_number", "placement", "provider"];

    private static readonly string[] s_episodes =
    [
        "child_id", "care_began", "start_date", "end_date", "legal_status", "need", "placement", "provider", "placement_number", "placement_began", "end_reason",
        "move_reason",
    ];

    /// <summary>Whether a folder holds such a cohort.</summary>
    public static bool IsThere(string folder) => File.Exists(Path.Combine(folder, Children)) && File.Exists(Path.Combine(folder, Episodes));

    /// <summary>Reads it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The folder, as it was given.</param>
    /// <exception cref="FidelityException">A file lacks a column, or a field is not what it should be.</exception>
    public static CareFacts Read(string folder, string name)
    {
        (DateOnly first, DateOnly last) = Days(Path.Combine(folder, Manifest), name);
        ILookup<string, TableRow> episodes = Rows(folder, Episodes, s_episodes).ToLookup(row => row.Optional("child_id"));
        List<FactChild> inCare = [];
        Dictionary<string, List<DateOnly>> families = [];
        foreach (TableRow row in Rows(folder, Children, s_children))
        {
            string id = row.Optional("child_id");
            FactEpisode[] told = Follow([.. episodes[id].OrderBy(episode => DateIn(episode, Episodes, "start_date"))], first, last);
            if (told.Length == 0)
            {
                continue;
            }

            FactChild child = ChildOf(row, id, told);
            inCare.Add(child);
            if (!child.Unaccompanied && IsTrue(row.Optional("looked_after")))
            {
                string family = row.Optional("family_id");
                families[family] = [.. families.GetValueOrDefault(family) ?? [], child.Born];
            }
        }

        return new CareFacts
        {
            Name = name,
            Kind = $"tables of {first:d MMMM yyyy} to {last:d MMMM yyyy}",
            Synthetic = true,
            First = first,
            Last = last,
            Children = inCare,
            Siblings = SiblingFacts.Of(families.Values),
        };
    }

    private static FactChild ChildOf(TableRow row, string id, FactEpisode[] episodes) => new()
    {
        Id = id,
        Born = DateIn(row, Children, "birth_date")!.Value,
        Female = row.Optional("sex") is "female" or "2",
        Ethnicity = row.Optional("ethnicity"),
        Unaccompanied = IsTrue(row.Optional("unaccompanied")),
        Episodes = episodes,
    };

    private static FactEpisode[] Follow(TableRow[] rows, DateOnly first, DateOnly last)
    {
        List<FactEpisode> episodes = [];
        for (int i = 0; i < rows.Length; i++)
        {
            TableRow row = rows[i];
            DateOnly began = DateIn(row, Episodes, "care_began")!.Value;
            TableRow? before = i > 0 && DateIn(rows[i - 1], Episodes, "care_began") == began ? rows[i - 1] : null;
            DateOnly from = DateIn(row, Episodes, "start_date")!.Value;
            DateOnly? until = DateIn(row, Episodes, "end_date");
            if (until < first || from > last)
            {
                continue;
            }

            bool moved = before is null || s_placement.Any(column => row.Optional(column) != before.Optional(column));
            episodes.Add(new FactEpisode
            {
                From = from,
                Until = until,
                CareBegan = began,
                PlacementBegan = DateIn(row, Episodes, "placement_began"),
                StartsCare = before is null && from == began,
                StartsPlacement = moved,
                NewCarers = before is null || row.Optional("placement_number") != before.Optional("placement_number"),
                ChangesLegal = before is not null && row.Optional("legal_status") != before.Optional("legal_status"),
                Legal = row.Optional("legal_status"),
                Need = row.Optional("need"),
                Place = row.Optional("placement"),
                Provider = row.Optional("provider"),
                End = row.Optional("end_reason"),
                MoveReason = row.Optional("move_reason"),
            });
        }

        return [.. episodes];
    }

    private static (DateOnly First, DateOnly Last) Days(string path, string name)
    {
        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(path));
            if (manifest.RootElement.GetProperty("kind").GetString() != CohortManifest.Kind)
            {
                throw new FormatException("it is of something else.");
            }

            JsonElement request = manifest.RootElement.GetProperty("request");
            var last = DateOnly.ParseExact(request.GetProperty("as_of").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            int history = int.Parse(request.GetProperty("history").GetString()!, CultureInfo.InvariantCulture);
            return (history == 0 ? last : last.AddDays(1).AddYears(-history), last);
        }
        catch (Exception problem) when (problem is IOException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new FidelityException($"'{name}' has tables, but its {Manifest} does not tell their days: {problem.Message}");
        }
    }

    private static List<TableRow> Rows(string folder, string file, string[] needed)
    {
        List<EvidenceError> errors = [];
        using CsvReader reader = CsvReader.FromFile(Path.Combine(folder, file), CsvTable.Options(file, errors));
        string[] header = reader.Read() ? CsvTable.Fields(reader) : [];
        if (needed.Except(header).ToArray() is { Length: > 0 } missing)
        {
            throw new FidelityException($"{file} has no column {string.Join(", ", missing)}.");
        }

        List<TableRow> rows = [];
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            string[] fields = CsvTable.Fields(reader);
            rows.Add(fields.Length == header.Length
                ? new TableRow(file, line, header, fields, errors)
                : throw new FidelityException($"{file}, line {line}: {fields.Length} fields where the header has {header.Length}."));
        }

        return errors.Count == 0 ? rows : throw new FidelityException(errors[0].ToString());
    }

    private static DateOnly? DateIn(TableRow row, string file, string column)
    {
        string text = row.Optional(column);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
            : text.Length == 0 && column == "end_date" ? null
            : throw new FidelityException($"{file}, line {row.Line}, {column}: '{text}' is not a date like 2019-07-31.");
    }

    private static bool IsTrue(string text) => text is "true" or "1" or "yes";
}
