using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.SiloTests.Experiments;

/// <summary>A small experiment with the real kernel.</summary>
internal static class RealExperiment
{
    private const int Years = 1;

    private static readonly Lazy<Scenario[]> s_scenarios = new(() =>
    {
        var library = new ScenarioLibrary(EngineCompiler.OfProgram.Levers());
        return [library.Load("baseline-2019"), library.Load("recruit-120")];
    });

    private static readonly Lazy<ModelIdentity> s_model = new(ModelIdentity.OfProgram);

    public static ExperimentSpec Spec(uint seed = 1) => new()
    {
        Scenarios = [.. s_scenarios.Value.Select(ScenarioText.Of)],
        DataHash = s_model.Value.DataHash,
        Version = s_model.Value.Version,
        Years = Years,
        DrawsParameters = true,
        Audit = false,
        Seed = seed,
    };

    public static ExperimentPlan Plan(string folder, int replications, int threads = 2, uint seed = 1) => new(
        [.. s_scenarios.Value.Select(s => new PlannedScenario(s.Name, EngineCompiler.OfProgram.Create(s, Years, ParameterMode.Drawn)))],
        replications,
        seed,
        threads,
        Audit: false,
        folder);

    public static string DigestOf(int replications, int threads, IExperimentEngine? engine = null)
    {
        using var folder = new TemporaryFolder();
        using ExperimentResults results = Experiment.Run(Plan(folder.Path, replications, threads), null, default, engine);
        return results.ComputeDigest();
    }
}
