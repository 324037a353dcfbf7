using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.SimulationTests.Schools;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>A whole round: who gets which place.</summary>
public class AdmissionsRoundTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void Nobody_is_lost_no_school_takes_more_than_it_may_and_rank_is_that_of_the_list(int entryYear)
    {
        var bench = new AdmissionsBench(TestEstate.County(12, 5));
        for (int school = 0; school < bench.Places.Length; school++)
        {
            bool unpopular = school % 4 == 1;
            bench.Liking[school] = unpopular ? -8 : 0;
            bench.Places[school] = school % 7 == 0 ? -1 : school % 5 == 0 ? 0 : unpopular ? 9 : bench.Places[school] / 4;
            bench.Above[school] = school % 3;
        }

        Applicant[] applicants = bench.Spread(2500);
        AdmissionOutcome[] outcomes = bench.Hold(AdmissionsBench.Varied, entryYear, applicants);

        Assert.Equal(Enumerable.Range(0, 2500), outcomes.Select(outcome => outcome.Slot));
        Assert.All(outcomes.Where(o => o.School != ResidentState.NoSchool).GroupBy(o => o.School), taken =>
        {
            Assert.InRange(taken.Count(o => o.Route != AdmissionRoute.OverOffer), 0, bench.Places[taken.Key]);
            Assert.InRange(taken.Count(o => o.Route == AdmissionRoute.OverOffer), 0, bench.Above[taken.Key]);
            Assert.True(bench.Estate.Begins(taken.Key, entryYear));
        });
        // Junior schools are so few that families in reach of one with places have named it.
        AdmissionRoute[] never = entryYear == 3 ? [AdmissionRoute.Allocated] : [];
        Assert.Equal(Enum.GetValues<AdmissionRoute>().Except(never), outcomes.Select(o => o.Route).Distinct().Order());
        Assert.All(Enumerable.Range(0, 2500), n => AssertRank(outcomes[n], bench.Lists.Schools(n)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void The_order_of_applicants_does_not_matter(int entryYear)
    {
        var bench = new AdmissionsBench(TestEstate.County(6, 2));
        Applicant[] applicants = bench.Spread(4000);
        AdmissionOutcome[] forward = bench.Hold(AdmissionsBench.Varied, entryYear, applicants);
        AdmissionOutcome[] backward = bench.Hold(AdmissionsBench.Varied, entryYear, [.. applicants.Reverse()]);

        Assert.Contains(forward, o => o.Route == AdmissionRoute.None);
        Assert.Equal(forward, backward.Reverse());
    }

    [Fact]
    public void One_more_applicant_changes_nobody_elses_list_or_priority()
    {
        var bench = new AdmissionsBench(TestEstate.County(12, 5));
        Applicant[] applicants = bench.Spread(1000);
        bench.Hold(AdmissionsBench.Varied, 7, applicants);
        string[] before = [.. Enumerable.Range(0, 1000).Select(n => Describe(bench.Lists, n))];
        bench.Hold(AdmissionsBench.Varied, 7, [AdmissionsBench.At(5000, 300, 300), .. applicants]);

        Assert.Equal(before, Enumerable.Range(1, 1000).Select(n => Describe(bench.Lists, n)));
    }

    /// <summary>One school, more applicants than places: who gets in, worked out from the criteria one by one.</summary>
    [Theory]
    [InlineData(AuthorityRule.Council)]
    [InlineData(AuthorityRule.Faith)]
    [InlineData(AuthorityRule.Academy)]
    [InlineData(AuthorityRule.Selective)]
    public void A_school_takes_first_whom_its_authority_puts_first(AuthorityRule rule)
    {
        const int places = 60;
        School school = TestEstate.School(0, rule == AuthorityRule.Selective ? SchoolKind.Secondary : SchoolKind.Primary, pan: places) with
        {
            Selective = rule == AuthorityRule.Selective,
            Faith = rule == AuthorityRule.Faith,
            Authority = rule == AuthorityRule.Council ? SchoolAuthority.Council : SchoolAuthority.Academy,
        };
        int year = school.FirstYear;
        var bench = new AdmissionsBench(TestEstate.Of([school], TestEstate.Area(0), TestEstate.Area(1)));
        Applicant[] applicants = [.. Enumerable.Range(0, 400).Select(n =>
            AdmissionsBench.At(n, east: n / 2 % 3, area: n % 2, late: n % 10 == 0))];
        AdmissionRates rates = AdmissionsBench.Varied with { SiblingShare = [0.1, 0.1, 0.1], FaithShare = 0.1, TestPass = 0.6 };

        int[] expected = [.. applicants.Where(a => rule != AuthorityRule.Selective || Character(a).UniformA < 0.6)
            .OrderBy(a => a.Late).ThenBy(a => ClassOf(rule, a, rates, year)).ThenBy(a => a.East)
            .ThenBy(a => AdmissionsBench.DrawsOf(a.Id).For(Process.Application, AdmissionYears.Round(year)).C)
            .Take(places).Select(a => a.Slot)];
        int[] admitted = [.. bench.Hold(rates, year, applicants).Where(o => o.School == 0).Select(o => o.Slot)];

        Assert.Equal(expected.Order(), admitted);
    }

    [Fact]
    public void Children_of_an_infant_school_go_first_at_the_nearest_junior_school()
    {
        var bench = new AdmissionsBench(TestEstate.Of(
        [
            TestEstate.School(0, SchoolKind.Infant),
            TestEstate.School(1, SchoolKind.Infant, east: 500),
            TestEstate.School(2, SchoolKind.Junior, east: 10, pan: 20),
            TestEstate.School(3, SchoolKind.Junior, east: 510, pan: 20),
        ]));
        Applicant[] applicants = [.. Enumerable.Range(0, 60).Select(n => AdmissionsBench.At(n, east: n % 3 == 0 ? 40 : 0, school: n % 3 == 0 ? 0 : 1))];
        bench.Liking[3] = -50;
        AdmissionOutcome[] outcomes = bench.Hold(AdmissionsBench.Plain, 3, applicants);

        Assert.All(outcomes.Where(o => o.Slot % 3 == 0), o => Assert.Equal((2, 1), (o.School, o.Rank)));
        Assert.Equal(20, outcomes.Count(o => o.School == 3 && o.Rank == 2));
    }

    [Fact]
    public void Those_without_a_place_go_to_the_nearest_in_reach_then_above_the_number_then_nowhere()
    {
        School[] schools = [.. Enumerable.Range(0, 4).Select(n => TestEstate.School(n, SchoolKind.Secondary, east: n * 150, pan: 2))];
        var bench = new AdmissionsBench(TestEstate.Of(schools));
        bench.Liking[0] = 100;
        bench.Above[1] = 1;
        AdmissionRates rates = AdmissionsBench.Plain with { Preferences = [1, 1], Reach = [3.5, 3.5] };
        AdmissionOutcome[] outcomes = bench.Hold(rates, 7, [.. Enumerable.Range(0, 9).Select(n => AdmissionsBench.At(n))]);

        Assert.Equal([2, 3, 2], Enumerable.Range(0, 3).Select(school => outcomes.Count(o => o.School == school)));
        Assert.Equal(2, outcomes.Count(o => o.School == ResidentState.NoSchool && o.Route == AdmissionRoute.None));
        Assert.Equal(1, outcomes.Count(o => o.Route == AdmissionRoute.OverOffer && o.School == 1));
        Assert.Equal(4, outcomes.Count(o => o.Route == AdmissionRoute.Allocated && o.Rank == 0));
    }

    [Fact]
    public void Those_who_came_in_time_are_allocated_before_those_who_came_late()
    {
        var bench = new AdmissionsBench(TestEstate.Of([TestEstate.School(0, SchoolKind.Primary, pan: 0), TestEstate.School(1, SchoolKind.Primary, pan: 5)]));
        bench.Liking[0] = 100;
        AdmissionOutcome[] outcomes = bench.Hold(
            AdmissionsBench.Plain with { Preferences = [1, 1] }, 0, [.. Enumerable.Range(0, 20).Select(n => AdmissionsBench.At(n, late: n < 15))]);

        Assert.All(outcomes, o => Assert.Equal(o.Slot >= 15, o.School == 1));
    }

    [Fact]
    public void A_round_is_held_for_three_year_groups_only() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AdmissionYears.Round(4));

    [Fact]
    public void Nothing_is_allocated_once_a_round_as_large_was_held()
    {
        var bench = new AdmissionsBench(TestEstate.County());
        Applicant[] applicants = bench.Spread(5000);
        long least = long.MaxValue;
        for (uint n = 0; n < 5; n++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            bench.Hold(AdmissionsBench.Varied, AdmissionsBench.Key with { Replication = n }, 7, applicants);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    private static void AssertRank(AdmissionOutcome outcome, ReadOnlySpan<ushort> list)
    {
        Assert.Equal(outcome.Rank > 0, outcome.Route == AdmissionRoute.Preference);
        Assert.Equal(outcome.School != ResidentState.NoSchool, outcome.Route is not (AdmissionRoute.None or AdmissionRoute.Refused));
        if (list.Length > 0)
        {
            Assert.Equal(list[0], outcome.First);
        }

        if (outcome.Rank > 0)
        {
            Assert.Equal(list[outcome.Rank - 1], outcome.School);
        }
    }

    private static RandomBlock Character(Applicant applicant) => AdmissionCharacter.Of(AdmissionsBench.DrawsOf(applicant.Id));

    private static int ClassOf(AuthorityRule rule, Applicant applicant, AdmissionRates rates, int year)
    {
        var draws = AdmissionsBench.DrawsOf(applicant.Id);
        bool care = AdmissionCharacter.CareHistoryOf(draws, rates, AdmissionYears.Phase(year)) != CareHistory.None;
        bool sibling = draws.For(Process.Application, AdmissionYears.Round(year)).UniformA < 0.1;
        bool faith = Character(applicant).UniformB < 0.1;
        return care ? 0 : rule switch
        {
            AuthorityRule.Council => sibling ? 1 : applicant.Area == 0 ? 2 : 3,
            AuthorityRule.Faith => faith ? 1 : sibling ? 2 : 3,
            _ => sibling ? 1 : 2,
        };
    }

    private static string Describe(PreferenceLists lists, int applicant) =>
        string.Join(' ', lists.Schools(applicant).ToArray()) + ": " + string.Join(' ', lists.Priorities(applicant).ToArray());
}
