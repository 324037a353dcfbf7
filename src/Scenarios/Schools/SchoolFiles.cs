using System.Globalization;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Reads the folder <c>data/schools</c>, and what of the evidence the estate is made from.</summary>
internal sealed class SchoolFiles
{
    private static readonly string[] s_named =
    [
        "id", "name", "kind", "district", "planning_area", "group", "selective", "faith", "sixth_form", "authority", "grade_2019", "pan_2014", "pan_2019",
        "over_offer_2014", "over_offer_2019", "places_2014", "places_2019", "resource_2014", "resource_2019", "opened", "grows", "closed", "district_kind",
        "source", "page", "known_from", "note",
    ];

    private static readonly string[] s_areas =
        ["id", "name", "district", "east_miles", "north_miles", "centre_kind", "source", "page", "known_from", "note"];

    private static readonly string[] s_districts =
    [
        "district", "primary_2014", "primary_2019", "infant_junior_pairs", "secondary_2014", "secondary_2019", "grammar", "planning_areas",
        "cohort_growth", "travel_area_south", "travel_area_north", "split_north_miles", "kind", "source", "page", "known_from",
    ];

    private static readonly string[] s_baselines =
        ["baseline", "item", "value", "unit", "kind", "source", "page", "known_from", "low", "high", "note"];

    private static readonly (string Text, SchoolKind Value)[] s_kinds =
    [
        ("infant", SchoolKind.Infant), ("junior", SchoolKind.Junior), ("primary", SchoolKind.Primary), ("secondary", SchoolKind.Secondary),
        ("all-age", SchoolKind.AllAge), ("special", SchoolKind.Special),
    ];

    private static readonly (string Text, SchoolAuthority Value)[] s_authorities =
        [("council", SchoolAuthority.Council), ("governing-body", SchoolAuthority.GoverningBody), ("academy", SchoolAuthority.Academy)];

    private readonly SourceList _sources;
    private readonly Dictionary<string, double> _items = new(StringComparer.Ordinal);
    private readonly EvidenceLibrary _evidence;
    private readonly AssumptionCatalogue _assumptions;

    private SchoolFiles(DataTables tables, int year)
    {
        string directory = tables.Directory;
        List<EvidenceError> errors = [];
        Year = year;
        _sources = SourceList.Load(directory, errors);
        Districts = tables.Districts.All;
        _evidence = tables.Evidence;
        _assumptions = tables.Assumptions;
        CsvTable.Read(directory, "schools/named.csv", s_named, errors, row => Named.Add(ReadNamed(Cited(row, "district_kind"))));
        CsvTable.Read(directory, "schools/planning-areas.csv", s_areas, errors, row => Areas.Add(ReadArea(Cited(row, "centre_kind"))));
        CsvTable.Read(directory, "schools/districts.csv", s_districts, errors, row => Plans.Add(ReadPlan(Cited(row, "kind"))));
        CsvTable.Read(directory, "schools/baselines.csv", s_baselines, errors, row => ReadItem(Cited(row, "kind")));
        EvidenceException.ThrowIfAny(errors);
        Plans.Sort((a, b) => a.District.CompareTo(b.District));
    }

    /// <summary>The baseline, by the calendar year of its rolls: 2014 or 2019.</summary>
    public int Year { get; }

    /// <summary>The districts, by index.</summary>
    public IReadOnlyList<District> Districts { get; }

    /// <summary>Schools that the papers name.</summary>
    public List<NamedSchool> Named { get; } = [];

    /// <summary>Planning areas that the papers name.</summary>
    public List<NamedArea> Areas { get; } = [];

    /// <summary>How many schools and areas of each kind a district has; by index of the district.</summary>
    public List<DistrictPlan> Plans { get; } = [];

    /// <summary>Ids of the assumptions that the county of the first day was made from so far.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads everything for a baseline.</summary>
    /// <exception cref="EvidenceException">Rules of the files are broken.</exception>
    public static SchoolFiles Load(DataTables tables, int year) => new(tables, year);

    /// <summary>A number of this baseline that stands in <c>baselines.csv</c>.</summary>
    public double this[string item] =>
        _items.TryGetValue(item, out double value) ? value : throw new KeyNotFoundException($"schools/baselines.csv has no item '{item}' for {Year}");

    /// <summary>The value of an assumption.</summary>
    public double Assumption(string id)
    {
        Read.Add(id);
        return _assumptions[id].Value;
    }

    /// <summary>The value of an assumption of a district.</summary>
    public double Assumption(string prefix, int district) => Assumption($"{prefix}/{Districts[district].Id}");

    /// <summary>Values of items <c>prefix/1</c> and on.</summary>
    public double[] Classes(string prefix) => [.. Enumerable.Range(1, 100).TakeWhile(k => _items.ContainsKey($"{prefix}/{k}")).Select(k => this[$"{prefix}/{k}"])];

    /// <summary>An observed value.</summary>
    /// <exception cref="KeyNotFoundException">The evidence does not hold it.</exception>
    public double Observed(string measure, string geography, DateOnly date) =>
        _evidence.At(measure, geography, date) is [{ Value: double value }, ..]
            ? value
            : throw new KeyNotFoundException($"no evidence of {measure} for {geography} on {date:yyyy-MM-dd}");

    private NamedSchool ReadNamed(TableRow row) => new()
    {
        Id = row.Id("id"),
        Name = row.Text("name"),
        Kind = row.OneOf("kind", s_kinds),
        District = District(row, "district"),
        Area = row.Optional("planning_area"),
        Group = row.Optional("group"),
        Selective = row.Optional("selective") == "yes",
        Faith = row.Optional("faith") == "yes",
        SixthForm = row.Optional("sixth_form") == "yes",
        Authority = row.OneOf("authority", s_authorities),
        Grade = Year == 2019 ? (Grade)Whole(row, "grade_2019") : Grade.None,
        Pan = Whole(row, $"pan_{Year}"),
        OverOffer = Whole(row, $"over_offer_{Year}"),
        Places = Whole(row, $"places_{Year}"),
        Resource = Whole(row, $"resource_{Year}"),
        Opened = row.Optional("opened").Length == 0 ? DateOnly.MinValue : row.Date("opened"),
        Grows = row.Optional("grows") != "no",
        Closed = row.Optional("closed").Length == 0 ? DateOnly.MaxValue : row.Date("closed"),
    };

    private NamedArea ReadArea(TableRow row) =>
        new(row.Id("id"), row.Text("name"), District(row, "district"), row.Number("east_miles"), row.Number("north_miles"));

    private DistrictPlan ReadPlan(TableRow row) => new(
        District(row, "district"), Whole(row, $"primary_{Year}"), Whole(row, "infant_junior_pairs"), Whole(row, $"secondary_{Year}"),
        Whole(row, "grammar"), Whole(row, "planning_areas"), row.Number("cohort_growth"), row.Text("travel_area_south"),
        row.Text("travel_area_north"), row.OptionalNumber("split_north_miles") ?? double.PositiveInfinity);

    private void ReadItem(TableRow row)
    {
        double value = row.Number("value");
        double? low = row.OptionalNumber("low");
        double? high = row.OptionalNumber("high");
        if (row.Optional("kind") == "assumed" && !(low < high && low <= value && value <= high))
        {
            row.Break("low", "an assumed value lies between a low and a high");
        }

        if (row.Optional("baseline") == Year.ToString(CultureInfo.InvariantCulture) && !_items.TryAdd(row.Text("item"), value))
        {
            row.Break("item", $"'{row.Text("item")}' is used twice");
        }
    }

    // Every row says what kind of number it is, where it comes from and since when it was public.
    private TableRow Cited(TableRow row, string kind)
    {
        row.Kind(kind);
        row.Date("known_from");
        _sources.Cite(row, "source", "page");
        return row;
    }

    private int District(TableRow row, string column)
    {
        string id = row.Id(column);
        for (int district = 0; district < Districts.Count; district++)
        {
            if (Districts[district].Id == id)
            {
                return district;
            }
        }

        row.Break(column, $"'{id}' is no district");
        return 0;
    }

    private static int Whole(TableRow row, string column) => (int)(row.OptionalNumber(column) ?? 0);
}
