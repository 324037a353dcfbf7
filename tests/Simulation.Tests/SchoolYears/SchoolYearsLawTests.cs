using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;
using KentSufficiency.SimulationTests.County;
using KentSufficiency.SimulationTests.Schools;

namespace KentSufficiency.SimulationTests.SchoolYears;

public class SchoolYearsLawTests
{
    private const int FromYear = 2;

    private static readonly DrawKey s_key = new(1, 0);

    [Fact]
    public void Nobody_is_lost_and_no_roll_is_wrong_on_any_day_of_three_busy_years()
    {
        TestSchools county = WithSchemes();
        RecordedRun run = RecordedRun.Of(county.Kernel()); // The audit is on.
        Assert.True(run["population", 0].Numerator > 6000, "There should be children.");
        Assert.True(run["in-year-admissions", 36].Numerator > 100, "Children should move between schools.");
        Assert.True(run["ehcp-requests", 36].Numerator > 0, "Plans should be asked for.");
        IEnumerable<EventKind> ofSchools = Enum.GetValues<EventKind>().Where(kind => kind >= EventKind.BornInKent);
        Assert.Empty(ofSchools.Select(EventNames.Of).Except(run.Events.Select(happened => happened.Kind).Distinct()));
    }

    [Theory]
    [InlineData("a pupil too many")]
    [InlineData("a child who vanishes")]
    [InlineData("a school that does not teach the year")]
    [InlineData("a place kept by one who has gone")]
    [InlineData("a class above its number")]
    public void A_broken_law_is_found_on_its_day(string law)
    {
        CountyParameters parameters = new TestSchools { Years = 1 }.Build();
        var lane = new SchoolYearsLane(parameters) { Sabotage = (county, day) => Break(law, county, day) };
        AuditException found = Assert.Throws<AuditException>(
            () => lane.Live(parameters, s_key, telling: false, audit: true, new SchoolHistory(), CancellationToken.None));
        Assert.Equal(parameters.Start.AddDays(40), found.Date);
    }

    [Fact]
    public void The_same_luck_gives_the_same_values_and_another_gives_others()
    {
        SchoolsKernel kernel = WithSchemes().Kernel();
        long[] first = RecordedRun.ResultsOf(kernel, seed: 4, replication: 2);
        long[] other = RecordedRun.ResultsOf(kernel, seed: 4, replication: 3);
        Assert.Equal(first, RecordedRun.ResultsOf(kernel, seed: 4, replication: 2)); // With memory that has been used.
        Assert.Equal(first, RecordedRun.ResultsOf(WithSchemes().Kernel(), seed: 4, replication: 2));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void A_county_where_nothing_moves_ages_by_a_year_group_every_September()
    {
        RecordedRun run = RecordedRun.Of(TestSchools.Still.Kernel());
        IReadOnlyList<DateOnly> dates = run.Engine.Dates;
        int[] januaries = [.. Enumerable.Range(0, dates.Count).Where(date => dates[date].Month == 1)];
        foreach (int january in januaries[1..])
        {
            for (int year = 1; year <= 11; year++)
            {
                if (year != 7)
                {
                    Assert.Equal(run[$"roll/year-{year - 1}".Replace("year-0", "year-r", StringComparison.Ordinal), january - 12], run[$"roll/year-{year}", january]);
                }
            }
        }

        Assert.Equal(0, run["migration-net", 36].Numerator);
        Assert.Equal(0, run["in-year-admissions", 36].Numerator - run["without-place", 36].Numerator);
    }

    [Fact]
    public void Scenarios_that_leave_schools_alone_share_one_passage_and_others_do_not()
    {
        CountyParameters parameters = WithSchemes().Build();
        var shared = new SharedReplication();
        long[] alone = RecordedRun.ResultsOf(new SchoolsKernel(parameters), seed: 9);
        Assert.Equal(alone, RecordedRun.ResultsOf(new SchoolsKernel(parameters, null, shared), seed: 9));
        Assert.Equal(alone, RecordedRun.ResultsOf(new SchoolsKernel(parameters, null, shared), seed: 9));
        Assert.Equal(1, shared.SchoolPassages);

        CountyParameters other = (WithSchemes() with { Moves = 2 }).Build();
        Assert.Equal(RecordedRun.ResultsOf(new SchoolsKernel(other), seed: 9), RecordedRun.ResultsOf(new SchoolsKernel(other, null, shared), seed: 9));
    }

    [Fact]
    public void Care_and_schools_together_measure_what_each_measures_alone()
    {
        CountyParameters both = new TestSchools { Years = 1 }.Build();
        CountyParameters care = new() // The same without schools.
        {
            Start = both.Start,
            LeadInDays = both.LeadInDays,
            RecordDays = both.RecordDays,
            LeadInNoteDays = both.LeadInNoteDays,
            WindowRecords = both.WindowRecords,
            Regimes = both.Regimes,
            Reference = both.Reference,
            Pools = both.Pools,
            Stock = both.Stock,
            Under18 = both.Under18,
            SufficientShare = both.SufficientShare,
            Districts = both.Districts,
        };
        var together = new CountyKernel(both);
        long[] all = RecordedRun.ResultsOf(together);
        var apart = new CountyKernel(care);
        long[] careAlone = RecordedRun.ResultsOf(apart);
        var schools = new SchoolsKernel(both);
        long[] schoolsAlone = RecordedRun.ResultsOf(schools);
        int width = 2 * together.Layout.MonthlyMeasures;
        for (int date = 0; date < together.Dates.Count; date++)
        {
            Assert.Equal(apart.Layout.On(date, careAlone).ToArray(), together.Layout.On(date, all)[..width].ToArray());
            Assert.Equal(schools.Layout.On(date, schoolsAlone).ToArray(), together.Layout.On(date, all)[width..].ToArray());
        }
    }

    [Fact]
    public void Rates_that_change_on_a_day_change_nothing_before_it()
    {
        TestSchools county = new() { Years = 2 };
        RecordedRun before = RecordedRun.Of(county.Kernel());
        RecordedRun later = RecordedRun.Of((county with { Later = [(400, county with { Births = 80 / 365.25 })] }).Kernel());
        DateOnly change = county.Start.AddDays(400);
        Assert.Equal(before.Events.Where(happened => happened.Date < change), later.Events.Where(happened => happened.Date < change));
        ulong[] born = Born(before);
        Assert.True(Born(later).ToHashSet().IsSupersetOf(born), "A higher rate renames nobody.");
        Assert.True(Born(later).Length > born.Length + 100, "A higher rate adds children.");
    }

    private static ulong[] Born(RecordedRun run) =>
        [.. run.Events.Where(happened => happened.Kind == "born-in-kent").Select(happened => happened.Entity)];

    private static TestSchools WithSchemes()
    {
        TestSchools county = WithNewSchool();
        int primary = county.Estate.Schools.First(school => school.Kind == SchoolKind.Primary).Index;
        int secondary = county.Estate.Schools.First(school => school.Kind == SchoolKind.Secondary).Index;
        return county with
        {
            Send = county.Send with { Cease = 0.05, CeaseAtSchoolEnd = 0.5 },
            Schemes =
            [
                Scheme(1, primary, SchemeKind.Enlarge, 30, certain: true),
                Scheme(2, primary + 3, SchemeKind.Bulge, 30, certain: false),
                Scheme(3, secondary, SchemeKind.Close, 0, certain: true),
                Scheme(4, county.Estate.Schools.Length - 1, SchemeKind.Open, 60, certain: true),
            ],
        };
    }

    /// <summary>The last school has no places before it opens, with the school year in which the schemes are to be there.</summary>
    private static TestSchools WithNewSchool()
    {
        var county = new TestSchools();
        Estate estate = county.Estate;
        School opening = estate.Schools.First(school => school.Kind == SchoolKind.Primary) with
        {
            Index = estate.Schools.Length,
            Id = "new-school",
            Pan = 0,
            Grade = Grade.None,
            OpensDay = new SchoolCalendar(county.Start).FirstDayOf(FromYear),
        };
        return county with { Estate = TestEstate.Of([.. estate.Schools, opening], [.. estate.Areas]) };
    }

    private static Scheme Scheme(int number, int school, SchemeKind kind, int places, bool certain) => new()
    {
        Address = EntityId.Of(EntityKind.Scheme, 0, 0, number),
        School = school,
        Kind = kind,
        Places = places,
        FromYear = FromYear,
        Stage = SchemeStage.Planned,
        StageDay = 0,
        Certain = certain,
    };

    private static void Break(string law, SchoolCounty county, int day)
    {
        if (day != 40)
        {
            return;
        }

        int number = 0;
        while (county.Residents[number].Setting != Setting.Mainstream || day - county.Residents[number].BirthDay > 11 * 365)
        {
            number++;
        }

        ref ResidentState child = ref county.Residents[number];
        switch (law)
        {
            case "a pupil too many":
                county.Rolls.Roll(child.School, child.Cohort)++;
                break;
            case "a child who vanishes":
                county.Leave(number, Setting.None, "");
                child.Facts &= ~ResidentFacts.Present;
                break;
            case "a school that does not teach the year":
                county.Leave(number, Setting.None, "");
                county.Enrol(number, county.Estate.Schools.First(school => school.Kind == SchoolKind.Secondary).Index, Setting.Mainstream, "");
                break;
            case "a class above its number":
                int crowded = child.School;
                for (int other = 0; other < county.Residents.Count; other++)
                {
                    if (county.Residents[other].Cohort == child.Cohort && county.Residents[other].Setting == Setting.Mainstream && county.Residents[other].School != crowded)
                    {
                        county.Leave(other, Setting.None, "");
                        county.Enrol(other, crowded, Setting.Mainstream, "");
                    }
                }

                break;
            default:
                county.Leave(number, Setting.None, "");
                county.Count(SchoolFlow.Went);
                child.Facts &= ~ResidentFacts.Present;
                child.School = 0;
                break;
        }
    }
}
