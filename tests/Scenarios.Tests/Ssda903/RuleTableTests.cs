using KentSufficiency.EndToEndTests;
using KentSufficiency.Scenarios.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Ssda903;

public sealed class RuleTableTests
{
    [Fact]
    public void The_page_has_the_rules_of_the_program()
    {
        string page = File.ReadAllText(Repository.PathTo("docs", "check-903.md"));
        Between(page, "<!-- checked -->\n").ShouldBe(RuleListing.Checked(), "print them with kent check-903 --list");
        Between(page, "<!-- not checked -->\n").ShouldBe(RuleListing.NotChecked(), "print them with kent check-903 --list");
    }

    [Fact]
    public void A_rule_is_found_in_any_case_and_one_that_is_not_there_is_told()
    {
        RuleTable.Find("noe").Number.ShouldBe("NoE");
        RuleTable.Find("503b").Number.ShouldBe("503B");
        Should.Throw<ReturnException>(() => RuleTable.Find("9999")).Message.ShouldContain("There is no rule '9999'");
        Should.Throw<ReturnException>(() => RuleTable.Find("1008")).Message.ShouldContain("Ofsted's register");
    }

    [Fact]
    public void Every_meaning_is_a_sentence_of_one_line()
    {
        foreach (ReturnRule rule in RuleTable.All)
        {
            rule.Meaning.ShouldEndWith(".");
            rule.Meaning.ShouldNotContain('|');
            rule.Meaning.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void Rules_that_compare_are_left_out_where_there_is_no_return_before_and_those_of_later_years_too()
    {
        ReturnRule before = RuleTable.Find("503A");
        ReturnCheck.Applies(before, 2024, hasPrevious: false).ShouldBeFalse();
        ReturnCheck.Applies(before, 2024, hasPrevious: true).ShouldBeTrue();
        ReturnCheck.Applies(RuleTable.Find("225"), 2015, hasPrevious: true).ShouldBeFalse();

        var planted = new PlantedReturns(SmallReturn.Both);
        Planting.All.Single(planting => planting.Number == "503A").Plant(planted);
        var check = new ReturnCheck(PlantedReturns.Codes, [before]);
        check.Run([planted.Build()[1]]).ShouldBeEmpty();
        check.Run(planted.Build()).Select(found => found.Year).ShouldBe([2024]);
    }

    /// <summary>A return two years later is not compared with one that is not the year before.</summary>
    [Fact]
    public void A_gap_in_the_years_breaks_the_comparison()
    {
        var later = new AnnualReturn(2025, ReturnFiles.All.SelectMany(file => SmallReturn.Both[1][file]));
        new ReturnCheck(PlantedReturns.Codes, [RuleTable.Find("NoE"), RuleTable.Find("502")]).Run([SmallReturn.Both[0], later]).ShouldBeEmpty();
    }

    private static string Between(string page, string mark)
    {
        int from = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return page[from..page.IndexOf("<!-- end -->", from, StringComparison.Ordinal)];
    }
}
