using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Cli;

/// <summary>Where engines are made: the one place that knows which kernel runs a scenario.</summary>
internal static class Engines
{
    private static readonly Lazy<CountyBuilder> s_builder = new(() => new CountyBuilder(DataFolder.Locate()));

    private static readonly Lazy<LeverCatalogue> s_levers = new(() => LeverCatalogue.Load(DataFolder.Locate()));

    /// <summary>What a scenario may turn.</summary>
    public static LeverCatalogue Levers() => s_levers.Value;

    /// <summary>Compiles a scenario once; each call of the result makes an engine of its own.</summary>
    public static Func<IReplicationEngine> Create(Scenario scenario, int years)
    {
        CountyParameters parameters = Compile(scenario, years);
        return () => new CountyKernel(parameters);
    }

    /// <summary>A scenario that passed every rule of its file may still ask for what no county is, such as households of no type.</summary>
    private static CountyParameters Compile(Scenario scenario, int years)
    {
        try
        {
            return s_builder.Value.Build(scenario, years);
        }
        catch (ArgumentException problem)
        {
            throw new InputException($"{scenario.Files[^1].File}: cannot be simulated: {problem.Message}");
        }
    }
}
