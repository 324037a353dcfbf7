using BenchmarkDotNet.Attributes;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Benchmarks.Schools;

/// <summary>Ten years of the county on one core: care and schools, and schools alone. Each replication has another number.</summary>
[MemoryDiagnoser]
public class SchoolYearsBenchmarks
{
    private CountyKernel _county = null!;
    private SchoolsKernel _schools = null!;
    private long[] _results = null!;
    private uint _replication;

    /// <summary>Kent of 2019 over ten years.</summary>
    public static CountyParameters Kent()
    {
        string data = DataFolder.Locate();
        return new CountyBuilder(data).Build(new ScenarioLibrary(LeverCatalogue.Load(data)).Load("baseline-2019"), years: 10);
    }

    [GlobalSetup]
    public void Setup()
    {
        CountyParameters kent = Kent();
        _county = new CountyKernel(kent);
        _schools = new SchoolsKernel(kent);
        _results = new long[Math.Max(_county.Layout.Length, _schools.Layout.Length)];
    }

    [Benchmark(Baseline = true)]
    public long CareAndSchools() => Run(_county);

    [Benchmark]
    public long SchoolsAlone() => Run(_schools);

    private long Run(IReplicationEngine engine)
    {
        engine.Run(seed: 1, _replication++, _results.AsSpan(0, engine.Layout.Length), audit: false, log: null, CancellationToken.None);
        return _results[0];
    }
}

/// <summary>Ten school years of the county with fewer and with more children, see <see cref="CountyScale"/>.</summary>
[MemoryDiagnoser]
public class SchoolScaleBenchmarks
{
    private SchoolsKernel _schools = null!;
    private long[] _results = null!;
    private uint _replication;

    [Params(0.25, 0.5, 1, 2, 4)]
    public double Scale { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _schools = new SchoolsKernel(CountyScale.Of(SchoolYearsBenchmarks.Kent(), Scale));
        _results = new long[_schools.Layout.Length];
    }

    [Benchmark]
    public long SchoolsAlone()
    {
        _schools.Run(seed: 1, _replication++, _results, audit: false, log: null, CancellationToken.None);
        return _results[0];
    }
}
