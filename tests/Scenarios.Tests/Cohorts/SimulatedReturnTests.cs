using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.ScenariosTests.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>Returns of 2,000 simulated children over five years.</summary>
public sealed class SimulatedReturnTests(SimulatedCohorts cohorts) : IClassFixture<SimulatedCohorts>
{
    private static readonly CodeSets s_codes = CodeSets.Load(DataFolder.Locate());

    [Fact]
    public void No_rule_finds_anything()
    {
        IReadOnlyList<AnnualReturn> returns = ReturnReader.ReadSet(cohorts.ReturnsOfTwoThousand, year: null);
        returns.Select(filed => filed.Year).ShouldBe([2020, 2021, 2022, 2023, 2024]);
        new ReturnCheck(s_codes, RuleTable.All).Run(returns).Select(found => $"{found.Rule.Number} {found.Year} {string.Join(',', found.Row.Fields)}").ShouldBeEmpty();
        returns.SelectMany(filed => filed[ReturnFiles.Header]).Select(row => row.Child).Distinct().Count().ShouldBe(2000);
    }

    [Fact]
    public void What_is_planted_is_found_rule_by_rule()
    {
        IReadOnlyList<AnnualReturn> returns = [.. ReturnReader.ReadSet(cohorts.ReturnsOfTwoThousand, year: null).TakeLast(2)];
        var missed = new List<string>();
        foreach (Planting planting in Planting.All)
        {
            var check = new ReturnCheck(s_codes, [RuleTable.Find(planting.Number)]);
            var planted = new PlantedReturns(returns);
            planting.Plant(planted);
            if (check.Run(planted.Build()).Count == 0)
            {
                missed.Add(planting.Number);
            }
        }

        missed.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_order_gives_the_same_bytes_on_one_thread_and_on_two()
    {
        string again = cohorts.Write("again", SimulatedCohorts.Returns(2000), threads: 1);
        foreach (string file in Files(again))
        {
            File.ReadAllBytes(Path.Combine(again, file)).ShouldBe(File.ReadAllBytes(Path.Combine(cohorts.ReturnsOfTwoThousand, file)), file);
        }
    }

    [Fact]
    public void A_thousand_children_are_the_beginning_of_two_thousand()
    {
        string half = cohorts.Write("half", SimulatedCohorts.Returns(1000), threads: 1);
        foreach (string file in Files(half).Where(file => file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            string[] all = File.ReadAllLines(Path.Combine(cohorts.ReturnsOfTwoThousand, file));
            string[] some = File.ReadAllLines(Path.Combine(half, file));
            some.ShouldBe(all.Take(some.Length), file);
        }

        ReturnReader.ReadSet(half, year: null).SelectMany(filed => filed[ReturnFiles.Header]).Select(row => row.Child).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public void More_children_than_one_county_has_come_from_further_ones()
    {
        CohortOrder order = SimulatedCohorts.Returns(4000);
        order = order with { Request = order.Request with { Children = 4000, History = 1, AsOf = new DateOnly(2020, 3, 31) } };
        string path = cohorts.Write("further", order, threads: 2);
        IReadOnlyList<AnnualReturn> returns = ReturnReader.ReadSet(path, year: null);
        returns.Single()[ReturnFiles.Header].Select(row => row.Child).Distinct().Count().ShouldBe(4000);
        new ReturnCheck(s_codes, RuleTable.All).Run(returns).ShouldBeEmpty();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal);
}
