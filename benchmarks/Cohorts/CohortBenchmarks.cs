using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Benchmarks.Cohorts;

/// <summary>
/// A whole cohort with five years of history, from the data folder to the folder in place. Returns take further counties, since one has some 6,000 children looked after in five
/// years; the other formats take one. The baseline is what the history is made of: five years of one county.
/// </summary>
[MemoryDiagnoser]
[LongRunning(Warmups = 1, Iterations = 3)]
public class CohortBenchmarks
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kent-cohort-benchmark");
    private CohortWriter _writer = null!;
    private CountyKernel _kernel = null!;
    private long[] _results = [];
    private uint _replication;

    [Params(CohortFormat.Ssda903, CohortFormat.Census, CohortFormat.Csv, CohortFormat.Json, CohortFormat.Sqlite)]
    public CohortFormat Format { get; set; }

    [Params(10_000, 100_000)]
    public int Children { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string data = DataFolder.Locate();
        _writer = new CohortWriter(data, new ScenarioLibrary(LeverCatalogue.Load(data)), "benchmark");
        _kernel = new CountyKernel(RealCounty.Kent(years: 5));
        _results = new long[_kernel.Layout.Length];
    }

    [Benchmark(Baseline = true)]
    public long Simulate()
    {
        _kernel.Run(seed: 1, _replication++, _results, audit: false, log: null, CancellationToken.None);
        return _kernel.Wakes;
    }

    [Benchmark]
    public int Write() => _writer.Write(Order(), _folder, Environment.ProcessorCount, CancellationToken.None).Children;

    [IterationCleanup]
    public void Remove()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

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
