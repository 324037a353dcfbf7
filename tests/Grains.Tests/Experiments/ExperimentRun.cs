using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.GrainsTests.Experiments;

/// <summary>An experiment with the fake engine, on silos or here.</summary>
internal sealed class ExperimentRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Replications that an unfinished experiment brought along.</summary>
    public int? Resumed { get; private set; }

    public static string LocalDigest(int replications, uint seed = 1)
    {
        using var run = new ExperimentRun();
        using ExperimentResults results = Experiment.Run(run.Plan(replications, seed), null, default);
        return results.ComputeDigest();
    }

    public ExperimentResults Run(
        TestSilos silos,
        int replications,
        IProgress<ExperimentProgress>? progress = null,
        PrecisionTarget? precision = null,
        CancellationToken cancellation = default)
    {
        var engine = new GrainEngine("silo", silos.Grains, TestSilos.Spec()) { Resumed = brought => Resumed = brought };
        return Experiment.Run(Plan(replications, 1) with { Precision = precision }, progress, cancellation, engine);
    }

    /// <summary>The same beside the test, which has something to do meanwhile.</summary>
    public Task<ExperimentResults> Start(TestSilos silos, int replications, CancellationToken cancellation = default) =>
        Task.Factory.StartNew(() => Run(silos, replications, cancellation: cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public void Dispose() => _folder.Dispose();

    private ExperimentPlan Plan(int replications, uint seed) => new(
        [.. TestSilos.ScenarioNames.Select(name => new PlannedScenario(name, _ => TestSilos.Engine(name)))],
        replications,
        seed,
        Threads: 2,
        Audit: false,
        _folder.Path);
}
