using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>The return of one county, simulated once for all tests of it.</summary>
public sealed class CountyCohort : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CountyCohort()
    {
        string data = DataFolder.Locate();
        var order = new CohortOrder
        {
            Request = new CohortRequest { Population = CohortPopulation.LookedAfter, AsOf = new DateOnly(2020, 3, 31), History = 1, Seed = 1 },
            Format = CohortFormat.Ssda903,
            Scenario = "baseline-2019",
        };
        new CohortWriter(data, new ScenarioLibrary(LeverCatalogue.Load(data)), "test").Write(order, _folder.In("county"), threads: 2, CancellationToken.None);
        Study = new FidelityStudy(data);
        Facts = FactsReader.Read(_folder.In("county"), "county");
        Result = Study.Run("county", null, _folder.Path);
    }

    public FidelityStudy Study { get; }

    public FidelityResult Result { get; }

    internal CareFacts Facts { get; }

    public void Dispose() => _folder.Dispose();
}
