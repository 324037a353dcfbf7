using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.ScenariosTests.Levers;

namespace KentSufficiency.ScenariosTests.Strategies;

/// <summary>The strategies that ship are right, cite what they rest on, and can be simulated.</summary>
public sealed partial class ShippedScenarioTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "scenarios");

    public static TheoryData<string> Names => [.. RealCounty.Library.Names];

    public static TheoryData<string> Strategies => [.. StrategyNames];

    private static IEnumerable<string> StrategyNames =>
        RealCounty.Library.Names.Where(name => RealCounty.Library.Load(name) is { IsValidation: false } s && s.Baseline != s);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_loads_without_remark_and_compiles(string name)
    {
        Scenario scenario = RealCounty.Library.Load(name);
        Assert.Empty(scenario.Remarks);
        Assert.NotEmpty(RealCounty.Builder.Build(scenario, scenario.Run.Years ?? 5).Regimes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_first_line_names_the_schema_for_editors(string name)
    {
        string up = name.Contains('/', StringComparison.Ordinal) ? "../" : "";
        Assert.Equal(
            $"# yaml-language-server: $schema={up}{ScenarioSchema.FileName}", File.ReadLines(Path.Combine(s_folder, name + ".yaml")).First());
    }

    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_strategy_cites_a_page_or_says_that_it_is_a_test(string name)
    {
        string source = RealCounty.Library.Load(name).Source;
        Match cited = Citation().Match(source);
        Assert.True(source.StartsWith("stress test", StringComparison.Ordinal) || cited.Success, source);
        Assert.True(!cited.Success || SourceList.Load(DataFolder.Locate()).TryGet(cited.Groups[1].Value, out _), source);
    }

    [Fact]
    public void There_are_at_least_ten_strategies_that_cite_a_page() =>
        Assert.True(StrategyNames.Count(name => Citation().IsMatch(RealCounty.Library.Load(name).Source)) >= 10);

    /// <summary>The comment before a lever or a cost names the strategy that it comes from; it must be that strategy's to the letter.</summary>
    [Fact]
    public void Everything_at_once_is_the_sum_of_strategies()
    {
        const string name = "everything-at-once";
        string[] named = [.. File.ReadLines(Path.Combine(s_folder, name + ".yaml"))
            .Select(line => Part().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(named.Length > 10);
        Assert.Equal(named.SelectMany(part => RealCounty.Library.Load(part).Levers), RealCounty.Library.Load(name).Levers);
        Assert.Equal(named.SelectMany(part => RealCounty.Library.Load(part).Costs), RealCounty.Library.Load(name).Costs);
        Assert.NotEmpty(RealCounty.Library.Load(name).Costs);
    }

    [Fact]
    public void The_schema_is_that_of_the_types_and_the_levers()
    {
        string committed = File.ReadAllText(Path.Combine(s_folder, ScenarioSchema.FileName)).ReplaceLineEndings("\n");
        Assert.True(
            ScenarioSchema.Text(RealLevers.Catalogue) == committed,
            $"scenarios/{ScenarioSchema.FileName} is stale: run ./kent schema --out scenarios/{ScenarioSchema.FileName}");
    }

    [GeneratedRegex(@"^([a-z0-9-]+) (p\.\d|[A-Z][\w ]+ \d{4} s\.)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^  # ([a-z0-9-]+)\z")]
    private static partial Regex Part();
}
