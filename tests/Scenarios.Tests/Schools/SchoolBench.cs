using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>A small county of schools, and scenarios of a few lines about them.</summary>
internal sealed class SchoolBench : IDisposable
{
    public const string Head = "name: tried\ntitle: t\nsource: s\nextends: base\nschools:\n";

    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public SchoolBench(string baseline = "")
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n" + baseline);
    }

    public static IReadOnlyList<District> Districts { get; } = KentDistricts.Load(DataFolder.Locate()).All;

    public static SchemeCatalogue Programmes { get; } = SchemeCatalogue.Load(DataFolder.Locate());

    public static Estate Estate { get; } = new()
    {
        Schools =
        [
            School(0, "rose-street", SchoolKind.Primary, 8, pan: 60),
            School(1, "west-minster", SchoolKind.Primary, 8, pan: 60),
            School(2, "thamesview", SchoolKind.Secondary, 5, pan: 150),
            School(3, "meopham-school", SchoolKind.Secondary, 5, pan: 140),
            School(4, "sunny-bank", SchoolKind.Primary, 8, pan: 45),
            School(5, "oakley", SchoolKind.Special, 11, pan: 0),
            School(6, "saint-georges-ce-school", SchoolKind.Secondary, 5, pan: 150),
            School(7, "trinity", SchoolKind.Secondary, 7, pan: 120),
        ],
        Areas = [.. Enumerable.Range(0, 12).Select(n => new PlanningArea(n, $"Area {n}", n, (short)(100 * n), 0, 50, 1, true))],
        Groups = [new PlanningGroup(0, "Gravesend and Longfield", 5, false, false)],
        Capacity = new int[8 * Estate.Years],
    };

    public void Dispose() => _folder.Dispose();

    /// <summary>Loads the scenario of some items.</summary>
    public Scenario Load(string items)
    {
        _folder.Write("tried.yaml", Head + items);
        return _library.Load("tried");
    }

    /// <summary>Loads a scenario and compiles it against the small county.</summary>
    public SchoolPlan Compile(string items) => SchoolActions.Compile(Load(items), Estate, Districts, Programmes);

    private static School School(int index, string id, SchoolKind kind, int district, int pan) => new()
    {
        Index = index,
        Id = id,
        Name = id,
        Kind = kind,
        District = district,
        Area = district,
        Group = kind == SchoolKind.Secondary ? 0 : -1,
        East = (short)(100 * district),
        North = (short)index,
        Authority = SchoolAuthority.Council,
        Grade = Grade.Good,
        Pull = 0.5,
        Pan = pan,
        Synthetic = false,
    };
}
