using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Page;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Report;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>The return of one simulated county, held against the evidence, against itself and with its ages shuffled.</summary>
public class CountyCohortTests(CountyCohort county) : IClassFixture<CountyCohort>
{
    [Theory]
    [InlineData("age")]
    [InlineData("placement")]
    [InlineData("provider")]
    [InlineData("legal-status")]
    [InlineData("sex")]
    [InlineData("age-placement-legal-status")]
    [InlineData("looked-after-12-months")]
    public void Age_placement_provider_legal_status_and_duration_of_a_county_cohort_lie_within_the_stated_distances(string id)
    {
        FidelityComparison one = county.Result.Comparisons.Single(comparison => comparison.Id == id);
        one.IsWithin.ShouldBeTrue($"{one.Title}: {one.Distance:0.000}, limit {one.Stated.Limit}, chance {one.Chance:0.000}");
        one.Date.ShouldBe(new DateOnly(2017, 3, 31));
    }

    [Fact]
    public void Weighted_it_has_the_share_of_unaccompanied_children_that_was_published()
    {
        county.Result.WantedShare!.Value.ShouldBe(483.0 / 1898, 1e-12);
        var weights = Scenarios.Fidelity.Distances.UnaccompaniedWeights.From((double)county.Result.Unaccompanied / county.Result.LookedAfter, county.Result.WantedShare);
        double weighted = county.Result.Unaccompanied * weights.Unaccompanied;
        (weighted / county.Result.LookedAfter).ShouldBe(483.0 / 1898, 1e-9);
        county.Result.Comparisons.Single(one => one.Id == "ethnic-group").Distance.ShouldBeLessThan(0.5 * county.Result.Comparisons.Single(one => one.Id == "ethnic-group").AsItIs);
    }

    [Fact]
    public void A_cohort_is_at_no_distance_from_itself()
    {
        FidelityResult itself = county.Study.Compare(county.Facts, new CohortReference(county.Facts));
        itself.Comparisons.Count.ShouldBeGreaterThan(15);
        itself.Comparisons.ShouldAllBe(one => one.Distance < 1e-9 && one.IsWithin);
    }

    /// <summary>The same children with the birthdays of others: as many of each age, but the wrong ones leave.</summary>
    [Fact]
    public void With_ages_shuffled_it_is_outside()
    {
        DateOnly[] born = [.. county.Facts.Children.Select(child => child.Born)];
        const int step = 997; // a prime that is no part of the number of children: every birthday is used once
        FactChild[] shuffled =
        [
            .. county.Facts.Children.Select((child, i) => new FactChild
            {
                Id = child.Id,
                Born = born[(int)((long)i * step % born.Length)],
                Female = child.Female,
                Ethnicity = child.Ethnicity,
                Unaccompanied = child.Unaccompanied,
                Episodes = child.Episodes,
            }),
        ];
        var facts = new CareFacts { Name = "shuffled", Kind = "shuffled", First = county.Facts.First, Last = county.Facts.Last, Children = shuffled };
        FidelityResult found = county.Study.Compare(facts, county.Study.Evidence());
        found.Comparisons.Single(one => one.Id == "end-age").IsWithin.ShouldBeFalse();
        county.Result.Comparisons.Single(one => one.Id == "end-age").IsWithin.ShouldBeTrue();
    }

    [Fact]
    public void Withheld_counts_are_left_out_on_both_sides()
    {
        FidelityComparison legal = county.Result.Comparisons.Single(one => one.Id == "legal-status");
        legal.Note.ShouldContain("placement order, youth justice");
        legal.Values.Select(value => value.Title).ShouldBe(["interim care order", "full care order", "section 20"]);
        legal.Values.Sum(value => value.Reference).ShouldBe(1, 1e-12);
        legal.Values[0].Reference.ShouldBe(176.0 / (176 + 903 + 719), 1e-12);
        legal.Values.Sum(value => value.Weighted).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void The_bent_table_has_the_published_margins_and_no_comparison_of_one_margin_is_farther()
    {
        JointTable joint = county.Result.Joint!;
        joint.Miss.ShouldBeLessThan(1e-6);
        joint.Cells.Where(cell => cell.Age == 3).Sum(cell => cell.Bent).ShouldBe(749.0 / 1898, 1e-6);
        joint.TotalVariation.ShouldBeGreaterThanOrEqualTo(county.Result.Comparisons.Single(one => one.Id == "age").Distance - 1e-6);
        joint.Bits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_comparison_has_a_stated_limit_and_every_limit_a_comparison()
    {
        string[] made =
        [
            .. Marginal.All.Select(marginal => marginal.Id), JointTable.Id, .. FidelityNumbers.All.Select(number => number.Id), NumberIds.Periods, NumberIds.Placements, "sibling-groups",
        ];
        FidelityLimits.Load(DataFolder.Locate()).Comparisons.ShouldBe(made);
        county.Result.NotCompared.ShouldAllBe(other => made.Contains(other.Id) && other.Reason.Length > 20);
    }

    [Fact]
    public void The_page_tells_every_comparison_and_each_chart_has_words_for_who_does_not_see_it()
    {
        ReportDocument page = FidelityPage.Compose(county.Result);
        ReportBlock[] blocks = [.. Reports.Blocks(page)];
        Chart[] charts = [.. blocks.OfType<Chart>()];
        charts.Length.ShouldBe(18);
        charts.ShouldAllBe(chart => chart.Description.Length > 40 && chart.Caption.Length > 20);
        charts.Where(chart => chart.Numbers.Count == 0).Select(chart => chart.Id).ShouldBe(["chart-ends", "chart-new-placements"]);
        blocks.OfType<TableBlock>().Select(table => table.Id).ShouldContain("table-rates");
        TableBlock verdicts = blocks.OfType<TableBlock>().Single(table => table.Id == "table-verdict");
        verdicts.Rows.Count.ShouldBe(county.Result.Comparisons.Count);
        verdicts.Rows.Count(row => row[6].Text == "outside").ShouldBe(county.Result.Comparisons.Count(one => !one.IsWithin));
        string html = HtmlReport.Render(page, null);
        html.ShouldContain("All people in it are synthetic.");
        blocks.OfType<TableBlock>().Select(table => table.Id).ShouldBeUnique();
    }
}
