using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>A scheme as the papers tell of it: one row of <c>schools/schemes.csv</c>.</summary>
/// <param name="Id">Its id: the school's and what is done.</param>
/// <param name="Round">The plan that it belongs to, by the year in which the papers tell of it.</param>
/// <param name="School">The school's id; a hyphen where none was ever identified.</param>
/// <param name="Name">The name of a new school; else empty.</param>
/// <param name="Phase">The phase of a new school; else empty.</param>
/// <param name="District">The school's district, by id.</param>
/// <param name="Area">The planning area of a new school, by name; else empty.</param>
/// <param name="Kind">What it does.</param>
/// <param name="AllAge">Whether a secondary school becomes all-age.</param>
/// <param name="Planned">Places and September as planned; null where it was not in the plan.</param>
/// <param name="Delivered">Places and September as delivered, or as reported last; null where it was not, or is not known.</param>
/// <param name="Stage">The stage reached, and the day on which it was entered; null where it was not in the plan.</param>
/// <param name="Capital">Capital in pounds; null where none is printed.</param>
/// <param name="Housing">Whether it answers to new dwellings.</param>
/// <param name="Agreement">Whether it waits for the Secretary of State although the school is no academy.</param>
internal sealed record SchemeRow(
    string Id, string Round, string School, string Name, string Phase, string District, string Area, SchemeKind Kind, bool AllAge,
    SchemeSize? Planned, SchemeSize? Delivered, (SchemeStage Stage, DateOnly Since)? Stage, double? Capital, bool Housing, bool Agreement);

/// <summary>Places a year group (or all together) and the first of September from which they hold.</summary>
internal readonly record struct SchemeSize(int Places, DateOnly From);

/// <summary>The schemes that the papers tell of. Immutable.</summary>
public sealed class SchemeCatalogue
{
    private const string FileName = "schools/schemes.csv";

    private static readonly string[] s_header =
    [
        "id", "round", "school", "name", "phase", "district", "area", "kind", "places_planned", "from_planned", "places_delivered",
        "from_delivered", "places_kind", "stage", "stage_from", "capital", "housing", "agreement", "outcome", "source", "page", "known_from", "note",
    ];

    private static readonly (string Text, (SchemeKind Kind, bool AllAge) Value)[] s_kinds =
    [
        ("enlarge", (SchemeKind.Enlarge, false)), ("bulge", (SchemeKind.Bulge, false)), ("open", (SchemeKind.Open, false)),
        ("resource-places", (SchemeKind.ResourcePlaces, false)), ("special-places", (SchemeKind.SpecialPlaces, false)),
        ("remove", (SchemeKind.Remove, false)), ("close", (SchemeKind.Close, false)), ("all-age", (SchemeKind.Open, true)),
    ];

    private static readonly (string Text, bool Value)[] s_yesNo = [("no", false), ("yes", true)];

    private SchemeCatalogue(IReadOnlyList<SchemeRow> rows) => Rows = rows;

    /// <summary>All rows in the order of the file.</summary>
    internal IReadOnlyList<SchemeRow> Rows { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static SchemeCatalogue Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        List<SchemeRow> rows = [];
        HashSet<(string Round, string Id)> ids = [];
        CsvTable.Read(directory, FileName, s_header, errors, row =>
        {
            SchemeRow scheme = Read(row, sources);
            if (!ids.Add((scheme.Round, scheme.Id)))
            {
                row.Break("id", $"'{scheme.Id}' is used twice in the round of {scheme.Round}");
            }

            rows.Add(scheme);
        });
        EvidenceException.ThrowIfAny(errors);
        return new SchemeCatalogue(rows);
    }

    /// <summary>The round to which a programme belongs: its first word.</summary>
    internal static string RoundOf(string programme) => programme.Split('-')[0];

    /// <summary>The rows of a programme, each with the size and the luck that it has there.</summary>
    internal IEnumerable<(SchemeRow Row, SchemeSize Size, bool Certain)> Of(string programme)
    {
        foreach (SchemeRow row in Rows.Where(row => row.Round == RoundOf(programme)))
        {
            bool asPlanned = programme.EndsWith("-as-planned", StringComparison.Ordinal);
            bool asDelivered = programme.EndsWith("-as-delivered", StringComparison.Ordinal);
            SchemeSize? size = asDelivered ? row.Delivered : row.Planned;
            if (size is SchemeSize found && (asPlanned || asDelivered || row.Stage is not null))
            {
                yield return (row, found, asPlanned || asDelivered);
            }
        }
    }

    private static SchemeRow Read(TableRow row, SourceList sources)
    {
        sources.Cite(row, "source", "page");
        row.Kind("places_kind");
        row.Date("known_from");
        row.Text("outcome");
        (SchemeKind kind, bool allAge) = row.OneOf("kind", s_kinds);
        return new SchemeRow(
            row.Id("id"), row.Text("round"), row.Text("school"), row.Optional("name"), row.Optional("phase"), row.Id("district"), row.Optional("area"),
            kind, allAge, Size(row, "places_planned", "from_planned"), Size(row, "places_delivered", "from_delivered"), Stage(row),
            row.OptionalNumber("capital"), row.OneOf("housing", s_yesNo), row.OneOf("agreement", s_yesNo));
    }

    private static SchemeSize? Size(TableRow row, string places, string from) =>
        row.OptionalNumber(places) is double number ? new SchemeSize((int)number, row.Date(from)) : null;

    private static (SchemeStage Stage, DateOnly Since)? Stage(TableRow row)
    {
        string word = row.Optional("stage");
        if (word.Length == 0)
        {
            return null;
        }

        if (!SchemeStages.Words.Contains(word))
        {
            row.Break("stage", $"'{word}' is none of {string.Join(", ", SchemeStages.Words)}");
        }

        return (SchemeStages.Of(word), row.Date("stage_from"));
    }
}
