using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Cli;

/// <summary>Where engines are made: the one place that knows which kernel runs a scenario.</summary>
internal static class Engines
{
    private static readonly Lazy<CountyBuilder> s_builder = new(() => new CountyBuilder(DataFolder.Locate()));

    private static readonly Lazy<LeverCatalogue> s_levers = new(() => LeverCatalogue.Load(DataFolder.Locate()));

    /// <summary>What a scenario may turn.</summary>
    public static LeverCatalogue Levers() => s_levers.Value;

    /// <summary>How many assumptions have a range.</summary>
    public static int RangedAssumptions() => s_builder.Value.RangedAssumptions;

    /// <summary>
    /// Compiles a scenario once, and again for each replication where parameters are drawn; each call of the result makes an engine.
    /// </summary>
    public static Func<SharedReplication, IReplicationEngine> Create(Scenario scenario, int years, ParameterMode mode)
    {
        CountyParameters parameters = Compile(scenario, years);
        Func<DrawKey, CountyParameters>? draw =
            mode == ParameterMode.Drawn ? s_builder.Value.Drawn(scenario, years, parameters) : null;
        return shared => new CountyKernel(parameters, draw, shared);
    }

    /// <summary>What the data lack, or a law refuses, is a matter for whoever wrote the data or the scenario.</summary>
    private static CountyParameters Compile(Scenario scenario, int years)
    {
        CountyBuilder builder = s_builder.Value;
        try
        {
            return builder.Build(scenario, years);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            string rule = problem.Message.ReplaceLineEndings(" ");
            throw new InputException($"The data, as {scenario.Name} changes them, make no county. {rule}", problem);
        }
    }
}
