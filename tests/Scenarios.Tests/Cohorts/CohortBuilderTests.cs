using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Cohorts.Building;
using KentSufficiency.Simulation.County;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

public sealed class CohortBuilderTests
{
    [Fact]
    public void Twelve_unaccompanied_children_in_Dover_in_October_two_of_them_siblings()
    {
        Cohort cohort = new CohortBuilder(seed: 7)
            .Add(12).Unaccompanied().In("Dover").EnteredCare(2023, 10).Siblings(2)
            .Build();

        cohort.Children.Count.ShouldBe(12);
        cohort.Children.ShouldAllBe(child => child.IsUnaccompanied && child.District == 3 && child.AgeOn(child.FirstCareDay) >= 14 && child.AgeOn(child.FirstCareDay) < 18);
        cohort.Children.ShouldAllBe(child => child.FirstCareDay >= new DateOnly(2023, 10, 1) && child.FirstCareDay <= new DateOnly(2023, 10, 31));
        cohort.Children.GroupBy(child => child.Family.Id).Select(family => family.Count()).OrderDescending().ShouldBe([2, .. Enumerable.Repeat(1, 10)]);
        CohortChild[] siblings = [.. cohort.Children.Where(child => child.Family.Size == 2)];
        siblings[0].Family.Id.ShouldBe(siblings[1].Family.Id);
        siblings[0].Family.Surname.ShouldBe(siblings[1].Family.Surname);
        siblings[0].FirstCareDay.ShouldBe(siblings[1].FirstCareDay);
    }

    [Fact]
    public void A_group_that_is_added_changes_none_before_it()
    {
        static ChildGroup Two() => new CohortBuilder(seed: 3).Add(5).In("Thanet").Girls().EnteredCare(2020, 5).Siblings(3).Add(4).Unaccompanied();
        Two().Add(3).Boys().Build().Children.Select(Told).Take(9).ShouldBe(Two().Build().Children.Select(Told));
    }

    [Fact]
    public void Another_seed_gives_other_children()
    {
        string[] Of(uint seed) => [.. new CohortBuilder(seed).Add(20).Build().Children.Select(Told)];
        Of(1).ShouldBe(Of(1));
        Of(1).Intersect(Of(2)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_said_of_a_course_of_care_happens()
    {
        CohortChild child = new CohortBuilder()
            .Add().Aged(9).EnteredCare(new DateOnly(2021, 6, 1)).Under(LegalStatus.L1).ThenUnder(LegalStatus.C1, after: 3).ThenIn(HomeKind.ChildrensHome, after: 40)
            .LeftCare(EndReason.E4A, after: 100)
            .Build().Children.Single();

        child.AgeOn(new DateOnly(2021, 6, 1)).ShouldBe(9);
        child.Care!.Episodes.Select(episode => (episode.From - child.Care.Episodes[0].From, episode.Legal, episode.Kind, episode.End)).ShouldBe(
        [
            (0, LegalStatus.L1, HomeKind.InHouseFoster, "X1"), (3, LegalStatus.C1, HomeKind.InHouseFoster, "X1"), (40, LegalStatus.C1, HomeKind.ChildrensHome, "E4A"),
        ]);
        child.Care.Episodes[^1].Until.ShouldBe(child.Care.Episodes[0].From + 100);
    }

    [Fact]
    public void Who_comes_of_age_in_care_leaves_it()
    {
        CohortChild child = new CohortBuilder().Add().Aged(16).EnteredCare(2019, 4).Build().Children.Single();
        child.Care!.Episodes.Single().End.ShouldBe("E5");
        child.Care.LeaverFrom.ShouldBe(child.Care.Episodes.Single().Until);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Should.Throw<ArgumentException>(() => new CohortBuilder().Add().In("Medway")).Message.ShouldContain("Medway");
        Should.Throw<ArgumentOutOfRangeException>(() => new CohortBuilder().Add(3).Siblings(4));
        Should.Throw<ArgumentOutOfRangeException>(() => new CohortBuilder().Add().Aged(18));
        Should.Throw<ArgumentOutOfRangeException>(() => new CohortBuilder().Add().LeftCare(EndReason.E8, after: 0));
        Should.Throw<CohortException>(() => new CohortBuilder().Add().EnteredCare(2030, 1).Build()).Message.ShouldContain("outside the history");
        Should.Throw<CohortException>(() => new CohortBuilder().Between(new DateOnly(2020, 5, 1), new DateOnly(2021, 3, 31)).Add().Build().Returns()).Message.ShouldContain("collection year");
    }

    private static string Told(CohortChild child) =>
        $"{child.Id} {child.Forename} {child.Family.Id} {child.Family.Surname} {child.Born} {child.Ethnicity} {child.Upn} {child.Address} {string.Join(',', child.Care!.Episodes.Select(episode => episode.From))}";
}
