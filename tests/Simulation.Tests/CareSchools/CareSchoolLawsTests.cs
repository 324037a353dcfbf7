using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>What holds of whole replications with care and schools.</summary>
public class CareSchoolLawsTests
{
    [Fact]
    public void Without_links_the_care_side_is_what_it_is_without_schools()
    {
        var county = new CareSchoolCounty { Links = null };
        CountyKernel with = county.Kernel();
        county.Care.Start = new DateOnly(2019, 7, 31);
        CountyKernel without = county.Care.Kernel();

        long[] results = RecordedRun.ResultsOf(with);
        long[] plain = RecordedRun.ResultsOf(without);
        for (int date = 0; date < with.Layout.Dates; date++)
        {
            Assert.Equal(without.Layout.On(date, plain).ToArray(), with.Layout.On(date, results)[..without.Layout.Width(date)].ToArray());
        }
    }

    [Fact]
    public void Links_leave_the_front_door_alone_and_change_where_children_live()
    {
        RecordedRun linked = RecordedRun.Of(new CareSchoolCounty().Kernel());
        RecordedRun plain = RecordedRun.Of(new CareSchoolCounty { Links = null }.Kernel());

        int last = linked.Engine.Layout.Dates - 1;
        Assert.All(["assessments", "cin", "cpp", "early-help-open"], id => Assert.Equal(plain[id, last], linked[id, last]));
        Assert.NotEqual(Placements(plain), Placements(linked));
        Assert.Contains(linked.Events, happened => happened is { Kind: "started-school", Code: "care" });
        Assert.DoesNotContain(plain.Events, happened => happened is { Kind: "started-school", Code: "care" });
        Assert.True(linked["cla-school-moves", last].Numerator > 0);
        Assert.InRange(linked["cla-school-kept-pct", last].Numerator, 1, linked["cla-school-kept-pct", last].Denominator - 1);
        Assert.InRange(linked["cla-with-plan-pct", last].Numerator, 1, linked["cla-with-plan-pct", last].Denominator - 1);
    }

    /// <summary>
    /// Over Kent children in care add to the rolls of the school years who were at no school of Kent, and take away who went to none: counted child by
    /// child at the end, less the same on the first day.
    /// </summary>
    [Fact]
    public void Rolls_change_by_those_who_came_to_a_school_through_care_and_those_who_went_elsewhere()
    {
        var county = new CareSchoolCounty();
        CountyKernel kernel = county.Kernel();
        (long Came, long Moved) start = default;
        (long Came, long Moved) end = default;
        int horizon = kernel.Dates[^1].DayNumber - kernel.Dates[0].DayNumber;
        kernel.Sabotage = day =>
        {
            if (day == 0)
            {
                start = Count(kernel, day);
            }
            else if (day == horizon)
            {
                end = Count(kernel, day);
            }
        };
        RecordedRun run = RecordedRun.Of(kernel);
        RecordedRun schools = RecordedRun.Of(new SchoolsKernel(county.Build()));

        int last = kernel.Layout.Dates - 1;
        long change = Rolls(run, last) - Rolls(schools, last);
        Assert.Equal(end.Came - start.Came, change);
        Assert.NotEqual(0, change);
        Assert.True(end.Moved > 0);
        Assert.Equal(Rolls(schools, 0), Rolls(run, 0));
        Assert.Equal(-change, run["surplus/primary", last].Numerator + run["surplus/secondary", last].Numerator
            - schools["surplus/primary", last].Numerator - schools["surplus/secondary", last].Numerator);
    }

    /// <summary>Everybody has a school of Kent and stays in Kent: what one school loses by care another gains.</summary>
    [Fact]
    public void Where_all_have_a_school_and_stay_in_Kent_care_moves_pupils_and_makes_none()
    {
        var county = new CareSchoolCounty { Yearly = [0, 0, 0, 0], PlanEvery = 1000 };
        county.Care.Unaccompanied = 0;
        county.Care.Rates.UnaccompaniedArrivals = 0;
        county.Care.Pools = (kind, area) => area == KentMap.Outside ? 0 : 100;
        CountyParameters parameters = county.Build();
        RecordedRun run = RecordedRun.Of(new CountyKernel(parameters));
        RecordedRun schools = RecordedRun.Of(new SchoolsKernel(parameters));

        int last = run.Engine.Layout.Dates - 1;
        Assert.Equal(Rolls(schools, last), Rolls(run, last));
        Assert.True(run["cla-school-moves", last].Numerator > 0);
        Assert.NotEqual(ByDistrict(schools, last), ByDistrict(run, last));
    }

    [Fact]
    public void Scenarios_that_share_the_school_years_get_what_each_gets_alone()
    {
        var county = new CareSchoolCounty();
        county.Care.LeadInDays = 60;
        CountyParameters one = county.Build();
        TestCounty busier = TestCounty.Busy();
        busier.LeadInDays = 60;
        busier.Rates.SoughtOutside = 0.5;
        busier.Reference = county.Care.Reference;
        CountyParameters other = county.Build(busier);
        long[] alone = RecordedRun.ResultsOf(new CountyKernel(one), 2);
        long[] otherAlone = RecordedRun.ResultsOf(new CountyKernel(other), 2);

        var shared = new SharedReplication();
        CountyKernel[] kernels = [new(one, shared: shared), new(other, shared: shared)];
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(alone, RecordedRun.ResultsOf(kernels[0], 2));
            Assert.Equal(otherAlone, RecordedRun.ResultsOf(kernels[1], 2));
            Assert.Equal(1, shared.SchoolPassages);
        }

        Assert.NotEqual(alone, otherAlone);
    }

    [Fact]
    public void Nothing_depends_on_who_wakes_first()
    {
        CountyKernel backwards = new CareSchoolCounty().Kernel();
        backwards.WakeBackwards = true;

        Assert.Equal(RecordedRun.ResultsOf(new CareSchoolCounty().Kernel()), RecordedRun.ResultsOf(backwards));
    }

    /// <summary>The school years, which are lived through before the days, are another test's.</summary>
    [Fact]
    public void A_replication_that_was_run_before_allocates_nothing_on_any_day()
    {
        CountyKernel kernel = new CareSchoolCounty().Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);
        int horizon = kernel.Dates[^1].DayNumber - kernel.Dates[0].DayNumber;
        long[] least = [.. Enumerable.Repeat(long.MaxValue, horizon + 1)];
        for (int run = 0; run < 3; run++)
        {
            long before = 0;
            kernel.Sabotage = day =>
            {
                long now = GC.GetAllocatedBytesForCurrentThread();
                least[day] = Math.Min(least[day], now - before);
                before = now;
            };
            kernel.Run(1, 0, results, audit: false, log: null, CancellationToken.None);
        }

        Assert.All(least[1..], bytes => Assert.Equal(0, bytes));
    }

    /// <summary>
    /// Nor do they in the school years before the days, which note those who may enter care: thousands of bytes would be theirs, a few hundred
    /// are objects of the runtime, which come and go as methods are compiled anew.
    /// </summary>
    [Fact]
    public void Links_allocate_nothing_before_the_days_either() =>
        Assert.InRange(AllocatedByARun(new CareSchoolCounty()) - AllocatedByARun(new CareSchoolCounty { Links = null }), -4096, 4096);

    private static long AllocatedByARun(CareSchoolCounty county)
    {
        CountyKernel kernel = county.Kernel();
        long[] results = RecordedRun.ResultsOf(kernel);
        long least = long.MaxValue;
        for (int run = 0; run < 6; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            kernel.Run(1, (uint)(run % 2), results, audit: false, log: null, CancellationToken.None);
            least = run < 2 ? least : Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static (long Came, long Moved) Count(CountyKernel kernel, int day)
    {
        (long came, long moved) = (0, 0);
        foreach (int slot in kernel.State.LookedAfter.Members)
        {
            Schooling at = kernel.State.CareSchools.SchoolingOf(slot, kernel.State.Children[slot], day);
            came += at.IsOfSchoolAge ? (at.Now >= 0 ? 1 : 0) - (at.Own >= 0 ? 1 : 0) : 0;
            moved += at.IsOfSchoolAge && at.Now >= 0 && at.Own >= 0 && at.Now != at.Own ? 1 : 0;
        }

        return (came, moved);
    }

    private static List<EventRecord> Placements(RecordedRun run) => [.. run.Events.Where(happened => happened.Kind == "placement-started")];

    private static long Rolls(RecordedRun run, int record) => run["roll/primary", record].Numerator + run["roll/secondary", record].Numerator;

    private static long[] ByDistrict(RecordedRun run, int record) =>
        [.. run.Engine.Measures.Index().Where(measure => measure.Item is { Id: "roll/primary" or "roll/secondary", Geography: not "Kent" })
            .Select(measure => run.Results[run.Engine.Layout.Offset(record, measure.Index)])];
}
