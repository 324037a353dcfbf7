using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Peers.Queue;

/// <summary>The queue as scenarios, compiled: validation/erlang-c that ships, and the same with a coarser day.</summary>
internal static class ErlangScenario
{
    /// <summary>Mean stay in days, the unit of time of W1, in the scenario that ships.</summary>
    public const double MeanStay = 1000;

    /// <summary>Mean stay in days in the coarser one.</summary>
    public const double CoarserMeanStay = 50;

    /// <summary>The mean wait by Erlang's C formula for 50 servers and a load of 45, in mean stays.</summary>
    public const double MeanWait = 0.07277;

    private const int Years = 2000;

    public static CountyParameters Compile() => Compile("validation/erlang-c", Years);

    /// <summary>The coarser one.</summary>
    /// <param name="folder">Where the workloads are declared.</param>
    public static CountyParameters CompileCoarser(string folder) => Compile(Path.Combine(folder, "w1-queue.yaml"), years: 10);

    private static CountyParameters Compile(string scenario, int years) =>
        EngineCompiler.OfProgram.Compile(new ScenarioLibrary(EngineCompiler.OfProgram.Levers()).Load(scenario), years);
}
