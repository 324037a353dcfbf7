using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>A scenario to start from: the levers of another one, with comments that say what each means and what else could be done.</summary>
public static partial class ScenarioTemplate
{
    private const int Width = 110;

    /// <summary>The text of the new file.</summary>
    /// <param name="name">The new scenario's name.</param>
    /// <param name="from">The scenario whose levers it takes over.</param>
    /// <param name="levers">What scenarios may turn.</param>
    public static string Text(string name, Scenario from, LeverCatalogue levers)
    {
        string baseline = NameOf(from.Baseline);
        var text = new StringBuilder();
        text.Append($"""
            # yaml-language-server: $schema={ScenarioSchema.FileName}
            # A strategy of your own, made from {from.Name}. Edit it, then:
            #
            #   kent validate {name}.yaml: is it right?
            #   kent run {name}.yaml: what does it do, against {baseline}?
            #   kent list levers: what else could be turned?
            #   kent schema --out {ScenarioSchema.FileName}: editors then complete names and say what they mean.
            name: {name}

            # What it is about, in a phrase.
            title: {Written(from.Title)}

            # Where it comes from: a paper and its page, or who thought of it.
            source: {Written($"own; after {from.Name} ({from.Source})")}

            # The future that it changes and is compared with.
            extends: {baseline}

            # What it changes, in this order. A date is the first (from) or last day (to) on which the change holds.

            """);
        LeverSetting[] own = [.. from.Levers.Skip(from.Baseline.Levers.Count)];
        text.Append("levers:\n");
        foreach (LeverSetting setting in own)
        {
            Add(text, setting, levers[setting.Lever], "  ");
        }

        if (own.Length == 0)
        {
            text.Append("  []\n  # An example; put it in the place of [] above, without its first #.\n");
            var example = new LeverSetting(levers.Named[0].Id, LeverOperation.Scale, 1.5, from.Start.AddDays(1), null);
            Add(text, example, levers.Named[0], "  # ");
        }

        AddCosts(text, from);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Add(StringBuilder text, LeverSetting setting, Lever lever, string margin)
    {
        string title = lever.IsNamed ? $"{lever.Title}. " : "";
        Comment(text, $"{title}{lever.Meaning.TrimEnd('.')}.");
        string range = lever.Range is (double low, double high) ? $"; plausible are {low:#,0.#####} to {high:#,0.#####}" : "";
        Comment(text, $"Baseline: {lever.Default:#,0.#####} {lever.Unit}{range}.");
        text.Append($"{margin}- lever: {lever.Id}\n");
        text.Append($"{margin}  {setting.Operation.ToString().ToLowerInvariant()}: {setting.Value:0.##########}   # or set: the new value, scale: a factor, add: a difference\n");
        text.Append($"{margin}  from: {setting.From:yyyy-MM-dd}\n");
        string to = setting.To is DateOnly last ? $"to: {last:yyyy-MM-dd}" : $"# to: {setting.From.AddYears(2):yyyy-MM-dd}   # the last day; without it, for good";
        string ramp = setting.RampMonths > 0 ? $"ramp: {{ months: {setting.RampMonths} }}" : "# ramp: { months: 12 }   # in equal steps on the first of each month; without it, at once";
        text.Append($"{margin}  {to}\n{margin}  {ramp}\n");
    }

    /// <summary>The costs are taken over too: without them the new scenario would look cheaper than the one it is made from.</summary>
    private static void AddCosts(StringBuilder text, Scenario from)
    {
        const string what = "\n# What it costs by itself, in £ at the prices of 2019-20: an amount once (on a day), or a-year (from, to).\n";
        ScenarioCost[] own = [.. from.Costs.Skip(from.Baseline.Costs.Count)];
        text.Append(what);
        text.Append(own.Length > 0 ? "costs:\n" : "# costs:\n#   - what: a project team\n#     a-year: 50000\n#     source: assumed\n");
        foreach (ScenarioCost cost in own)
        {
            text.Append($"  - what: {Written(cost.What)}\n    {(cost.EveryYear ? "a-year" : "once")}: {cost.Pounds:0.##########}\n");
            text.Append($"    {(cost.EveryYear ? "from" : "on")}: {cost.From:yyyy-MM-dd}\n");
            text.Append(cost.To is DateOnly last ? $"    to: {last:yyyy-MM-dd}\n" : "");
            text.Append($"    source: {cost.Source}\n{(cost.Page == "-" ? "" : $"    page: {JsonSerializer.Serialize(cost.Page)}\n")}");
        }
    }

    private static void Comment(StringBuilder text, string sentence)
    {
        var line = new StringBuilder("  #");
        foreach (string word in sentence.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append("  #");
            }

            line.Append(' ').Append(word);
        }

        text.Append(line).Append('\n');
    }

    /// <summary>A shipped scenario is named with its folder.</summary>
    private static string NameOf(Scenario scenario)
    {
        string file = scenario.Files[^1].File;
        const string shipped = "scenarios/";
        return file.StartsWith(shipped, StringComparison.Ordinal) ? Path.ChangeExtension(file[shipped.Length..], null) : scenario.Name;
    }

    /// <summary>Text as YAML needs it: in quotation marks unless nothing in it could mean something else.</summary>
    private static string Written(string text) => Harmless().IsMatch(text) ? text : JsonSerializer.Serialize(text);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 ,;.()/%-]*\z")]
    private static partial Regex Harmless();
}
