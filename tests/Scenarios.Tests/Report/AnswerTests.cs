using KentSufficiency.Scenarios.Report;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>What the first page says, word for word.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_clear_rise_of_a_share_is_told_in_points_with_its_interval_and_its_cost()
    {
        Finding finding = One("scs19", (4.15, 1.2, 7), (2.31e6, 1.05e6, 3.42e6));
        Assert.Equal(Verdict.Better, finding.Verdict);
        Assert.Equal("Recruit 120 fostering households a year", finding.Strategy);
        Assert.Equal(
            "the in-house share in July 2024 is 4.2 points higher (95% 1.2 to 7.0) than in the baseline: 81.7% instead of 77.5%, "
            + "at £2.3m a year more (95% £1.1m to £3.4m).",
            finding.Sentence);
    }

    [Fact]
    public void A_clear_fall_tells_sizes_and_not_signs()
    {
        Finding finding = One("scs19", (-2.6, -5.1, -0.1), (-0.45e6, -0.9e6, -0.1e6));
        Assert.Equal(Verdict.Worse, finding.Verdict);
        Assert.Equal(
            "the in-house share in July 2024 is 2.6 points lower (95% 0.1 to 5.1) than in the baseline: 74.9% instead of 77.5%, "
            + "at £450,000 a year less (95% £100,000 to £900,000).",
            finding.Sentence);
    }

    [Theory]
    [InlineData(0.4, -1.1, 2.1, "0.4 points higher on average, and anything from 1.1 points lower to 2.1 points higher is plausible (95%)")]
    [InlineData(-0.4, -1.1, 0, "0.4 points lower on average, and anything from 1.1 points lower to no difference is plausible (95%)")]
    [InlineData(0.01, -0.8, 1.1, "no difference on average, and anything from 0.8 points lower to 1.1 points higher is plausible (95%)")]
    public void An_interval_that_covers_zero_is_no_clear_change(double mean, double low, double high, string tendency)
    {
        Finding finding = One("scs19", (mean, low, high), (0.2e6, -0.3e6, 0.8e6));
        Assert.Equal(Verdict.NoClearChange, finding.Verdict);
        Assert.Equal(
            $"no clear change in the in-house share in July 2024: {tendency}, with no clear change in cost (95% £300,000 less to £800,000 more a year).",
            finding.Sentence);
    }

    [Fact]
    public void What_changes_nothing_is_the_same() =>
        Assert.Equal("the in-house share in July 2024 is the same as in the baseline, at the same cost.", One("scs19", (0, 0, 0), (0, 0, 0)).Sentence);

    [Fact]
    public void Where_less_is_better_a_fall_is_better()
    {
        Finding finding = One("requests-unmet", (-36, -62, -11), (0, 0, 0), higherIsBetter: false);
        Assert.Equal(Verdict.Better, finding.Verdict);
        Assert.StartsWith(
            "the number of requests with no suitable home on the day in the 12 months to July 2024 is 36 lower (95% 11 to 62) than in the baseline: 171 instead of 207",
            finding.Sentence);
        Assert.Equal(Verdict.Worse, One("requests-unmet", (36, 11, 62), (0, 0, 0), higherIsBetter: false).Verdict);
    }

    [Fact]
    public void An_interval_beside_zero_never_seems_to_begin_at_it() =>
        Assert.Contains("is 1.00 points higher (95% 0.02 to 2.10)", One("scs19", (1, 0.02, 2.1), (0, 0, 0)).Sentence);

    [Fact]
    public void Other_clear_changes_are_told_unless_they_are_slight()
    {
        var fixture = Fixture("scs19", (0.1, -1, 1), (0, 0, 0));
        fixture.With("recruit-120", "cla", 220, 161, 272);
        fixture.With("recruit-120", "requests-unmet", 66, -5, 149);
        fixture.With("recruit-120", "households", 3, 1, 5);
        Assert.Equal("Also clear: the number of children looked after is 220 higher (95% 161 to 272).", Reports.Findings(fixture)[0].Also);
    }

    [Fact]
    public void An_older_folder_without_costs_and_districts_has_a_report_that_says_nothing_of_them()
    {
        var fixture = new ReportFixture { HasCosts = false, HasDistricts = false };
        ReportDocument report = Reports.Of(fixture);
        Assert.DoesNotContain(report.Sections, section => section.Id == "districts");
        Assert.Contains(Reports.Blocks(report).OfType<Paragraph>(), paragraph => paragraph.Text.Contains("did not count costs", StringComparison.Ordinal));
        Assert.Equal("the in-house share in July 2024 is the same as in the baseline.", Reports.Findings(fixture)[0].Sentence);
    }

    [Fact]
    public void The_baseline_is_told_first_with_ranges()
    {
        var first = (Paragraph)Reports.Of(new ReportFixture()).Sections[0].Blocks[0];
        Assert.StartsWith("If nothing changes, Kent looks after 1,650 children (1,320 to 1,980) in July 2024, against 1,650 in July 2019. ", first.Text);
        Assert.Contains("77.5% (62.0 to 93.0%) then live with the council's own carers", first.Text);
        Assert.EndsWith("All this costs £112.2m (£89.7m to £134.6m) in prices of 2019-20 in the 12 months to July 2024.", first.Text);
    }

    [Fact]
    public void Few_replications_are_told() =>
        Assert.StartsWith("40 simulated futures are few", Assert.IsType<Notice>(Reports.Of(new ReportFixture { Replications = 40 }).Sections[0].Blocks[0]).Text);

    [Fact]
    public void Every_measure_that_can_rank_has_words_of_its_own() => Assert.All(MeasureDirections.Ids, id => Assert.True(MeasureWords.Knows(id), id));

    private static Finding One(
        string measure, (double, double, double) change, (double, double, double) cost, bool higherIsBetter = true) =>
        Reports.Findings(Fixture(measure, change, cost, higherIsBetter)).Single(finding => finding.Strategy.StartsWith("Recruit", StringComparison.Ordinal));

    private static ReportFixture Fixture(
        string measure, (double, double, double) change, (double, double, double) cost, bool higherIsBetter = true)
    {
        var fixture = new ReportFixture { RankedBy = measure, HigherIsBetter = higherIsBetter };
        return fixture
            .With("recruit-120", measure, change.Item1, change.Item2, change.Item3)
            .With("recruit-120", "cost-real/total", cost.Item1, cost.Item2, cost.Item3);
    }
}
