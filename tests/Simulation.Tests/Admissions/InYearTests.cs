using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.SimulationTests.Schools;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>One child who needs a school now.</summary>
public class InYearTests
{
    private static readonly School[] s_three =
    [
        TestEstate.School(0, SchoolKind.Primary, east: 200),
        TestEstate.School(1, SchoolKind.Primary, east: 100),
        TestEstate.School(2, SchoolKind.Primary, east: 300),
    ];

    [Fact]
    public void A_child_goes_to_the_school_liked_best_of_those_with_a_place()
    {
        SchoolRolls rolls = Rolls(s_three, year: 4, 29, 30, 29);
        Assert.Equal(new InYearAnswer(2, InYearRoute.Place), Ask(s_three, rolls, 4, liking: [0, 50, 20]));
        Assert.Equal(new InYearAnswer(0, InYearRoute.Place), Ask(s_three, rolls, 4, liking: [50, 50, 0]));
    }

    [Fact]
    public void Without_a_place_in_reach_fair_access_finds_the_nearest_school_below_its_over_offer()
    {
        School[] schools = [.. s_three.Select(school => school with { OverOffer = 2 })];
        Assert.Equal(new InYearAnswer(1, InYearRoute.FairAccess), Ask(schools, Rolls(schools, 4, 30, 31, 31), 4));
        Assert.Equal(new InYearAnswer(0, InYearRoute.FairAccess), Ask(schools, Rolls(schools, 4, 31, 32, 31), 4));
        Assert.Equal(new InYearAnswer(ResidentState.NoSchool, InYearRoute.None), Ask(schools, Rolls(schools, 4, 32, 32, 32), 4));
        Assert.Equal(
            InYearRoute.None, Ask(schools, Rolls(schools, 4, 30, 30, 30), 4, rates: AdmissionsBench.Plain with { FairAccess = 0 }).Route);
    }

    [Theory]
    [InlineData(0, InYearFacts.None, InYearRoute.None)]
    [InlineData(2, InYearFacts.None, InYearRoute.None)]
    [InlineData(3, InYearFacts.None, InYearRoute.FairAccess)]
    [InlineData(2, InYearFacts.LookedAfter, InYearRoute.Excepted)]
    [InlineData(2, InYearFacts.Excepted, InYearRoute.Excepted)]
    public void No_infant_class_goes_above_30_but_for_those_whom_the_law_excepts(int year, InYearFacts facts, InYearRoute expected)
    {
        School[] schools = [.. s_three.Select(school => school with { OverOffer = 1 })];
        Assert.Equal(expected, Ask(schools, Rolls(schools, year, 30, 30, 30), year, facts: facts).Route);
        Assert.Equal(InYearRoute.None, Ask(schools, Rolls(schools, year, 31, 31, 31), year, facts: facts).Route);
    }

    [Fact]
    public void A_looked_after_child_gets_the_school_liked_best_though_it_is_full()
    {
        School[] schools = [.. s_three.Select(school => school with { OverOffer = 1 })];
        SchoolRolls rolls = Rolls(schools, 5, 0, 0, 30);
        Assert.Equal(new InYearAnswer(2, InYearRoute.Excepted), Ask(schools, rolls, 5, InYearFacts.LookedAfter, liking: [0, 0, 50]));
        Assert.NotEqual(2, Ask(schools, rolls, 5, liking: [0, 0, 50]).School);
    }

    [Fact]
    public void A_school_out_of_reach_or_without_places_for_the_cohort_takes_nobody()
    {
        School[] schools = [.. s_three.Select(school => school with { OverOffer = 5 })];
        SchoolRolls rolls = Rolls(schools, 4, 0, 0, 0);
        Assert.Equal(1, Ask(schools, rolls, 4, rates: AdmissionsBench.Plain with { Reach = [1.5, 9] }, liking: [50, 0, 50]).School);
        for (int school = 0; school < schools.Length; school++)
        {
            rolls.Capacity(school, -4) = 0;
        }

        Assert.Equal(InYearRoute.None, Ask(schools, rolls, 4).Route);
    }

    [Theory]
    [InlineData(1, SchoolKind.Infant)]
    [InlineData(4, SchoolKind.Junior)]
    [InlineData(8, SchoolKind.Secondary)]
    [InlineData(9, SchoolKind.AllAge)]
    public void Every_kind_of_school_is_in_view_of_its_year_groups(int year, SchoolKind kind)
    {
        School[] schools = [TestEstate.School(0, SchoolKind.Special), TestEstate.School(1, kind)];
        Assert.Equal(1, Ask(schools, Rolls(schools, year, 0, 0), year).School);
        Assert.Equal(ResidentState.NoSchool, Ask(schools, Rolls(schools, 13, 0, 0), 13).School);
    }

    [Theory]
    [InlineData(0, InYearRoute.None)]
    [InlineData(1, InYearRoute.Place)]
    public void A_grammar_school_takes_only_who_passed(double pass, InYearRoute expected)
    {
        School[] schools = [TestEstate.School(0, SchoolKind.Secondary) with { Selective = true, OverOffer = 9 }];
        AdmissionRates rates = AdmissionsBench.Plain with { TestPass = pass };
        Assert.Equal(expected, Ask(schools, Rolls(schools, 8, 0), 8, rates: rates).Route);
        Assert.Equal(InYearRoute.None, Ask(schools, Rolls(schools, 8, 30), 8, rates: rates).Route);
    }

    [Theory]
    [InlineData(30, 5, 0, false, 0)]
    [InlineData(45, 5, 2, false, 5)]
    [InlineData(45, 40, 2, false, 15)]
    [InlineData(45, 40, 3, false, 40)]
    [InlineData(30, 5, 0, true, 5)]
    [InlineData(0, 5, 4, true, 0)]
    public void The_over_offer_is_what_is_declared_within_the_limit_of_infant_classes(int capacity, int declared, int year, bool excepted, int above) =>
        Assert.Equal(above, AdmissionsBench.Plain.Above(capacity, declared, year, excepted));

    private static InYearAnswer Ask(
        School[] schools, SchoolRolls rolls, int year, InYearFacts facts = InYearFacts.None, double[]? liking = null, AdmissionRates? rates = null)
    {
        Estate estate = TestEstate.Of(schools);
        rates ??= AdmissionsBench.Plain;
        var appeal = new SchoolAppeal(estate);
        appeal.Look(rates, liking ?? new double[schools.Length], new Grade[schools.Length]);
        var view = new InYearView { Reach = new SchoolReach(estate), Rolls = rolls, Appeal = appeal };
        var child = new InYearApplicant(year, -year, 0, 0, 0, 0, facts);
        return new InYear().Find(rates, view, child, AdmissionsBench.DrawsOf(AdmissionsBench.IdOf(1)));
    }

    private static SchoolRolls Rolls(School[] schools, int year, params int[] roll)
    {
        var rolls = new SchoolRolls(schools.Length, 2);
        foreach (School school in schools)
        {
            rolls.Capacity(school.Index, -year) = school.Teaches(year) ? school.Pan : 0;
            rolls.Roll(school.Index, -year) = roll[school.Index];
        }

        return rolls;
    }
}
