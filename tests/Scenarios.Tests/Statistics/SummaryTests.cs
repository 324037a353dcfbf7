using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Output;
using static KentSufficiency.ScenariosTests.Experiments.Experiments;

namespace KentSufficiency.ScenariosTests.Statistics;

public sealed class SummaryTests
{
    /// <summary>Answers of R: quantile(c(1, 2, 4, 7, 11), p, type = 7).</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.025, 1.1)]
    [InlineData(0.05, 1.2)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 4)]
    [InlineData(0.75, 7)]
    [InlineData(0.9, 9.4)]
    [InlineData(0.95, 10.2)]
    [InlineData(1, 11)]
    public void Quantiles_are_of_type_7(double probability, double expected) =>
        Assert.Equal(expected, Quantile.Type7([1, 2, 4, 7, 11], probability), 12);

    [Fact]
    public void A_quantile_of_nothing_is_nothing_and_of_one_value_that_value()
    {
        Assert.True(double.IsNaN(Quantile.Type7([], 0.5)));
        Assert.Equal(3, Quantile.Type7([3], 0.025));
    }

    /// <summary>Answers of R: qt(0.975, n).</summary>
    [Theory]
    [InlineData(1, 12.7062047)]
    [InlineData(10, 2.2281389)]
    [InlineData(11, 2.2009852)]
    [InlineData(30, 2.0422725)]
    [InlineData(199, 1.9719565)]
    [InlineData(1_000_000, 1.9599664)]
    public void Students_t_is_right_to_five_figures(int degrees, double expected) =>
        Assert.Equal(expected, StudentT.Quantile975(degrees), tolerance: 1e-5);

    [Fact]
    public void A_summary_has_the_known_answers()
    {
        Summary summary = Summary.Of([11, 1, 7, 2, 4]);
        Assert.Equal((5, 5.0), (summary.Count, summary.Mean));
        Assert.Equal(4.0620192, summary.Sd, 7);
        Assert.Equal((1.1, 10.6), (Math.Round(summary.Low, 12), Math.Round(summary.High, 12)));
        Assert.Equal(2.7764451 * 4.0620192 / Math.Sqrt(5), summary.SimulationError, 6);
    }

    [Fact]
    public void Large_values_close_together_keep_their_spread() =>
        Assert.Equal(1, Summary.Of([1e12 + 1, 1e12 + 2, 1e12 + 3]).Sd, 9);

    [Fact]
    public void Values_that_are_not_there_are_left_out_and_not_counted()
    {
        Assert.Equal(Summary.Of([1, 2, 3]), Summary.Of([1, double.NaN, 2, double.NaN, 3]));
        Summary none = Summary.Of([double.NaN]);
        Assert.Equal(0, none.Count);
        Assert.True(double.IsNaN(none.Mean) && double.IsNaN(none.P50));
        Summary one = Summary.Of([5]);
        Assert.True(one.Mean == 5 && one.Low == 5 && double.IsNaN(one.Sd) && double.IsNaN(one.SimulationError));
    }

    [Fact]
    public void Differences_are_paired()
    {
        Summary difference = Summary.OfDifferences([100, 200, 300, double.NaN], [101, 201, 301, 7]);
        Assert.Equal((3, 1.0, 0.0), (difference.Count, difference.Mean, difference.Sd));
    }

    /// <summary>Quantiles ascend, lie within the sample, follow a shift and a stretch, and do not care for the order.</summary>
    [Fact]
    public void Summaries_behave_for_any_sample()
    {
        for (int n = 1; n <= 60; n++)
        {
            double[] sample = [.. Enumerable.Range(0, n).Select(i => (double)(i * 7919 % 101))];
            Summary s = Summary.Of(sample);
            double[] quantiles = [sample.Min(), s.Low, s.P05, s.P25, s.P50, s.P75, s.P95, s.High, sample.Max()];
            Assert.Equal(quantiles.Order(), quantiles);
            Summary stretched = Summary.Of([.. sample.Select(value => (2 * value) + 3)]);
            Assert.Equal((2 * s.P25) + 3, stretched.P25, 9);
            Assert.Equal((2 * s.Mean) + 3, stretched.Mean, 9);
            Assert.Equal(s.P95, Summary.Of([.. sample.Reverse()]).P95);
        }
    }

    /// <summary>
    /// More replications know the mean better; what may happen stays as uncertain as it is. For the standard normal the interval is -1.96
    /// to 1.96 and the simulation error 1.96 / sqrt(n). The ends have a standard error of sqrt(p (1 - p) / n) / density, 0.27 for p = 0.025
    /// and n = 100, the sd one of 7%: with 5 of these a false alarm comes for fewer than one seed in 100,000 over the six comparisons.
    /// </summary>
    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void The_simulation_error_shrinks_with_the_replications_and_the_uncertainty_does_not(int n)
    {
        Summary summary = Summary.Of(Gaussian.Sample(seed: 3, n));
        Assert.Equal(-1.96, summary.Low, 13.4 / Math.Sqrt(n));
        Assert.Equal(1.96, summary.High, 13.4 / Math.Sqrt(n));
        double expected = 1.96 / Math.Sqrt(n);
        Assert.Equal(expected, summary.SimulationError, expected * 3.6 / Math.Sqrt(n));
    }

    [Fact]
    public void Series_statistics_summarise_every_measure_on_every_date()
    {
        using var folder = new TemporaryFolder();
        using ExperimentResults results = Run(Plan(folder));
        ScenarioResults scenario = results.Scenarios[1];
        SeriesStatistics statistics = SeriesStatistics.Of(scenario, threads: 2);
        for (int date = 0; date < scenario.Dates.Count; date++)
        {
            for (int measure = 0; measure < scenario.Measures.Count; measure++)
            {
                Assert.Equal(Summary.Of(scenario.Read(date, measure)), statistics[date, measure]);
            }
        }
    }

    [Fact]
    public void The_horizon_compares_each_scenario_with_the_first()
    {
        using var folder = new TemporaryFolder();
        using ExperimentResults results = Run(Plan(folder));
        IReadOnlyList<HorizonRow> rows = HorizonComparison.Of(results.Scenarios);
        HorizonRow baseline = rows[0];
        HorizonRow strategy = rows.Single(row => row is { Scenario: "strategy", Measure.Id: "cla" });
        Assert.Null(baseline.Difference);
        Assert.Equal(baseline.Value, strategy.Baseline);
        Assert.Equal((50.0, 0.0), (strategy.Difference!.Value.Mean, strategy.Difference.Value.Sd));
    }
}
