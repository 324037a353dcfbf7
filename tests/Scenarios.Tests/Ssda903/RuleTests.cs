using KentSufficiency.Scenarios.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Ssda903;

public sealed class RuleTests
{
    private const int LeastRules = 230;

    private static readonly IReadOnlyList<AnnualReturn> s_small = SmallReturn.Both;

    public static TheoryData<string> Numbers => [.. Planting.All.Select(planting => planting.Number)];

    [Fact]
    public void Every_rule_has_a_planting_and_no_number_is_there_twice()
    {
        Planting.All.Select(planting => planting.Number).Order().ShouldBe(RuleTable.All.Select(rule => rule.Number).Order());
        string[] numbers = [.. RuleTable.All.Select(rule => rule.Number), .. RuleTable.NotChecked.Select(rule => rule.Number)];
        numbers.ShouldBeUnique();
        RuleTable.All.Count.ShouldBeGreaterThan(LeastRules);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_planting_is_found_by_its_rule(string number)
    {
        var check = new ReturnCheck(PlantedReturns.Codes, [RuleTable.Find(number)]);
        check.Run(s_small).ShouldBeEmpty();
        var planted = new PlantedReturns(s_small);
        Planting.All.Single(planting => planting.Number == number).Plant(planted);
        check.Run(planted.Build()).ShouldNotBeEmpty();
    }
}
