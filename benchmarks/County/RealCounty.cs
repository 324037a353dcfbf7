using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Benchmarks.County;

/// <summary>The county that is measured: Kent from July 2019, strategy baseline-2019.</summary>
internal static class RealCounty
{
    /// <summary>Kent with its schools.</summary>
    /// <param name="years">Years to run.</param>
    public static CountyParameters Kent(int years)
    {
        string data = DataFolder.Locate();
        return new CountyBuilder(data).Build(new ScenarioLibrary(LeverCatalogue.Load(data)).Load("baseline-2019"), years);
    }

    /// <summary>The care side alone.</summary>
    public static CountyParameters WithoutSchools(CountyParameters county) => CountyScale.With(county, (nameof(CountyParameters.Schools), null));
}
