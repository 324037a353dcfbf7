namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>Checks returns on children looked after, rule by rule.</summary>
/// <param name="codes">The codes that are known.</param>
/// <param name="rules">The rules to apply; <see cref="RuleTable.All"/> are all.</param>
public sealed class ReturnCheck(CodeSets codes, IReadOnlyList<ReturnRule> rules)
{
    /// <summary>Whether a rule is applied to a return.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="year">The collection year.</param>
    /// <param name="hasPrevious">Whether the return of the year before is there.</param>
    public static bool Applies(ReturnRule rule, int year, bool hasPrevious) => year >= rule.FirstYear && (hasPrevious || !rule.NeedsPrevious);

    /// <summary>Checks every return of a set, each with those before it.</summary>
    /// <param name="returns">The returns, the earliest year first.</param>
    /// <returns>What breaks a rule: by year, then in the order of the rules and of the rows. A row is told once a rule.</returns>
    /// <exception cref="ReturnException">The codes of a year are not known.</exception>
    public IReadOnlyList<Finding> Run(IEnumerable<AnnualReturn> returns)
    {
        List<Finding> findings = [];
        List<CheckedReturn> earlier = [];
        foreach (AnnualReturn filed in returns)
        {
            CodeSets.HoldToYears(filed.Year);
            var checkedReturn = new CheckedReturn(filed, codes, [.. earlier]);
            foreach (ReturnRule rule in rules.Where(rule => Applies(rule, filed.Year, checkedReturn.Previous is not null)))
            {
                HashSet<ReturnRow> found = [];
                findings.AddRange(rule.Find(checkedReturn).Where(found.Add).Select(row => new Finding(rule, filed.Year, row)));
            }

            earlier.Add(checkedReturn);
        }

        return findings;
    }
}
