using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Ssda903;

public sealed class CodeSetsTests
{
    private static readonly CodeSets s_codes = CodeSets.Load(DataFolder.Locate());

    [Theory]
    [InlineData("PLACE", "K3", 2023, false)]
    [InlineData("PLACE", "K3", 2024, true)]
    [InlineData("PLACE", "H5", 2024, true)]
    [InlineData("PLACE", "H5", 2025, false)]
    [InlineData("REASON_PLACE_CHANGE", "CREQB", 2015, false)]
    [InlineData("REASON_PLACE_CHANGE", "CREQB", 2016, true)]
    [InlineData("LS", "E1", 2014, true)]
    [InlineData("LS", "X1", 2014, false)]
    [InlineData("REC", "X1", 2025, true)]
    public void Codes_come_and_go(string set, string code, int year, bool known) => s_codes.IsKnown(set, code, year).ShouldBe(known);

    [Fact]
    public void The_codes_of_a_set_are_those_of_the_year()
    {
        s_codes.Codes("UPN_UNKNOWN", 2019).ShouldBe(["UN1", "UN2", "UN3", "UN4", "UN5"]);
        s_codes.Codes("REASON_PLACE_CHANGE", 2015).ShouldBeEmpty();
        s_codes.Codes("PLACE", 2025).ShouldContain("K3");
        s_codes.Names.ShouldContain("IN_TOUCH");
    }

    [Theory]
    [InlineData(2013)]
    [InlineData(2026)]
    public void Years_that_are_not_known_are_refused(int year)
    {
        Should.Throw<ReturnException>(() => s_codes.IsKnown("LS", "C1", year)).Message.ShouldContain("codes are known for 2014 to 2025");
        Should.Throw<ReturnException>(() => new ReturnCheck(s_codes, RuleTable.All).Run([new AnnualReturn(year, [])])).Message.ShouldContain("2014 to 2025");
    }

    [Theory]
    [InlineData("PLACE,K3,x,2024,2023,a,", "before the first year")]
    [InlineData("PLACE,K3,x,2013,,a,", "is no collection year of 2014 to 2025")]
    [InlineData("PLACE,K3,x,2024,,b,", "'b' is not in sources.csv")]
    [InlineData("PLACE,K3,,2024,,a,", "the field is empty")]
    [InlineData("PLACE,K3,x,2024,,a,\nPLACE,K3,y,2024,,a,", "is there twice")]
    public void A_row_that_breaks_a_rule_is_refused(string rows, string told)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("ssda903"));
        File.WriteAllText(folder.In("sources.csv"), "id,title,publisher,date,reference,licence,own_return\na,T,P,2020-01-01,R,L,no\n");
        File.WriteAllText(folder.In("ssda903/code-sets.csv"), $"set,code,meaning,first_year,last_year,source,note\n{rows}\n");
        Should.Throw<EvidenceException>(() => CodeSets.Load(folder.Path)).Message.ShouldContain(told);
    }
}
