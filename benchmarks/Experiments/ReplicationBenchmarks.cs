using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Benchmarks.Experiments;

/// <summary>
/// A whole experiment on one thread, one year of the whole county, beside the same replications from a kernel that is warm: what is more is the making of the
/// engine and the files of results.
/// </summary>
[MemoryDiagnoser]
[LongRunning]
public class ReplicationBenchmarks
{
    private readonly string _scratch = Path.Combine(Path.GetTempPath(), "kent-replication-benchmark");
    private CountyParameters _kent = null!;
    private CountyKernel _kernel = null!;
    private long[] _results = [];

    /// <summary>Replications.</summary>
    [Params(1, 8, 32)]
    public int Replications { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Directory.CreateDirectory(_scratch);
        _kent = RealCounty.Kent(years: 1);
        _kernel = new CountyKernel(_kent);
        _results = new long[_kernel.Layout.Length];
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_scratch, recursive: true);

    [Benchmark(Baseline = true)]
    public long KernelAlone()
    {
        for (uint replication = 0; replication < Replications; replication++)
        {
            _kernel.Run(seed: 1, replication, _results, audit: false, log: null, CancellationToken.None);
        }

        return _results[0];
    }

    [Benchmark]
    public int OneThread()
    {
        PlannedScenario[] scenarios = [new("kent", shared => new CountyKernel(_kent, shared: shared))];
        var plan = new ExperimentPlan(scenarios, Replications, Seed: 1, Threads: 1, Audit: false, _scratch);
        using ExperimentResults results = Experiment.Run(plan, progress: null, CancellationToken.None);
        return results.Replications;
    }
}
