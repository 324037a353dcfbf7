using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.ScenariosTests.BackCast;

/// <summary>The comparison that ships, against what the model that ships writes.</summary>
public sealed class RealMeasuresTests
{
    private static readonly Lazy<IReadOnlyList<MeasureDefinition>> s_written =
        new(() => new CountyKernel(RealCounty.CompileWhole("baseline-2019", years: 1)).Measures);

    [Fact]
    public void Every_row_of_the_data_names_measures_that_a_run_writes()
    {
        HashSet<string> ids = [.. s_written.Value.Select(measure => measure.Id)];
        IEnumerable<string> parts = ComparisonRule.Load(DataFolder.Locate()).Values.Where(rule => rule.Compared).SelectMany(rule => rule.ModelParts);
        Assert.All(parts, part => Assert.Contains(part, ids));
    }

    [Fact]
    public void Only_counts_are_added() =>
        Assert.All(
            ComparedMeasures.Load(DataFolder.Locate(), s_written.Value).All.Where(m => m.ModelParts.Count + m.EvidenceParts.Count > 2),
            measure => Assert.Equal(MeasureKind.Count, measure.Kind));

    [Fact]
    public void Each_year_of_the_national_statistics_is_compared_in_breadth()
    {
        Observations all = Observations.FromEvidence(EvidenceLibrary.Load(DataFolder.Locate()), ComparedMeasures.Load(DataFolder.Locate(), s_written.Value));
        foreach (int year in new[] { 2015, 2016, 2017 })
        {
            Observation[] scored = [.. all.All.Where(o => o.Date == new DateOnly(year, 3, 31) && !o.Suppressed)];
            Assert.Equal(5, scored.Count(o => o.Measure.Family == "cla-by-age"));
            Assert.True(scored.Length >= 35, $"{year}: {scored.Length}");
        }
    }
}
