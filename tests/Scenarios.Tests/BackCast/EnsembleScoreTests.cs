using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.ScenariosTests.Statistics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class EnsembleScoreTests
{
    /// <summary>
    /// The closed form of Gneiting and Raftery (2007) for a standard normal forecast: z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi). The standard deviation of
    /// the estimate from 100,000 values is below 0.0034: five of it fail for one seed in a million.
    /// </summary>
    [Theory]
    [InlineData(0, 0.23369498)]
    [InlineData(1, 0.60244136)]
    [InlineData(-2, 1.45279185)]
    public void The_crps_of_a_normal_sample_is_the_closed_form(double observed, double expected)
    {
        double[] sample = [.. Gaussian.Sample(7, 100_000).Order()];
        Assert.Equal(expected, EnsembleScore.CrpsOf(sample, observed), tolerance: 0.017);
    }

    [Fact]
    public void The_crps_by_pairs_is_that_of_the_definition()
    {
        double[] sample = [.. Gaussian.Sample(3, 57).Order()];
        double pairs = sample.SelectMany(a => sample.Select(b => Math.Abs(a - b))).Sum();
        double byDefinition = sample.Average(x => Math.Abs(x - 0.3)) - (pairs / 2 / 57 / 56);
        Assert.Equal(byDefinition, EnsembleScore.CrpsOf(sample, 0.3), 12);
    }

    [Fact]
    public void The_crps_of_large_values_close_together_keeps_its_digits() =>
        Assert.Equal(EnsembleScore.CrpsOf([1, 2, 4], 3), EnsembleScore.CrpsOf([1e12 + 1, 1e12 + 2, 1e12 + 4], 1e12 + 3), 9);

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void The_crps_of_a_point_is_the_absolute_error(int copies) =>
        Assert.Equal(3, EnsembleScore.CrpsOf([.. Enumerable.Repeat(7.0, copies)], 10), 12);

    /// <summary>
    /// The fair estimator's mean does not depend on the size of the sample; the plain one is 0.56 / n too large, here 0.28. 20,000 samples: the
    /// standard error is 0.005, and 0.025 fails for one seed in a million.
    /// </summary>
    [Fact]
    public void The_crps_of_small_samples_is_right_on_average()
    {
        double[] draws = Gaussian.Sample(11, 40_000);
        double mean = draws.Chunk(2).Average(pair => EnsembleScore.CrpsOf([.. pair.Order()], 1));
        Assert.Equal(0.60244136, mean, tolerance: 0.025);
    }

    [Theory]
    [InlineData(15, 10)] // Inside: the width.
    [InlineData(10, 10)] // On the end: inside.
    [InlineData(8, 30)] // 2 below: 10 + 2 / 0.2 x 2.
    [InlineData(21, 20)] // 1 above: 10 + 2 / 0.2 x 1.
    public void The_interval_score_is_that_of_paper(double observed, double expected) =>
        Assert.Equal(expected, EnsembleScore.IntervalScore(10, 20, observed, 0.2), 12);

    /// <summary>
    /// A proper score cannot be bettered by another forecast than the truth. Truth: standard normal. Others are shifted or stretched by half. Over
    /// 4,000 outcomes the means differ by more than 0.04, with a standard error of the paired difference below 0.007.
    /// </summary>
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, 1)]
    [InlineData(0, 1.5)]
    [InlineData(0, 0.5)]
    public void No_other_forecast_is_expected_to_do_better_than_the_truth(double shift, double stretch)
    {
        double[] outcomes = Gaussian.Sample(5, 4000);
        double[] truth = Gaussian.Sample(6, 1000);
        double[] other = [.. truth.Select(x => shift + (stretch * x))];
        (double crps, double interval) = Mean(truth, outcomes);
        (double otherCrps, double otherInterval) = Mean(other, outcomes);
        Assert.True(crps < otherCrps, $"CRPS {crps} and {otherCrps}");
        Assert.True(interval < otherInterval, $"interval score {interval} and {otherInterval}");
    }

    [Fact]
    public void The_order_of_replications_does_not_matter()
    {
        double[] sample = Gaussian.Sample(9, 501);
        double[] shuffled = [.. sample.Select((x, i) => (x, Key: new Draws(new DrawKey(1, (uint)i), 2).Block(1, 0).A)).OrderBy(p => p.Key).Select(p => p.x)];
        Assert.NotEqual(sample, shuffled);
        EnsembleScore a = Score(sample, 0.2);
        EnsembleScore b = Score(shuffled, 0.2);
        Assert.Equal((a.Crps, a.Interval80, a.Pit, a.Median), (b.Crps, b.Interval80, b.Pit, b.Median));
    }

    [Fact]
    public void Intervals_errors_and_rank_are_those_of_paper()
    {
        double[] sample = [.. Enumerable.Range(0, 101).Select(i => (double)i)]; // Quantiles are 100 p.
        EnsembleScore score = Score(sample, 80);
        Assert.Equal([2.5, 10, 25, 50, 75, 90, 97.5], score.Quantiles);
        Assert.Equal((-30, 37.5, false, true, true), (score.Error, score.AbsolutePercentageError, score.Covered50, score.Covered80, score.Covered95));
        Assert.Equal(80.5 / 101, score.Pit, 12);
        Assert.True(Score(sample, 90).Covered80);
        Assert.False(Score(sample, 90.1).Covered80);
        Assert.False(Score(sample, 98).Covered95);
        Assert.True(double.IsNaN(Score(sample, 0).AbsolutePercentageError));
    }

    [Fact]
    public void Replications_with_nothing_to_measure_are_left_out_and_counted()
    {
        EnsembleScore score = Score([double.NaN, 1, 3, double.NaN], 2);
        Assert.Equal((2, 2), (score.Values, score.Median));
        Assert.Null(EnsembleScore.Of([double.NaN], Planted.Observed(2)));
    }

    [Fact]
    public void A_rounded_observation_is_held_against_rounded_replications()
    {
        EnsembleScore? score = EnsembleScore.Of([722.6, 723, 727.4], Planted.Observed(725, roundedTo: 5));
        Assert.Equal((0, 725, 0), (score!.Crps, score.Median, score.Interval80));
        Assert.Equal(730, EnsembleScore.Of([727.5], Planted.Observed(725, roundedTo: 5))!.Median);
    }

    [Fact]
    public void A_suppressed_value_is_not_scored() => Assert.Throws<ArgumentException>(() => EnsembleScore.Of([1], Planted.Observed(null)));

    private static EnsembleScore Score(double[] values, double observed) => EnsembleScore.Of(values, Planted.Observed(observed))!;

    private static (double Crps, double Interval) Mean(double[] forecast, double[] outcomes)
    {
        double[] sorted = [.. forecast.Order()];
        EnsembleScore at = Score(forecast, 0);
        return (
            outcomes.Average(y => EnsembleScore.CrpsOf(sorted, y)),
            outcomes.Average(y => EnsembleScore.IntervalScore(at.Quantiles[1], at.Quantiles[5], y, 0.2)));
    }
}
