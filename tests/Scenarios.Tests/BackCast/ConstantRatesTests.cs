using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Measures;
using static KentSufficiency.ScenariosTests.BackCast.Planted;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class ConstantRatesTests
{
    private static readonly DateOnly s_horizon = new(2019, 3, 31);

    /// <summary>
    /// A county in balance: in every band what comes in, by entry and by age, goes out, by exit and by age. Stock 120, 400, 500, 600 and 400; ageing
    /// takes 120, 100, 100 and 100 a year. The mean of 400 replications of the stock, sd about 45, is known to 2.3: five of it fail once in a million.
    /// </summary>
    [Fact]
    public void A_county_in_balance_stays_in_balance()
    {
        ConstantRates rival = Rival(Balanced())!;
        (string, double)[] balance =
            [("cla", 2020), ("cla-by-age/under-1", 120), ("cla-by-age/5-9", 500), ("cla-by-age/16-over", 400), ("cla-started", 660), ("cla-ceased", 660)];
        foreach ((string id, double expected) in balance)
        {
            double mean = Mean(rival, id, s_horizon);
            Assert.True(Math.Abs(mean - expected) < 12, $"{id}: {mean}");
        }
    }

    [Fact]
    public void Parts_add_up_in_every_replication()
    {
        ConstantRates rival = Rival(Balanced())!;
        foreach ((string total, string part) in new[] { ("cla", "cla-by-age"), ("cla-started", "cla-started-by-age"), ("cla-ceased", "cla-ceased-by-age") })
        {
            double[][] parts = [.. Bands.Select(band => rival.Forecast(Measure($"{part}/{band}"), s_horizon)!)];
            Assert.Equal(rival.Forecast(Measure(total), s_horizon)!, Enumerable.Range(0, parts[0].Length).Select(n => parts.Sum(p => p[n])));
        }
    }

    [Fact]
    public void Children_in_less_children_out_is_the_change_of_the_stock()
    {
        ConstantRates rival = Rival(Balanced())!;
        DateOnly year = new(2017, 3, 31);
        double[] after = rival.Forecast(Measure("cla"), year)!;
        double[] started = rival.Forecast(Measure("cla-started"), year)!;
        double[] ceased = rival.Forecast(Measure("cla-ceased"), year)!;
        Assert.All(Enumerable.Range(0, after.Length), n => Assert.Equal(2020 + started[n] - ceased[n], after[n]));
    }

    /// <summary>500 ended; the stock was 800 and is 400. Where the stock of the year before is not known, the one there is stands for both.</summary>
    [Fact]
    public void The_rate_is_exits_over_the_average_stock()
    {
        KnownValue[] known = [.. Balanced(), .. Bands.Select(band => Known($"cla-by-age/{band}", 800, 2015))];
        AgeRates alone = AgeRates.From(new KnownPast(Origin, Balanced()), "Kent")!;
        AgeRates averaged = AgeRates.From(new KnownPast(Origin, known), "Kent")!;
        Assert.Equal(500.0 / 400, alone.ExitRates[4], 12);
        Assert.Equal(500.0 / 600, averaged.ExitRates[4], 12);
    }

    [Fact]
    public void A_flow_before_a_year_has_passed_holds_a_share_of_the_year_known()
    {
        ConstantRates rival = Rival(Balanced())!;
        double[] quarter = rival.Forecast(Measure("cla-started"), new DateOnly(2016, 6, 30))!;
        double[] year = rival.Forecast(Measure("cla-started"), new DateOnly(2017, 3, 31))!;
        Assert.Equal(660, quarter.Average(), 4.0); // Three simulated months: sd 13, of the mean 0.65.
        Assert.Equal(0.5, Summary.Of(quarter).Sd / Summary.Of(year).Sd, 0.15);
    }

    [Fact]
    public void Shares_of_a_known_breakdown_stay_what_they_were()
    {
        KnownValue outside = Known("placed-out-of-county", 12.5, kind: MeasureKind.Percentage);
        ConstantRates rival = Rival([.. Balanced(), Known("cla-by-group/foster", 1515), outside, Known("cla-ceased-by-reason/E3", 66)])!;
        Assert.Equal(1515, Mean(rival, "cla-by-group/foster", s_horizon), 12.0);
        Assert.Equal(66, Mean(rival, "cla-ceased-by-reason/E3", s_horizon), 2.5);
        Assert.Equal(12.5, rival.Forecast(Measure("placed-out-of-county", MeasureKind.Percentage), s_horizon)!.Average(), 0.2);
        Assert.Null(rival.Forecast(Measure("households"), s_horizon));
        Assert.Null(rival.Forecast(Measure("cla-by-group/adoption"), s_horizon));
        Assert.Null(rival.Forecast(Measure("cla", geography: "Ashford"), s_horizon));
    }

    [Fact]
    public void Arrivals_that_are_given_take_the_place_of_last_years_and_stay_until_they_are_18()
    {
        double[] ages = [0, 0, 0, 0, 1];
        GivenArrivals none = new([(Origin, 0)], ages, lastYear: 300);
        GivenArrivals many = new([(Origin, 240)], ages, lastYear: 300);
        // 400 starts of 16 and over less 300 and, in the second case, 240 given ones.
        Assert.Equal(100, Mean(Rival(Balanced(), none)!, "cla-started-by-age/16-over", s_horizon), 3.0);
        Assert.Equal(340, Mean(Rival(Balanced(), many)!, "cla-started-by-age/16-over", s_horizon), 5.0);
        // They stay for a year on average, from 16 to 18: 240 more children in the long run; after three years all of them.
        double difference = Mean(Rival(Balanced(), many)!, "cla-by-age/16-over", s_horizon) - Mean(Rival(Balanced(), none)!, "cla-by-age/16-over", s_horizon);
        Assert.Equal(240, difference, 6.0);
    }

    [Fact]
    public void Arrivals_follow_the_years_that_are_given()
    {
        GivenArrivals falling = new([(Origin, 1200), (new DateOnly(2017, 3, 31), 0)], [0, 0, 0, 1, 3], lastYear: null);
        ConstantRates with = Rival(Balanced(), falling)!;
        ConstantRates without = Rival(Balanced())!;
        Assert.Equal(1200, Mean(with, "cla-started", new DateOnly(2017, 3, 31)) - Mean(without, "cla-started", new DateOnly(2017, 3, 31)), 12.0);
        Assert.Equal(0, Mean(with, "cla-started", s_horizon) - Mean(without, "cla-started", s_horizon), 8.0);
        const string young = "cla-started-by-age/10-15";
        Assert.Equal(300, Mean(with, young, new DateOnly(2017, 3, 31)) - Mean(without, young, new DateOnly(2017, 3, 31)), 8.0);
    }

    [Fact]
    public void Arrivals_that_cannot_be_are_refused()
    {
        double[] ages = [0, 0, 0, 0, 1];
        Assert.Throws<ArgumentException>(() => new GivenArrivals([(s_horizon, 1), (Origin, 2)], ages, null));
        Assert.Throws<ArgumentException>(() => new GivenArrivals([(Origin, -1)], ages, null));
        Assert.Throws<ArgumentException>(() => new GivenArrivals([(Origin, 1)], [1, 1], null));
    }

    [Fact]
    public void The_same_seed_gives_the_same_forecast_and_another_measure_moves_none()
    {
        double[] once = Rival(Balanced())!.Forecast(Measure("cla"), s_horizon)!;
        Assert.Equal(once, Rival([.. Balanced(), Known("cla-by-group/foster", 1515)])!.Forecast(Measure("cla"), s_horizon)!);
        Assert.NotEqual(once, ConstantRates.From(new KnownPast(Origin, Balanced()), "Kent", s_horizon, 2, 400)!.Forecast(Measure("cla"), s_horizon)!);
    }

    [Fact]
    public void All_rivals_forecast_what_they_can()
    {
        Observation[] observed = [Observed(2000), Observed(1500, "households")];
        IReadOnlyList<Forecast> forecasts = Rivals.Of(new KnownPast(Origin, [.. Balanced(), Known("households", 700)]), observed, s_horizon, 1);
        Assert.Equal(
            [Forecasters.ConstantRates, Forecasters.LastValue, Forecasters.LastValuePoint],
            forecasts.Where(f => f.Observation.Measure.Id == "cla").Select(f => f.Forecaster).Order(StringComparer.Ordinal));
        Assert.Equal(
            [Forecasters.LastValue, Forecasters.LastValuePoint],
            forecasts.Where(f => f.Observation.Measure.Id == "households").Select(f => f.Forecaster).Order(StringComparer.Ordinal));
    }

    private static KnownValue[] Balanced()
    {
        double[] stock = [120, 400, 500, 600, 400];
        double[] started = [120 + 20, 20, 30, 70, 400];
        double[] ceased = [20, 40, 30, 70, 500];
        return
        [
            Known("cla", 2020), Known("cla-started", 660), Known("cla-ceased", 660),
            .. Bands.Select((band, i) => Known($"cla-by-age/{band}", stock[i])),
            .. Bands.Select((band, i) => Known($"cla-started-by-age/{band}", started[i])),
            .. Bands.Select((band, i) => Known($"cla-ceased-by-age/{band}", ceased[i])),
        ];
    }

    private static ConstantRates? Rival(KnownValue[] known, GivenArrivals? given = null) =>
        ConstantRates.From(new KnownPast(Origin, known), "Kent", s_horizon, 1, 400, given);

    private static double Mean(ConstantRates rival, string measure, DateOnly date) => rival.Forecast(Measure(measure), date)!.Average();
}
