using System.Globalization;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Families;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>One replication of the county that ships, simulated once for all tests of cohorts, and children taken from it.</summary>
internal static class SimulatedCohort
{
    private static readonly Lazy<DetailLibrary> s_library = new(() => DetailLibrary.Load(DataFolder.Locate()));
    private static readonly Lazy<CountyParameters> s_parameters = new(() => CohortCounty.Compile(OrderOf(4000, 800), RealCounty.Builder, RealCounty.Library));
    private static readonly Lazy<CountyHistory> s_county = new(() => new CohortSource(s_parameters.Value, seed: 1, schools: true).Simulate(0, CancellationToken.None));
    private static readonly Lazy<List<FamilyUnit>> s_families = new(() => FamilyFinder.Find(s_county.Value, new ResidentFamilies(Library.Shares)));
    private static readonly Lazy<IReadOnlyList<CohortChild>> s_children = new(() => Take(4000, 800));

    /// <summary>What children are dressed with.</summary>
    public static DetailLibrary Library => s_library.Value;

    public static CountyParameters Parameters => s_parameters.Value;

    public static CountyHistory County => s_county.Value;

    /// <summary>4,000 children, 800 of them looked after at some time.</summary>
    public static IReadOnlyList<CohortChild> Children => s_children.Value;

    /// <summary>A request of the history of two years to March 2021.</summary>
    public static CohortRequest RequestOf(int children, int? inCare = null) => new()
    {
        Children = children,
        InCare = inCare,
        Population = CohortPopulation.All,
        AsOf = new DateOnly(2021, 3, 31),
        History = 2,
        Seed = 1,
    };

    /// <summary>Takes children.</summary>
    public static IReadOnlyList<CohortChild> Take(int children, int? inCare = null)
    {
        var maker = new ChildMaker(County, Library.Shares, new PersonalDetail(Library.Towns));
        return [.. new CohortSelection(RequestOf(children, inCare)).Take(County, s_families.Value).SelectMany(maker.Make)];
    }

    /// <summary>What a layout writes of children, by the full name of the table.</summary>
    public static Dictionary<string, TableRows> Write(ICohortLayout layout, IEnumerable<CohortChild> children)
    {
        ILayoutWriter writer = layout.WriterFor(County);
        writer.WriteCounty();
        foreach (CohortChild child in children)
        {
            writer.Write(child);
        }

        return writer.Rows.ToDictionary(rows => rows.Schema.FullName);
    }

    /// <summary>Rows as texts by column; days are those of ISO 8601, blank cells are empty.</summary>
    public static List<Dictionary<string, string>> Read(this TableRows rows)
    {
        var read = new List<Dictionary<string, string>>(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int column = 0; column < rows.Schema.Columns.Length; column++)
            {
                cells.Add(rows.Schema.Columns[column].Name, TextOf(rows[row][column], rows.Schema.Columns[column].Type));
            }

            read.Add(cells);
        }

        return read;
    }

    private static CohortOrder OrderOf(int children, int inCare) =>
        new() { Request = RequestOf(children, inCare), Format = CohortFormat.Csv, Scenario = CohortCounty.Usual };

    private static string TextOf(TableCell cell, CellType type) => cell.IsBlank ? "" : type switch
    {
        CellType.Text => cell.Text,
        CellType.Date => cell.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellType.YesNo => cell.Number == 1 ? "true" : "false",
        _ => cell.Number.ToString(CultureInfo.InvariantCulture),
    };
}
