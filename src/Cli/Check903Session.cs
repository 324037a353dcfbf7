using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent check-903</c>.</summary>
internal sealed class Check903Session(Check903Request request, CommandHost host)
{
    private const int PlacesTold = 3;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code: bad input where an error is found.</returns>
    public int Run()
    {
        if (request.List)
        {
            host.Output.WriteLine($"{RuleListing.Checked()}\n{RuleListing.NotChecked().TrimEnd()}");
            return ExitCode.Done;
        }

        string folder = request.Folder ?? throw new InputException("Say which folder holds the returns: kent check-903 DIR, or --list for the rules.");
        IReadOnlyList<ReturnRule> rules = request.Rules.Count == 0 ? RuleTable.All : [.. request.Rules.Select(RuleTable.Find).Distinct()];
        IReadOnlyList<AnnualReturn> returns = ReturnReader.ReadSet(folder, request.Year);
        AnnualReturn[] asked = [.. returns.Where(filed => filed.Year == (request.Year ?? filed.Year))];
        IReadOnlyList<Finding> all = new ReturnCheck(CodeSets.Load(host.DataDirectory), rules).Run(returns);
        Finding[] findings = [.. all.Where(found => asked.Any(filed => filed.Year == found.Year))];
        if (request.Out is string file)
        {
            FindingsFile.Write(Path.Combine(host.CurrentDirectory, file), findings);
        }

        string checkedBy = $"{Count(asked.Sum(filed => filed.RowCount), "row")} of {Count(asked.Length, "return")}";
        int applied = rules.Count(rule => asked.Any(filed => ReturnCheck.Applies(rule, filed.Year, returns.Any(other => other.Year == filed.Year - 1))));
        string without = applied < rules.Count ? $" ({rules.Count - applied:#,0} need the return before or a later year)" : "";
        if (findings.Length == 0)
        {
            host.Output.WriteLine($"{checkedBy}: {Count(applied, "rule")}, no error{without}");
            return ExitCode.Done;
        }

        Tell(findings, asked.Length > 1);
        int broken = findings.DistinctBy(found => found.Rule).Count();
        host.Output.WriteLine($"{checkedBy}: {Count(applied, "rule")}, {Count(findings.Length, "error")} by {broken:#,0} of them{without}");
        return ExitCode.BadInput;
    }

    private static string Count(int number, string what) => $"{number:#,0} {what}{(number == 1 ? "" : "s")}";

    private void Tell(Finding[] findings, bool withYear)
    {
        host.Output.WriteLine("rule    errors  what is wrong");
        ILookup<ReturnRule, Finding> byRule = findings.ToLookup(found => found.Rule);
        foreach (ReturnRule rule in RuleTable.All.Where(byRule.Contains))
        {
            Finding[] broken = [.. byRule[rule]];
            host.Output.WriteLine($"{rule.Number,-6}{broken.Length,8:#,0}  {rule.Meaning}");
            foreach (Finding found in broken.Take(PlacesTold))
            {
                string place = $"{(withYear ? $"{found.Year}/" : "")}{found.Row.File.FileName}:{found.Row.Line}";
                host.Output.WriteLine($"                {place}, child {found.Row.Child}");
            }

            if (broken.Length > PlacesTold)
            {
                host.Output.WriteLine($"                and {broken.Length - PlacesTold:#,0} more");
            }
        }
    }
}
