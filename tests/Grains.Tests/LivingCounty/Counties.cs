using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>A small county for grains: everything switched on, a lead-in, and other rates from day 45 on.</summary>
internal sealed class SmallCounty : ICountyCompiler
{
    public const string Scenario = "small";

    private static readonly CountyParameters s_parameters = TestCounty.Changing(records: 25);

    public static CountyParameters Parameters => s_parameters;

    public static CountyDefinition Definition(uint seed) => new()
    {
        Scenario = new ScenarioText(Scenario, []),
        Years = 2,
        Seed = seed,
        DataHash = "none",
        Version = "test",
    };

    public CountyParameters Compile(CountyDefinition definition) => s_parameters;

    /// <summary>What the kernel makes of it: its events and measurements.</summary>
    public static (List<EventRecord> Events, long[] Results) OfKernel(uint seed)
    {
        RecordedRun run = RecordedRun.Of(new CountyKernel(s_parameters), seed);
        return (run.Events, run.Results);
    }
}
