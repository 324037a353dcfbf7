using KentSufficiency.Scenarios.Cohorts.Building;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>How a life in care is put into the codes of the return, each time of one child or a few made by hand.</summary>
public sealed class ReturnCodingTests
{
    private static readonly CodeSets s_codes = CodeSets.Load(DataFolder.Locate());

    [Fact]
    public void Semi_independent_homes_are_K3_from_the_day_they_were_regulated()
    {
        Cohort cohort = new CohortBuilder().Add().Unaccompanied().Aged(16).EnteredCare(new DateOnly(2023, 5, 10)).PlacedIn(HomeKind.SemiIndependent).Build();
        Rows(cohort, 2024).ShouldBe(["10/05/2023 S V2 H5 PR4 28/10/2023 X1 PLACE", "28/10/2023 T V2 K3 PR4   "]);
        Rows(cohort, 2024, codes: 2019).ShouldBe(["10/05/2023 S V2 H5 PR4   "]);
        Rows(cohort, 2024, codes: 2025).ShouldBe(["10/05/2023 S V2 K3 PR4   "]);
    }

    [Fact]
    public void A_stop_gap_that_is_kept_is_one_episode_and_a_conversion_two()
    {
        Cohort cohort = new CohortBuilder()
            .Add().Aged(5).EnteredCare(new DateOnly(2022, 6, 1)).PlacedIn(HomeKind.EmergencyBed).ThenAs(HomeKind.InHouseFoster, after: 9).ThenAs(HomeKind.InHouseLongTerm, after: 100)
            .Build();
        Rows(cohort, 2023).ShouldBe(["01/06/2022 S V2 U6 PR1 09/09/2022 X1 PLACE", "09/09/2022 T V2 U4 PR1   "]);
    }

    [Fact]
    public void A_move_and_a_legal_status_on_one_day_are_both_told()
    {
        Cohort cohort = new CohortBuilder()
            .Add().Aged(8).EnteredCare(new DateOnly(2022, 6, 1)).ThenUnder(LegalStatus.C1, after: 10)
            .ThenIn(HomeKind.AgencyFoster, after: 30, MoveReason.CarerBehaviour).ThenUnder(LegalStatus.C2, after: 60).ThenIn(HomeKind.ChildrensHome, after: 60, MoveReason.Allegation)
            .Build();
        Rows(cohort, 2023).ShouldBe(
        [
            "01/06/2022 S V2 U6 PR1 11/06/2022 X1 ", "11/06/2022 L C1 U6 PR1 01/07/2022 X1 CREQB", "01/07/2022 P C1 U6 PR4 31/07/2022 X1 ALLEG", "31/07/2022 B C2 K2 PR4   ",
        ]);
    }

    [Fact]
    public void With_parents_a_child_is_under_an_order()
    {
        Cohort cohort = new CohortBuilder().Add().Aged(8).EnteredCare(new DateOnly(2022, 6, 1)).ThenIn(HomeKind.WithParents, after: 30).Build();
        Rows(cohort, 2023).ShouldBe(["01/06/2022 S V2 U6 PR1 01/07/2022 X1 CARPL", "01/07/2022 B C2 P1 PR0   "]);
    }

    [Theory]
    [InlineData(HomeKind.ConnectedPerson, 2023, "E45")]
    [InlineData(HomeKind.InHouseFoster, 2023, "E46")]
    [InlineData(HomeKind.ChildrensHome, 2023, "E47")]
    [InlineData(HomeKind.InHouseFoster, 2016, "E43")]
    [InlineData(HomeKind.ChildrensHome, 2016, "E44")]
    public void Special_guardianship_is_coded_by_the_last_placement(HomeKind home, int codes, string expected)
    {
        Cohort cohort = new CohortBuilder().Add().Aged(8).EnteredCare(new DateOnly(2022, 6, 1)).PlacedIn(home).LeftCare(EndReason.E45, after: 50).Build();
        cohort.Returns(codes).Single(filed => filed.Year == 2023)[ReturnFiles.Episodes].Single()["REC"].ShouldBe(expected);
    }

    [Fact]
    public void An_adoption_has_its_decision_match_and_order_in_this_order()
    {
        Cohort cohort = new CohortBuilder()
            .Add(40).Aged(0, 3).EnteredCare(new DateOnly(2021, 5, 1)).Under(LegalStatus.C1).ThenUnder(LegalStatus.E1, after: 200).ThenIn(HomeKind.Adoption, after: 200)
            .LeftCare(EndReason.E12, after: 400)
            .Build();
        AnnualReturn last = cohort.Returns().Single(filed => filed.Year == 2023);
        last[ReturnFiles.Ad1].Count.ShouldBe(40);
        foreach (ReturnRow adoption in last[ReturnFiles.Ad1])
        {
            ReturnRow decision = last[ReturnFiles.PlacedForAdoption].Single(row => row.Child == adoption.Child);
            decision.Date("DATE_PLACED").ShouldBe(adoption.Date("DATE_INT"));
            adoption.Date("DATE_INT")!.Value.ShouldBeLessThanOrEqualTo(adoption.Date("DATE_MATCH")!.Value);
            adoption.Date("DATE_MATCH")!.Value.ShouldBeLessThanOrEqualTo(new DateOnly(2021, 5, 1).AddDays(200));
        }

        Find(cohort).ShouldBeEmpty();
    }

    [Fact]
    public void An_adoption_of_31_March_is_told_a_day_earlier_since_the_rules_ask_for_it_and_forbid_it()
    {
        Cohort cohort = new CohortBuilder()
            .Add().Aged(2).EnteredCare(new DateOnly(2021, 5, 1)).Under(LegalStatus.E1).ThenIn(HomeKind.Adoption, after: 100)
            .LeftCare(EndReason.E11, after: new DateOnly(2023, 3, 31).DayNumber - new DateOnly(2021, 5, 1).DayNumber)
            .Build();
        cohort.Returns().Single(filed => filed.Year == 2023)[ReturnFiles.Episodes][^1]["DEC"].ShouldBe("30/03/2023");
        Find(cohort).ShouldBeEmpty();
    }

    [Fact]
    public void Children_of_many_kinds_break_no_rule()
    {
        Cohort cohort = new CohortBuilder(seed: 11)
            .Add(60).Unaccompanied().PlacedIn(HomeKind.Reception).ThenIn(HomeKind.SupportedLodgings, after: 40)
            .Add(30).Aged(13).PlacedIn(HomeKind.IndependentLiving)
            .Add(60).Girls().Aged(14, 16).PlacedIn(HomeKind.ChildrensHome).ThenIn(HomeKind.InHouseFoster, after: 30, MoveReason.ChildRequest)
            .Add(60).Aged(0, 3).PlacedIn(HomeKind.ResidentialSchool).LeftCare(EndReason.E4B, after: 20)
            .Add(60).Aged(0, 15).Siblings(4).Under(LegalStatus.L2).ThenUnder(LegalStatus.C1, after: 8).ThenUnder(LegalStatus.C2, after: 250).ThenIn(HomeKind.WithParents, after: 300)
            .Add(40).Aged(0, 10).Under(LegalStatus.E1).LeftCare(EndReason.E4A, after: 500)
            .Add(30).Aged(12, 17).Under(LegalStatus.J1).LeftCare(EndReason.E9, after: 25)
            .Build();
        Find(cohort).ShouldBeEmpty();
    }

    [Fact]
    public void An_unaccompanied_child_has_no_postcode_of_home()
    {
        ReturnRow episode = new CohortBuilder().Add().Unaccompanied().EnteredCare(2023, 6).Build().Returns()[^1][ReturnFiles.Episodes][0];
        episode["HOME_POST"].ShouldBeEmpty();
        episode["PL_POST"].ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Find(Cohort cohort) =>
        new ReturnCheck(s_codes, RuleTable.All).Run(cohort.Returns()).Select(found => $"{found.Rule.Number} {found.Rule.Meaning} {found.Year} {string.Join(',', found.Row.Fields)}");

    private static string[] Rows(Cohort cohort, int year, int? codes = null) =>
    [
        .. cohort.Returns(codes).Single(filed => filed.Year == year)[ReturnFiles.Episodes].Select(row =>
            $"{row["DECOM"]} {row["RNE"]} {row["LS"]} {row["PLACE"]} {row["PLACE_PROVIDER"]} {row["DEC"]} {row["REC"]} {row["REASON_PLACE_CHANGE"]}"),
    ];
}
