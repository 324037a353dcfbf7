using KentSufficiency.EndToEndTests;
using KentSufficiency.Scenarios.Cohorts.Building;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>The examples of docs/cohorts.md, which are held to be these, line by line.</summary>
public sealed class DocumentedExamplesTests
{
    [Fact]
    public void Twelve_who_came_to_Dover()
    {
        Cohort cohort = new CohortBuilder(seed: 7)
            .Add(12).Unaccompanied().In("Dover").EnteredCare(2023, 10).Siblings(2)
            .Build();

        cohort.Children.Count.ShouldBe(12);
    }

    [Fact]
    public void Forty_who_were_adopted_and_five_who_moved()
    {
        Cohort adopted = new CohortBuilder()
            .Between(new DateOnly(2020, 4, 1), new DateOnly(2024, 3, 31))
            .Add(40).Aged(0, 3).EnteredCare(2021, 5).Under(LegalStatus.C1)
                .ThenUnder(LegalStatus.E1, after: 200).ThenIn(HomeKind.Adoption, after: 200).LeftCare(EndReason.E12, after: 400)
            .Add(5).Girls().Aged(15).PlacedIn(HomeKind.ChildrensHome).ThenIn(HomeKind.InHouseFoster, after: 30, MoveReason.ChildRequest)
            .Build();

        IReadOnlyList<Finding> found = new ReturnCheck(CodeSets.Load(DataFolder.Locate()), RuleTable.All).Run(adopted.Returns());

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_of_the_documented_examples_is_one_of_these()
    {
        string[] here = [.. File.ReadLines(Repository.PathTo("tests", "Scenarios.Tests", "Cohorts", "DocumentedExamplesTests.cs")).Select(line => line.Trim())];
        string[] documented = [.. Examples(File.ReadLines(Repository.PathTo("docs", "cohorts.md")))];
        documented.Length.ShouldBeGreaterThan(8);
        documented.Except(here).ShouldBeEmpty();
    }

    private static IEnumerable<string> Examples(IEnumerable<string> lines)
    {
        bool inside = false;
        foreach (string line in lines)
        {
            bool fence = line.StartsWith("```", StringComparison.Ordinal);
            inside = fence ? line == "```csharp" : inside;
            if (inside && !fence && line.Trim().Length > 0)
            {
                yield return line.Trim();
            }
        }
    }
}
