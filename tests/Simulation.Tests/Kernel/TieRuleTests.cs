using KentSufficiency.Simulation.County;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>The order in which the entities of a day wake carries no meaning.</summary>
public class TieRuleTests
{
    [Fact]
    public void Waking_in_the_opposite_order_changes_nothing()
    {
        TestCounty county = TestCounty.Busy();
        var forwards = county.Kernel();
        var backwards = county.Kernel();
        backwards.WakeBackwards = true;
        for (uint seed = 0; seed < 20; seed++)
        {
            RecordedRun one = RecordedRun.Of(forwards, seed);
            RecordedRun other = RecordedRun.Of(backwards, seed);

            Assert.Equal(one.Events, other.Events);
            Assert.Equal(one.Results, other.Results);
        }
    }

    /// <summary>
    /// The test above would prove nothing over a county in which no two entities wake on one day. What happens to residents and schools, from
    /// birth on, is another test's: this county has none.
    /// </summary>
    [Fact]
    public void The_busy_county_has_days_on_which_everything_happens()
    {
        RecordedRun run = RecordedRun.Of(TestCounty.Busy().Kernel());

        var kinds = run.Events.Select(e => e.Kind).Distinct();
        IEnumerable<EventKind> ofCare = Enum.GetValues<EventKind>().Where(kind => kind < EventKind.BornInKent);
        Assert.Empty(ofCare.Select(EventNames.Of).Except(kinds));
        Assert.Contains(run.Events.GroupBy(e => e.Date), day => day.Select(e => e.Entity).Distinct().Count() > 10);
    }
}
