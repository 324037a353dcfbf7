using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.ScenariosTests.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>What two small returns tell, counted by hand.</summary>
public class ReturnFactsTests
{
    private static readonly CareFacts s_facts = ReturnFacts.Of("small", SmallReturn.Both, synthetic: true);

    [Fact]
    public void Children_looked_after_on_the_last_day_are_counted_without_those_on_short_breaks() =>
        s_facts.Of(Counted.Stock).Select(fact => fact.Child.Id).Order().ShouldBe(["101", "102", "103", "104", "109", "110", "116", "117", "118", "122", "124"]);

    [Fact]
    public void Starts_and_ends_of_the_last_year_are_counted_once_a_child()
    {
        s_facts.Of(Counted.Started).Select(fact => fact.Child.Id).Order().ShouldBe(["108", "110", "119", "122"]);
        s_facts.Of(Counted.Ceased).Select(fact => fact.Child.Id).Order().ShouldBe(["105", "106", "107", "108", "112", "113", "119", "123"]);
    }

    [Fact]
    public void A_stay_in_hospital_is_no_move()
    {
        s_facts.Of(Counted.Moves).Select(fact => fact.Child.Id).Order().ShouldBe(["104", "106", "109"]);
        s_facts.Of(Counted.Moves).First(fact => fact.Child.Id == "104").Before!.MoveReason.ShouldBe("CREQB");
        Began("117").ShouldBe(new DateOnly(2018, 8, 8));
    }

    [Fact]
    public void A_later_return_tells_an_episode_anew_and_the_earlier_tells_when_care_began()
    {
        FactChild adopted = Child("105");
        adopted.Episodes.Count.ShouldBe(3);
        adopted.Episodes[^1].End.ShouldBe("E12");
        CarePeriods.CareStart(adopted, adopted.Episodes[^1]).ShouldBe((new DateOnly(2021, 8, 1), true));
    }

    [Fact]
    public void A_change_of_code_with_the_same_carers_is_a_move_but_no_new_home()
    {
        FactChild child = Child("106");
        child.Episodes[^1].StartsPlacement.ShouldBeTrue();
        CarePeriods.PlacementStart(child, child.Episodes[^1]).Day.ShouldBe(new DateOnly(2022, 2, 1));
    }

    [Fact]
    public void Where_the_first_return_does_not_tell_when_care_began_it_is_left_open()
    {
        CareFacts last = ReturnFacts.Of("small", [SmallReturn.Both[1]], synthetic: true);
        FactChild child = last.Children.First(one => one.Id == "118");
        CarePeriods.CareStart(child, child.Episodes[0]).ShouldBe((new DateOnly(2022, 8, 8), false));
        var durations = new CareDurations(last, UnaccompaniedWeights.None);
        durations.UnknownPeriods.ShouldBe(4); // 105, 116, 118 and 124
    }

    [Fact]
    public void Numbers_are_those_of_a_count_by_hand()
    {
        var numbers = new CareNumbers(s_facts, UnaccompaniedWeights.None);
        numbers.Of(NumberIds.TwelveMonths)!.Value.Value.ShouldBe(9.0 / 11, 1e-12);
        numbers.Of(NumberIds.SamePlacement)!.Value.Value.ShouldBe(5.0 / 6, 1e-12);
        numbers.Of(NumberIds.AdoptionDays)!.Value.Value.ShouldBe((558 + 443) / 2.0, 1e-12);
    }

    [Fact]
    public void Days_in_care_are_told_by_the_age_of_each_day()
    {
        CareFacts one = Facts(new DateOnly(2015, 7, 1));
        var transitions = new CareTransitions(one, UnaccompaniedWeights.None);
        (transitions.Years[1] * 365.25).ShouldBe(91, 1e-9);
        (transitions.Years[2] * 365.25).ShouldBe(274, 1e-9);
        transitions.Years.Sum().ShouldBe(365 / 365.25, 1e-9);
    }

    [Fact]
    public void A_year_that_is_missing_is_refused() =>
        Should.Throw<FidelityException>(() => ReturnFacts.Of("small", [SmallReturn.Both[0], new AnnualReturn(2025, [])], synthetic: true))
            .Message.ShouldContain("2023 and 2025");

    [Fact]
    public void A_date_that_is_none_is_refused_with_its_line()
    {
        AnnualReturn filed = SmallReturn.Both[1];
        ReturnRow bad = filed[ReturnFiles.Episodes][0].With("DECOM", "soon");
        Should.Throw<FidelityException>(() => ReturnFacts.Of("small", [new AnnualReturn(2024, [bad])], synthetic: true)).Message.ShouldContain("episodes.csv, line 2: DECOM is no date");
        ReturnRow[] alone = [filed[ReturnFiles.Episodes][0]];
        Should.Throw<FidelityException>(() => ReturnFacts.Of("small", [new AnnualReturn(2024, alone)], synthetic: true)).Message.ShouldContain("no date of birth");
    }

    [Fact]
    public void A_folder_without_returns_is_refused_with_what_it_must_hold()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FidelityException>(() => FactsReader.Read(folder.Path, "here")).Message.ShouldContain("'here' must hold returns");
        ReturnFolders.WriteOne(folder.In("2024"), new AnnualReturn(2024, []));
        Should.Throw<FidelityException>(() => FactsReader.Read(folder.Path, "here")).Message.ShouldContain("Nobody in 'here' is looked after on 31 March 2024");
    }

    private static FactChild Child(string id) => s_facts.Children.First(child => child.Id == id);

    private static DateOnly Began(string id) => CarePeriods.PlacementStart(Child(id), Child(id).Episodes[^1]).Day;

    private static CareFacts Facts(DateOnly born) => new()
    {
        Name = "one",
        Kind = "by hand",
        First = new DateOnly(2020, 4, 1),
        Last = new DateOnly(2021, 3, 31),
        Children =
        [
            new FactChild
            {
                Id = "1",
                Born = born,
                Female = true,
                Ethnicity = "WBRI",
                Unaccompanied = false,
                Episodes = [new FactEpisode { From = new DateOnly(2019, 4, 1), Legal = "C2", Need = "N1", Place = "U4", Provider = "PR1" }],
            },
        ],
    };
}
