using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.SimulationTests.Measures;

/// <summary>A few children made by hand in two districts.</summary>
public class DistrictMeasuresTests
{
    [Fact]
    public void A_child_counts_in_the_home_district_and_only_for_what_is_so()
    {
        var measures = new DistrictMeasures(["Ashford", "Dover"]);
        MeasureSink sink = new();
        measures.Put(sink);
        sink.End();

        measures.Clear();
        measures.Add(Child(0));
        measures.Add(Child(1, ChildFacts.OutOfCounty | ChildFacts.Over20Miles));
        measures.Add(Child(1, ChildFacts.Over20Miles));
        measures.Add(Child(1) with { RequestDay = 0 });
        measures.Put(sink);

        Assert.Equal(
            [
                ("cla", "Ashford", 1), ("cla", "Dover", 3), ("waiting", "Ashford", 0), ("waiting", "Dover", 1),
                ("placed-over-20-miles-count", "Ashford", 0), ("placed-over-20-miles-count", "Dover", 2),
                ("placed-out-of-county-count", "Ashford", 0), ("placed-out-of-county-count", "Dover", 1),
            ],
            Values(sink));
        sink.End();
        measures.Clear();
        measures.Put(sink);
        Assert.All(Values(sink), measured => Assert.Equal(0, measured.Value));
    }

    private static List<(string Id, string Geography, long Value)> Values(MeasureSink sink)
    {
        var found = new List<(string, string, long)>();
        for (int i = 0; i < sink.Definitions.Count; i++)
        {
            found.Add((sink.Definitions[i].Id, sink.Definitions[i].Geography, sink.Values[2 * i]));
        }

        return found;
    }

    private static ChildState Child(byte district, ChildFacts facts = default) =>
        new() { District = district, Facts = facts, RequestDay = ChildState.Never, Phase = Phase.LookedAfter };
}
