using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Experiments;

/// <summary>Plans of fake engines.</summary>
internal static class Experiments
{
    public static ExperimentPlan Plan(
        TemporaryFolder folder,
        int replications = 40,
        uint seed = 1,
        int threads = 2,
        Action<uint>? beforeStrategy = null) => new(
            [
                new PlannedScenario("base", _ => new FakeEngine()),
                new PlannedScenario("strategy", _ => new FakeEngine { Effect = 50, Before = beforeStrategy }),
            ],
            replications,
            seed,
            threads,
            Audit: false,
            folder.Path);

    public static ExperimentResults Run(ExperimentPlan plan, CancellationToken cancellation = default) =>
        Experiment.Run(plan, progress: null, cancellation);
}
