using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Benchmarks.County;

/// <summary>The county that is measured: Kent from July 2019, strategy baseline-2019.</summary>
internal static class RealCounty
{
    private static readonly ConcurrentDictionary<int, CountyParameters> s_compiled = new();

    /// <summary>Kent with its schools, compiled once a process.</summary>
    /// <param name="years">Years to run.</param>
    public static CountyParameters Kent(int years) => s_compiled.GetOrAdd(years, Compile);

    /// <summary>The care side alone.</summary>
    public static CountyParameters WithoutSchools(CountyParameters county) => CountyScale.With(county, (nameof(CountyParameters.Schools), null));

    private static CountyParameters Compile(int years)
    {
        string data = DataFolder.Locate();
        return new CountyBuilder(data).Build(new ScenarioLibrary(LeverCatalogue.Load(data)).Load("baseline-2019"), years);
    }
}
