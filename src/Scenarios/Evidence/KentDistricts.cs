namespace KentSufficiency.Scenarios.Evidence;

/// <summary>The districts of Kent and the places around it. Immutable.</summary>
public sealed class KentDistricts
{
    private const string DistrictFile = "geography/districts.csv";
    private const string OutsideFile = "geography/outside.csv";
    private const int DistrictCount = 12;

    private static readonly string[] DistrictHeader =
    [
        "id", "name", "area", "population_8_19", "population_share", "population_under_18", "population_kind", "population_source",
        "population_page", "east_miles", "north_miles", "radius_miles", "centre_kind", "centre_source", "known_from",
    ];

    private static readonly string[] OutsideHeader =
    [
        "id", "name", "east_miles", "north_miles", "radius_miles", "centre_kind", "centre_source", "known_from", "weight", "note",
    ];

    private static readonly (string Text, KentArea Value)[] Areas =
    [
        ("East", KentArea.East), ("North", KentArea.North), ("South", KentArea.South), ("West", KentArea.West),
    ];

    private KentDistricts(IEnumerable<District> districts, IEnumerable<OutsidePlace> outside)
    {
        All = districts.OrderBy(district => district.Id, StringComparer.Ordinal).ToArray();
        Outside = outside.OrderBy(place => place.Id, StringComparer.Ordinal).ToArray();
    }

    /// <summary>The 12 districts, ordered by id (ordinal), which is also the order of their names.</summary>
    public IReadOnlyList<District> All { get; }

    /// <summary>The places outside Kent, ordered by id.</summary>
    public IReadOnlyList<OutsidePlace> Outside { get; }

    /// <summary>Reads <c>geography/districts.csv</c> and <c>geography/outside.csv</c>.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static KentDistricts Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<District> districts = [];
        List<OutsidePlace> outside = [];
        CsvTable.Read(directory, DistrictFile, DistrictHeader, errors, row => Keep(row, ids, districts, ReadDistrict(row, sources)));
        CsvTable.Read(directory, OutsideFile, OutsideHeader, errors, row => Keep(row, ids, outside, ReadOutside(row, sources)));
        if (errors.Count == 0)
        {
            CheckTogether(districts, errors);
        }

        EvidenceException.ThrowIfAny(errors);
        return new KentDistricts(districts, outside);
    }

    private static void Keep<T>(TableRow row, HashSet<string> ids, List<T> places, T place)
    {
        if (!ids.Add(row.Optional("id")))
        {
            row.Break("id", $"'{row.Optional("id")}' is used twice");
        }

        places.Add(place);
    }

    private static District ReadDistrict(TableRow row, SourceList sources)
    {
        sources.Cite(row, "population_source", "population_page");
        row.Kind("population_kind");
        return new District(
            row.Id("id"), row.Text("name"), row.OneOf("area", Areas), Count(row, "population_8_19"), row.Number("population_share"),
            Count(row, "population_under_18"), ReadDisc(row, sources), row.Date("known_from"));
    }

    private static OutsidePlace ReadOutside(TableRow row, SourceList sources)
    {
        row.Date("known_from");
        double weight = row.Number("weight");
        if (weight <= 0)
        {
            row.Break("weight", "a weight is above 0");
        }

        return new OutsidePlace(row.Id("id"), row.Text("name"), ReadDisc(row, sources), weight, row.Text("note"));
    }

    private static Disc ReadDisc(TableRow row, SourceList sources)
    {
        row.Kind("centre_kind");
        if (!sources.TryGet(row.Text("centre_source"), out _))
        {
            row.Break("centre_source", "the source is not in sources.csv");
        }

        Disc disc = new(row.Number("east_miles"), row.Number("north_miles"), row.Number("radius_miles"));
        if (disc.RadiusMiles <= 0)
        {
            row.Break("radius_miles", "a radius is above 0");
        }

        return disc;
    }

    private static int Count(TableRow row, string column)
    {
        double number = row.Number(column);
        if (number < 0 || number > int.MaxValue || number != Math.Floor(number))
        {
            row.Break(column, "a number of people is whole and not negative");
            return 0;
        }

        return (int)number;
    }

    private static void CheckTogether(List<District> districts, List<EvidenceError> errors)
    {
        if (districts.Count != DistrictCount)
        {
            errors.Add(new EvidenceError(DistrictFile, 1, "-", $"{districts.Count} districts where Kent has {DistrictCount}"));
        }

        // The shares are printed with six decimals and rounded together, so that they sum to 1 but for binary rounding.
        double sum = districts.Sum(district => district.PopulationShare);
        if (Math.Abs(sum - 1) > 1e-9)
        {
            errors.Add(new EvidenceError(DistrictFile, 1, "population_share", $"the shares sum to {sum} and not to 1"));
        }
    }
}
