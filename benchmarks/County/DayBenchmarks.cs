using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.Core;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Benchmarks.County;

/// <summary>
/// The mean day of ten years of the whole county. What is allocated shows how much memory a day takes after the first replications, which make
/// the tables as large as they must be: it has to be nothing.
/// </summary>
[MemoryDiagnoser]
[LongRunning]
public class DayBenchmarks
{
    private const int DaysInTenYears = 3653;
    private readonly Yardstick _yardstick = new();
    private CountyKernel _county = null!;
    private long[] _results = null!;
    private uint _replication;

    [GlobalSetup]
    public void Setup()
    {
        _county = new CountyKernel(RealCounty.Kent(years: 10));
        _results = new long[_county.Layout.Length];
        for (int replication = 0; replication < 3; replication++)
        {
            Day();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = DaysInTenYears)]
    public long Yardstick() => _yardstick.Work(20);

    [Benchmark(OperationsPerInvoke = DaysInTenYears)]
    public long Day()
    {
        _county.Run(seed: 2, _replication++, _results, audit: false, log: null, CancellationToken.None);
        return _county.Wakes;
    }
}
