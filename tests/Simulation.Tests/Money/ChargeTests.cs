using KentSufficiency.Simulation.Money;

namespace KentSufficiency.SimulationTests.Money;

public class ChargeTests
{
    private static readonly DateOnly s_start = new(2019, 7, 31);

    [Theory]
    [InlineData(10, 10, 5000)]
    [InlineData(1, 31, 5000)]
    [InlineData(11, 31, 0)]
    [InlineData(1, 9, 0)]
    public void A_one_off_falls_on_its_day(int first, int last, long pence) =>
        Assert.Equal(pence, new Charge(10, int.MaxValue, 5000, EveryYear: false).Within(s_start, first, last));

    /// <summary>To the penny, whatever the amount and however the year is cut: here into its days, and 2019-20 has a leap day.</summary>
    [Theory]
    [InlineData(100_003, 2020, 366)]
    [InlineData(100_003, 2021, 365)]
    [InlineData(-70_001, 2021, 365)]
    public void A_budget_year_has_exactly_the_amount_a_year(long pence, int ends, int days)
    {
        var charge = new Charge(int.MinValue, int.MaxValue, pence, EveryYear: true);
        int last = new DateOnly(ends, 3, 31).DayNumber - s_start.DayNumber;

        Assert.Equal(pence, charge.Within(s_start, last - days + 1, last));
        Assert.Equal(pence, Enumerable.Range(last - days + 1, days).Sum(day => charge.Within(s_start, day, day)));
    }

    /// <summary>365 pence a year is a penny a day in 2020-21.</summary>
    [Theory]
    [InlineData(300, 330, 300, 309, 10)]
    [InlineData(300, 330, 270, 309, 10)]
    [InlineData(300, 330, 321, 360, 10)]
    [InlineData(300, 330, 331, 360, 0)]
    [InlineData(300, 330, 270, 299, 0)]
    public void An_amount_a_year_comes_by_the_day_while_it_lasts(int from, int to, int first, int last, long pence) =>
        Assert.Equal(pence, new Charge(from, to, 365, EveryYear: true).Within(s_start, first, last));
}
