using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>
/// What placements do to a child's school. Districts of the test map lie five miles apart in one row of three; the school is kept up to four.
/// </summary>
public class SchoolKeptTests
{
    [Fact]
    public void A_near_placement_changes_no_school()
    {
        var bench = new CareSchoolBench();
        bench.Move(2);

        Assert.Equal(bench.Own, bench.School);
        Assert.Equal(new CareSchoolCounts(1, 1, 0), bench.Book.Counts);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void A_far_placement_changes_the_school_once(int year)
    {
        var bench = new CareSchoolBench(year);
        bench.Move(10);
        int there = bench.School;

        Assert.Equal(2, CareSchoolCounty.Estate.Schools[there].District);
        Assert.True(CareSchoolCounty.Estate.Schools[there].Teaches(year));
        bench.Move(11);
        Assert.Equal(there, bench.School);
        Assert.Equal(new CareSchoolCounts(2, 1, 1), bench.Book.Counts);
    }

    [Fact]
    public void A_child_who_comes_back_goes_to_its_own_school_again()
    {
        var bench = new CareSchoolBench();
        bench.Move(10);
        bench.Move(0);

        Assert.Equal(bench.Own, bench.School);
        Assert.Equal(2, bench.Book.Counts.Moves);
    }

    [Fact]
    public void A_child_who_leaves_care_goes_where_the_resident_goes()
    {
        var bench = new CareSchoolBench();
        bench.Move(10);
        bench.LeaveCare();

        Assert.Equal(bench.Own, bench.School);
    }

    [Fact]
    public void In_a_stop_gap_nobody_changes_school()
    {
        var bench = new CareSchoolBench();
        bench.Move(10, HomeKind.SpotPurchase);

        Assert.Equal(bench.Own, bench.School);
        Assert.Equal(default, bench.Book.Counts);
    }

    [Theory]
    [InlineData(HomeKind.ChildrensHome, true)]
    [InlineData(HomeKind.ResidentialSchool, false)]
    public void Outside_Kent_and_in_a_home_that_teaches_a_child_is_on_no_roll_of_Kent(HomeKind kind, bool outside)
    {
        var bench = new CareSchoolBench();
        bench.Move(1, kind, outside);

        Assert.Equal(-1, bench.School);
        bench.Move(1);
        Assert.Equal(bench.Own, bench.School);
    }

    [Theory]
    [InlineData(Setting.Special)]
    [InlineData(Setting.ExternalSpecial)]
    public void A_place_by_plan_is_kept(Setting setting)
    {
        var bench = new CareSchoolBench(setting: setting, need: PlanNeed.Autism);
        bench.Move(10);

        Assert.Equal(-1, bench.School);
    }

    [Fact]
    public void A_child_without_a_school_is_found_one_near_the_placement()
    {
        var bench = new CareSchoolBench(setting: Setting.HomeEducated);
        bench.Move(5);

        Assert.Equal(1, CareSchoolCounty.Estate.Schools[bench.School].District);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(12, -1)]
    public void An_unaccompanied_child_takes_a_place_near_the_placement_until_Year_11(int year, int district)
    {
        var bench = new CareSchoolBench(year, unaccompanied: true);
        bench.Move(10);

        Assert.Equal(district, year > 11 ? -1 : CareSchoolCounty.Estate.Schools[bench.School].District);
        Assert.Equal(year > 11, bench.School < 0);
    }

    /// <summary>The primary school near the placement ends with Year 6; the round has given a place near home, which is far away.</summary>
    [Fact]
    public void A_child_who_outgrows_a_school_goes_on_to_one_near_the_placement()
    {
        var bench = new CareSchoolBench(year: 6);
        bench.Move(10);
        KnownState next = bench.StateOn(33, Setting.Mainstream);
        next.School = (ushort)CareSchoolCounty.Secondary(0);
        bench.Known.Note(0, next);
        bench.GoTo(CareSchoolCounty.Calendar.FirstDayOf(1));

        Assert.Equal(CareSchoolCounty.Secondary(2), bench.School);
        Assert.Equal(1, bench.Book.Counts.Moves);
    }

    [Fact]
    public void The_policy_is_told_of_the_school_and_of_the_plan()
    {
        var bench = new CareSchoolBench(need: PlanNeed.Behaviour);
        School own = CareSchoolCounty.Estate.Schools[bench.Own];
        Seeker seeker = bench.Described();

        Assert.Equal((true, own.East, own.North), (seeker.SchoolKnown, (short)seeker.SchoolEast, (short)seeker.SchoolNorth));
        Assert.Equal(PlanAsks.Boarding, seeker.Plan);
        Assert.Equal(PlanAsks.NoBoarding, new CareSchoolBench(need: PlanNeed.Autism).Described().Plan);
        Assert.Equal(PlanAsks.Unknown, new CareSchoolBench(unaccompanied: true).Described().Plan);
    }
}
