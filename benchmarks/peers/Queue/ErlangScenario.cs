using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Peers.Queue;

/// <summary>The scenario validation/erlang-c that ships, compiled.</summary>
internal static class ErlangScenario
{
    /// <summary>Mean stay in days: the unit of time of W1.</summary>
    public const double MeanStay = 1000;

    /// <summary>The mean wait by Erlang's C formula for 50 servers and a load of 45, in mean stays.</summary>
    public const double MeanWait = 0.07277;

    private const int Years = 2000;

    public static CountyParameters Compile() =>
        EngineCompiler.OfProgram.Compile(new ScenarioLibrary(EngineCompiler.OfProgram.Levers()).Load("validation/erlang-c"), Years);
}
