using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Benchmarks.County;

/// <summary>
/// Ten school years of the county with fewer and with more children (see <see cref="CountyScale"/>), beside Kent as it is in the same run: a cost that is
/// linear in the population has the scale as its ratio.
/// </summary>
[MemoryDiagnoser]
[LongRunning]
public class PopulationBenchmarks
{
    private SchoolsKernel _kent = null!;
    private SchoolsKernel _scaled = null!;
    private long[] _results = null!;
    private uint _replication;

    /// <summary>Children, times those of Kent.</summary>
    [Params(0.25, 0.5, 1, 2, 4)]
    public double Scale { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        CountyParameters kent = RealCounty.Kent(years: 10);
        _kent = new SchoolsKernel(kent);
        _scaled = new SchoolsKernel(CountyScale.Of(kent, Scale));
        _results = new long[_kent.Layout.Length];
    }

    [Benchmark(Baseline = true)]
    public long Kent() => Run(_kent);

    [Benchmark]
    public long Scaled() => Run(_scaled);

    private long Run(SchoolsKernel schools)
    {
        schools.Run(seed: 1, _replication++, _results, audit: false, log: null, CancellationToken.None);
        return _results[0];
    }
}
