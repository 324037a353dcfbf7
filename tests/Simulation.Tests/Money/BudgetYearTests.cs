using KentSufficiency.Simulation.Money;

namespace KentSufficiency.SimulationTests.Money;

public class BudgetYearTests
{
    [Theory]
    [InlineData(2020, 3, 31, 2019, 365, 366)]
    [InlineData(2020, 4, 1, 2020, 0, 365)]
    [InlineData(2019, 7, 31, 2019, 121, 366)]
    [InlineData(2021, 1, 1, 2020, 275, 365)]
    public void A_budget_year_runs_from_April_to_March(int year, int month, int day, int budgetYear, int before, int length)
    {
        var date = new DateOnly(year, month, day);

        Assert.Equal(budgetYear, BudgetYear.Of(date));
        Assert.Equal(before, BudgetYear.DaysBefore(date));
        Assert.Equal(length, BudgetYear.Length(date));
    }
}
