using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Cli;

/// <summary>Where the engine is chosen.</summary>
internal static class Engines
{
    /// <summary>Prepares a scenario; what is returned makes one engine for each thread.</summary>
    /// <param name="scenario">What to simulate.</param>
    /// <param name="years">Years from its start to the horizon.</param>
    public static Func<IReplicationEngine> Create(Scenario scenario, int years) =>
        throw new NotSupportedException($"This build has no engine to simulate {scenario.Name} over {years} years with.");

    /// <summary>The ids of the assumptions that levers can change.</summary>
    public static IReadOnlyCollection<string> Assumptions() =>
        throw new NotSupportedException("This build has no assumptions to start from.");
}
