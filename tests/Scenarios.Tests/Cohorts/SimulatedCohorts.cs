using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>Cohorts of the real county in a folder of their own, made once for the tests that look at them.</summary>
public sealed class SimulatedCohorts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kent-cohorts-").FullName;
    private readonly Lazy<string> _returns;

    public SimulatedCohorts() => _returns = new Lazy<string>(() => Write("returns", Returns(2000), threads: 2));

    /// <summary>Returns of 2,000 children and five years.</summary>
    public string ReturnsOfTwoThousand => _returns.Value;

    /// <summary>An order of returns of five years.</summary>
    public static CohortOrder Returns(int children, uint seed = 1) => new()
    {
        Request = new CohortRequest { Children = children, Population = CohortPopulation.LookedAfter, AsOf = new DateOnly(2024, 3, 31), History = 5, Seed = seed },
        Format = CohortFormat.Ssda903,
        Scenario = "baseline-2019",
    };

    /// <summary>Writes a cohort.</summary>
    public string Write(string name, CohortOrder order, int threads)
    {
        string path = Path.Combine(_folder, name);
        Writer().Write(order, path, threads, CancellationToken.None);
        return path;
    }

    public static CohortWriter Writer()
    {
        string data = DataFolder.Locate();
        return new CohortWriter(data, new ScenarioLibrary(LeverCatalogue.Load(data)), "test");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
