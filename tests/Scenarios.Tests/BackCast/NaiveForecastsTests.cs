using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Measures;
using static KentSufficiency.ScenariosTests.BackCast.Planted;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class NaiveForecastsTests
{
    private static readonly DateOnly s_twoYears = new(2018, 3, 31);

    [Fact]
    public void Nothing_of_a_later_day_is_taken() =>
        Assert.Throws<ArgumentException>(() => new KnownPast(Origin, [Known("cla", 1870, 2015), Known("cla", 1898, 2017)]));

    [Fact]
    public void Two_values_of_a_day_are_refused() =>
        Assert.Throws<ArgumentException>(() => new KnownPast(Origin, [Known("cla", 1870), Known("cla", 1871)]));

    [Fact]
    public void The_last_value_is_the_latest_and_spreads_as_a_count_does_with_the_years()
    {
        KnownPast past = new(Origin, [Known("cla", 1600, 2015), Known("cla", 2500)]);
        (double middle, double sd) = Shape(NaiveForecasts.LastValue(past, Measure("cla"), s_twoYears)!);
        Assert.Equal(2500, middle, 0.5);
        Assert.Equal(Math.Sqrt(2 * 2500), sd, 0.5);
        Assert.Equal([2500], NaiveForecasts.LastValuePoint(past, Measure("cla"))!);
    }

    [Fact]
    public void A_value_known_for_longer_spreads_further()
    {
        KnownPast past = new(Origin, [Known("cla", 2500, 2014)]);
        Assert.Equal(Math.Sqrt(4 * 2500), Shape(NaiveForecasts.LastValue(past, Measure("cla"), s_twoYears)!).Sd, 0.5);
    }

    [Fact]
    public void A_percentage_spreads_as_a_share_of_its_total_where_that_is_known()
    {
        ComparedMeasure outside = Measure("placed-out-of-county", MeasureKind.Percentage);
        KnownPast with = new(Origin, [Known("placed-out-of-county", 20, kind: MeasureKind.Percentage), Known("cla", 1600)]);
        KnownPast without = new(Origin, [Known("placed-out-of-county", 20, kind: MeasureKind.Percentage)]);
        Assert.Equal(Math.Sqrt(2 * 0.2 * 0.8 / 1600) * 100, Shape(NaiveForecasts.LastValue(with, outside, s_twoYears)!).Sd, 0.01);
        Assert.Equal(Math.Sqrt(2) * 2, Shape(NaiveForecasts.LastValue(without, outside, s_twoYears)!).Sd, 0.02);
    }

    [Fact]
    public void Nothing_impossible_is_forecast()
    {
        double[] count = NaiveForecasts.LastValue(new KnownPast(Origin, [Known("cla", 1)]), Measure("cla"), new DateOnly(2026, 3, 31))!;
        Assert.All(count, value => Assert.True(value >= 0 && value == Math.Floor(value)));
        double[] percentage = NaiveForecasts.LastValue(
            new KnownPast(Origin, [Known("scs19", 99, kind: MeasureKind.Percentage)]), Measure("scs19", MeasureKind.Percentage), s_twoYears)!;
        Assert.Equal(100, percentage.Max());
        double[] signed = NaiveForecasts.LastValue(new KnownPast(Origin, [Known("migration-net", -50)]), Measure("migration-net"), s_twoYears)!;
        Assert.True(signed.Max() < 0);
    }

    /// <summary>Three values on a line in which the middle is 30 too high: R's predict(lm(c(1000, 1130, 1200) ~ c(-2, -1, 0))) at 2.</summary>
    [Fact]
    public void The_trend_is_the_line_of_least_squares_with_its_error()
    {
        KnownPast two = new(Origin, [Known("cla", 1000, 2015), Known("cla", 1100)]);
        Assert.Equal(1300, Shape(NaiveForecasts.Trend(two, Measure("cla"), s_twoYears)!).Median, 0.6);
        KnownPast three = new(Origin, [Known("cla", 1000, 2014), Known("cla", 1130, 2015), Known("cla", 1200)]);
        (double median, double sd) = Shape(NaiveForecasts.Trend(three, Measure("cla"), s_twoYears)!);
        Assert.Equal(1410, median, 1.0);
        double residual = 600; // Residuals -10, 20, -10 over one degree of freedom.
        Assert.Equal(Math.Sqrt((2 * 1410) + (residual * ((1.0 / 3) + (9.0 / 2)))), sd, 1.0);
    }

    [Fact]
    public void A_trend_does_not_fall_below_nothing()
    {
        KnownPast past = new(Origin, [Known("cla", 100, 2015), Known("cla", 10)]);
        Assert.Equal(0, Shape(NaiveForecasts.Trend(past, Measure("cla"), s_twoYears)!).Median);
    }

    [Fact]
    public void Where_too_little_is_known_there_is_no_forecast()
    {
        KnownPast past = new(Origin, [Known("cla", 1870)]);
        Assert.Null(NaiveForecasts.Trend(past, Measure("cla"), s_twoYears));
        Assert.Null(NaiveForecasts.LastValue(past, Measure("households"), s_twoYears));
        Assert.Null(ConstantRates.From(past, "Kent", s_twoYears, 1));
    }

    private static (double Median, double Sd) Shape(double[] sample)
    {
        Summary summary = Summary.Of(sample);
        return (summary.P50, summary.Sd);
    }
}
