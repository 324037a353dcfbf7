using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.Core;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Benchmarks.County;

/// <summary>
/// One replication on one core: the care side (with its lead-in year), the school side, and both. Each replication has another number, so that no
/// branch predictor learns one history by heart. The baseline is work that no change to the program touches.
/// </summary>
[MemoryDiagnoser]
[LongRunning]
public class CountyBenchmarks
{
    private readonly Yardstick _yardstick = new();
    private CountyKernel _care = null!;
    private SchoolsKernel _schools = null!;
    private CountyKernel _county = null!;
    private long[] _results = null!;
    private uint _replication;

    /// <summary>Years of a replication.</summary>
    [Params(1, 10)]
    public int Years { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        CountyParameters kent = RealCounty.Kent(Years);
        _care = new CountyKernel(RealCounty.WithoutSchools(kent));
        _schools = new SchoolsKernel(kent);
        _county = new CountyKernel(kent);
        _results = new long[_county.Layout.Length + _schools.Layout.Length];
    }

    [Benchmark(Baseline = true)]
    public long Yardstick() => _yardstick.Work(20);

    [Benchmark]
    public long Care() => Run(_care);

    [Benchmark]
    public long Schools() => Run(_schools);

    [Benchmark]
    public long CareAndSchools() => Run(_county);

    private long Run(IReplicationEngine engine)
    {
        engine.Run(seed: 1, _replication++, _results.AsSpan(0, engine.Layout.Length), audit: false, log: null, CancellationToken.None);
        return _results[0];
    }
}
