using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Ssda903;

public sealed class SmallReturnTests
{
    [Fact]
    public void The_small_returns_break_no_rule()
    {
        IReadOnlyList<Finding> findings = new ReturnCheck(CodeSets.Load(DataFolder.Locate()), RuleTable.All).Run(SmallReturn.Both);
        findings.Select(found => $"{found.Rule.Number} {found.Year} {found.Row.File} line {found.Row.Line}, child {found.Row.Child}: {found.Rule.Meaning}").ShouldBeEmpty();
    }
}
