using System.Text;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>The rules as tables in Markdown, as the page about them has them.</summary>
public static class RuleListing
{
    /// <summary>The rules that are checked.</summary>
    public static string Checked()
    {
        var text = new StringBuilder("| rule | what is wrong | files | when |\n|---|---|---|---|\n");
        foreach (ReturnRule rule in RuleTable.All)
        {
            text.Append($"| {rule.Number} | {rule.Meaning} | {string.Join(", ", rule.Files.Select(file => file.FileName[..^4]))} | {When(rule)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The rules that are not, and why.</summary>
    public static string NotChecked()
    {
        var text = new StringBuilder("| rule | what it looks for | why it is not checked |\n|---|---|---|\n");
        foreach (UncheckedRule rule in RuleTable.NotChecked)
        {
            text.Append($"| {rule.Number} | {rule.Meaning} | {rule.Reason} |\n");
        }

        return text.ToString();
    }

    private static string When(ReturnRule rule)
    {
        string before = rule.NeedsPrevious ? "with the year before" : "";
        string from = rule.FirstYear > CodeSets.FirstYear ? $"from {rule.FirstYear}" : "";
        return string.Join(", ", new[] { before, from }.Where(part => part.Length > 0));
    }
}
