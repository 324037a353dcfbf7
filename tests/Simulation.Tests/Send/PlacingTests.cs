using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>Where a plan places a child.</summary>
public class PlacingTests
{
    private static readonly TestSendRates s_quick = new() { Decision = (7, 7), Mainstream = 0.4, Resource = 0.25 };

    [Theory]
    [InlineData(1000)]
    [InlineData(120)]
    [InlineData(0)]
    public void Nobody_goes_outside_while_a_special_school_has_a_place(int special)
    {
        var bench = new SendBench(s_quick, new PlanPlacesPool(special, resource: 20));
        bench.Next(() =>
        {
            for (int n = 0; n < 400; n++)
            {
                bench.Ask(n, district: n % 12);
            }
        });
        bench.To(120);

        PlanOutcome[] issued = [.. bench.Told.Select(told => told.Outcome).Where(outcome => outcome.Kind == PlanOutcomeKind.Issued)];
        Assert.Equal(400, issued.Length);
        int wanted = issued.Count(outcome => outcome.Wanted == Setting.Special);
        Assert.InRange(wanted, 200, 280);
        Assert.Equal(Math.Min(special, wanted), issued.Count(outcome => outcome.Setting == Setting.Special));
        Assert.Equal(Math.Max(0, wanted - special), issued.Count(outcome => outcome.Setting == Setting.ExternalSpecial));
        Assert.Equal(20, issued.Count(outcome => outcome.Setting == Setting.ResourceProvision));
        Assert.All(issued.Where(outcome => outcome.Wanted != Setting.Special), outcome => Assert.NotEqual(Setting.ExternalSpecial, outcome.Setting));
    }

    [Fact]
    public void More_in_mainstream_moves_nobody_towards_a_special_school()
    {
        SendRates usual = (s_quick with { Mainstream = 0.45, ExternalNeed = 0.03 }).Build();
        SendRates more = (s_quick with { Mainstream = 0.53, ExternalNeed = 0.03 }).Build();
        int changed = 0;
        for (int severity = 0; severity < 65536; severity += 16)
        {
            Setting before = PlanRules.Wanted(PlanNeed.Autism, (ushort)severity, first: false, usual);
            Setting after = PlanRules.Wanted(PlanNeed.Autism, (ushort)severity, first: false, more);
            Assert.True(after <= before);
            changed += after == before ? 0 : 1;
        }

        // 8% from special schools, and three quarters of 8% from resource provisions.
        Assert.InRange(changed, 0.13 * 4096, 0.15 * 4096);
    }

    [Fact]
    public void Who_is_outside_comes_back_at_the_annual_review_when_there_is_a_place()
    {
        var bench = new SendBench(s_quick, new PlanPlacesPool(special: 0), begun: false);
        for (int n = 0; n < 10; n++)
        {
            bench.AddPlan(n, Setting.ExternalSpecial);
        }

        bench.Service.EndStart(bench.Rates);
        bench.To(370);
        Assert.Equal(10, bench.Service.BySetting[(int)Setting.ExternalSpecial]);
        bench.Places.Special = 4;
        bench.To(740);
        Assert.Equal((6, 4), (bench.Service.BySetting[(int)Setting.ExternalSpecial], bench.Service.BySetting[(int)Setting.Special]));
        Assert.Equal(4, bench.Told.Count(told => told.Outcome.Kind == PlanOutcomeKind.Moved));
    }

    [Fact]
    public void The_next_school_of_a_cohort_is_named_before_the_round()
    {
        var bench = new SendBench(s_quick, new PlanPlacesPool(special: 1, resource: 1), begun: false);
        bench.AddPlan(1, Setting.Mainstream, age: 10.5);
        bench.AddPlan(2, Setting.ResourceProvision, age: 10.5);
        bench.AddPlan(3, Setting.ExternalSpecial, age: 10.5);
        bench.AddPlan(4, Setting.Special, age: 10.5);
        bench.AddPlan(5, Setting.Mainstream, age: 8);
        bench.AddPlan(6, Setting.HomeEducated, age: 10.5);
        bench.Service.EndStart(bench.Rates);
        int cohort = new SchoolCalendar(new DateOnly(2019, 7, 31)).CohortOf(SendBench.BornAtAge(10.5));
        bench.Next(() => bench.Service.NameSchools(cohort, bench.Rates, bench.Places));

        (ulong, Setting, int)[] named = [.. bench.Told.Select(told => (told.Outcome.Id, told.Outcome.Setting, told.Outcome.School))];
        Assert.Equal(
            [
                (SendBench.IdOf(1), Setting.Mainstream, PlanPlacesPool.MainstreamSchool),
                (SendBench.IdOf(2), Setting.ResourceProvision, PlanPlacesPool.ResourceSchool),
                (SendBench.IdOf(3), Setting.Special, PlanPlacesPool.SpecialSchool),
            ],
            named);
        Assert.Equal(Setting.ExternalSpecial, bench.PlanOf(3).Setting);
        bench.Next(() => bench.Service.Follow(3, Setting.Special));
        Assert.Equal(2, bench.Service.BySetting[(int)Setting.Special]);
    }

    [Fact]
    public void Some_who_begin_in_mainstream_go_on_to_a_special_school_at_the_transfer()
    {
        var bench = new SendBench(s_quick with { Mainstream = 0.4, FirstMainstream = 1.5, Resource = 0 });
        bench.Next(() =>
        {
            for (int n = 0; n < 400; n++)
            {
                bench.Ask(n, age: 10.5);
            }
        });
        bench.To(120);
        int before = bench.Service.BySetting[(int)Setting.Mainstream];
        int cohort = new SchoolCalendar(new DateOnly(2019, 7, 31)).CohortOf(SendBench.BornAtAge(10.5));
        bench.Told.Clear();
        bench.Next(() => bench.Service.NameSchools(cohort, bench.Rates, bench.Places));
        int special = bench.Told.Count(told => told.Outcome.Setting == Setting.Special);

        // 60% of 400 begin in mainstream and a third of them change; each count is within five standard deviations.
        Assert.InRange(before, 191, 289);
        Assert.InRange(special, 40, 120);
        Assert.Equal(before, bench.Told.Count);
    }

    [Fact]
    public void Who_is_too_young_for_school_is_placed_by_nobody_yet()
    {
        var bench = new SendBench(s_quick with { Mainstream = 0.001 });
        bench.Next(() => bench.Ask(1, age: 2, setting: Setting.None));
        bench.To(120);
        Assert.Equal(Setting.None, Assert.Single(bench.Told).Outcome.Setting);
        Assert.Equal(0, bench.Places.Settled);
    }

    [Fact]
    public void A_census_counts_plans_by_district_setting_and_school_age()
    {
        var bench = new SendBench(s_quick, begun: false);
        bench.AddPlan(1, Setting.Mainstream);
        bench.AddPlan(2, Setting.ResourceProvision);
        bench.AddPlan(3, Setting.Special, district: SendBench.Canterbury);
        bench.AddPlan(4, Setting.Further, age: 17.5);
        bench.Service.EndStart(bench.Rates);
        bench.Next(() => bench.Ask(5, SendBench.Canterbury));
        var census = new PlanCensus();
        for (int time = 0; time < 2; time++)
        {
            census.Take(bench.Service.Plans, new SchoolCalendar(new DateOnly(2019, 7, 31)), bench.Day);
            Assert.Equal((3, 1), (census.Plans[SendBench.Ashford], census.Plans[SendBench.Canterbury]));
            Assert.Equal((0, 1), (census.Waiting[SendBench.Ashford], census.Waiting[SendBench.Canterbury]));
            Assert.Equal((2, 2), (census.OfSchoolAge[SendBench.Ashford], census.InMainstream[SendBench.Ashford]));
            Assert.Equal((1, 0), (census.OfSchoolAge[SendBench.Canterbury], census.InMainstream[SendBench.Canterbury]));
            Assert.Equal((1, 1), (census.At(Setting.Special, SendBench.Canterbury), census.At(Setting.Further, SendBench.Ashford)));
        }
    }

    [Fact]
    public void The_nearest_place_is_the_nearest_that_is_free()
    {
        short[] east = [0, 300, 100, 100];
        short[] north = [0, 0, 100, 100];
        Assert.Equal(0, PlaceSearch.Nearest(10, 0, east, north, [1, 1, 1, 1]));
        Assert.Equal(2, PlaceSearch.Nearest(10, 0, east, north, [0, 1, 1, 1]));
        Assert.Equal(1, PlaceSearch.Nearest(10, 0, east, north, [0, 1, 0, -1]));
        Assert.Equal(-1, PlaceSearch.Nearest(10, 0, east, north, [0, 0, 0, 0]));
    }
}
