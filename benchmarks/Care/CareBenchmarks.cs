using BenchmarkDotNet.Attributes;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Benchmarks.Care;

/// <summary>
/// The care side of Kent on one core: a replication of one year and of ten, and a simulated day. Each replication has another number, so
/// that no branch predictor learns one history by heart; the lead-in year is part of every replication.
/// </summary>
[MemoryDiagnoser]
public class CareBenchmarks
{
    private const int DaysInTenYears = 365 + 3653;
    private CountyKernel _oneYear = null!;
    private CountyKernel _tenYears = null!;
    private long[] _results = null!;
    private uint _replication;

    [GlobalSetup]
    public void Setup()
    {
        var builder = new CountyBuilder(DataFolder.Locate());
        Scenario baseline = new ScenarioLibrary(LeverCatalogue.Load(DataFolder.Locate())).Load("baseline-2019");
        _oneYear = new CountyKernel(builder.Build(baseline, years: 1));
        _tenYears = new CountyKernel(builder.Build(baseline, years: 10));
        _results = new long[_tenYears.Layout.Length];
    }

    [Benchmark(Baseline = true)]
    public long OneYear() => Run(_oneYear);

    [Benchmark]
    public long TenYears() => Run(_tenYears);

    [Benchmark(OperationsPerInvoke = DaysInTenYears)]
    public long OneDayOfTenYears() => Run(_tenYears);

    private long Run(CountyKernel kernel)
    {
        kernel.Run(seed: 1, _replication++, _results, audit: false, log: null, CancellationToken.None);
        return kernel.Wakes;
    }
}
