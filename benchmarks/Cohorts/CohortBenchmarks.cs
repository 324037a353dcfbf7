using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Benchmarks.Cohorts;

/// <summary>
/// A whole cohort with five years of history, from the data folder to the folder in place. Returns take further counties, since one has some 6,000 children looked after in five
/// years; the other formats take one.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class CohortBenchmarks
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kent-cohort-benchmark");
    private CohortWriter _writer = null!;

    [Params(CohortFormat.Ssda903, CohortFormat.Census, CohortFormat.Csv, CohortFormat.Json, CohortFormat.Sqlite)]
    public CohortFormat Format { get; set; }

    [Params(10_000, 100_000)]
    public int Children { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string data = DataFolder.Locate();
        _writer = new CohortWriter(data, new ScenarioLibrary(LeverCatalogue.Load(data)), "benchmark");
    }

    [Benchmark]
    public int Write() => _writer.Write(Order(), _folder, Environment.ProcessorCount, CancellationToken.None).Children;

    [IterationCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    private CohortOrder Order() => new()
    {
        Request = new CohortRequest
        {
            Children = Children,
            Population = Format == CohortFormat.Ssda903 ? CohortPopulation.LookedAfter : CohortPopulation.All,
            AsOf = new DateOnly(2024, 3, 31),
            History = 5,
            Seed = 1,
        },
        Format = Format,
        Scenario = "baseline-2019",
    };
}
