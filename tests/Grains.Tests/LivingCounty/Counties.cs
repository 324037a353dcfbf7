using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.CareSchools;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>Small counties for grains: everything switched on, a lead-in, and other rates from day 45 on; and one with schools.</summary>
internal sealed class SmallCounty : ICountyCompiler
{
    public const string Scenario = "small";
    public const string WithSchools = "schools";

    private static readonly CountyParameters s_parameters = TestCounty.Changing(records: 25);
    private static readonly Lazy<CountyParameters> s_withSchools = new(BuildSchools);

    public static CountyParameters Parameters => s_parameters;

    /// <summary>Care, and schools whose residents enter it; it starts a month before a school year.</summary>
    public static CountyParameters Schools => s_withSchools.Value;

    public static CountyDefinition Definition(uint seed, string scenario = Scenario) => new()
    {
        Scenario = new ScenarioText(scenario, []),
        Years = 2,
        Seed = seed,
        DataHash = "none",
        Version = "test",
    };

    public CountyParameters Compile(CountyDefinition definition) => definition.Scenario.Name == WithSchools ? Schools : s_parameters;

    /// <summary>What the kernel makes of it: its events and measurements.</summary>
    public static (List<EventRecord> Events, long[] Results) OfKernel(uint seed, CountyParameters? parameters = null)
    {
        RecordedRun run = RecordedRun.Of(new CountyKernel(parameters ?? s_parameters), seed);
        return (run.Events, run.Results);
    }

    private static CountyParameters BuildSchools()
    {
        TestCounty care = TestCounty.Busy();
        care.LeadInDays = 60;
        return new CareSchoolCounty().Build(care);
    }
}
