using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Measures;

public class RecordLayoutTests
{
    [Fact]
    public void A_record_small_enough_for_paper()
    {
        var layout = new RecordLayout(monthlyMeasures: 2, censusMeasures: 3, [true, false, true, false, true]);
        Assert.Equal((5, 5, 3 * 10 + (2 * 4)), (layout.Measures, layout.Dates, layout.Length));
        Assert.Equal([0, 10, 14, 24, 28, 38], Enumerable.Range(0, 6).Select(date => layout.Offset(date)));
        Assert.Equal([10, 4, 10, 4, 10], Enumerable.Range(0, 5).Select(layout.Width));
        Assert.Equal([0, 2, 4], layout.CensusDates.ToArray());
        Assert.Equal((12, -1), (layout.Offset(1, 1), layout.Offset(1, 2)));
        Assert.Equal((16, 18), (layout.Offset(2, 1), layout.Offset(2, 2)));
        Assert.Equal([0, 1, 2, 3, 4], layout.DatesOf(1).ToArray());
        Assert.Equal([0, 2, 4], layout.DatesOf(2).ToArray());
    }

    /// <summary>Whatever the numbers, every recorded pair has a place of its own and there is no place beside them.</summary>
    [Fact]
    public void Every_integer_of_a_record_belongs_to_one_measure_on_one_date()
    {
        Arbitrary<(int Monthly, int Census, bool[] Dates)> layouts = (
            from monthly in Gen.Choose(0, 5)
            from census in Gen.Choose(0, 5)
            from between in Gen.Elements(true, false).ArrayOf()
            select (monthly, census, (bool[])[true, .. between, true])).ToArbitrary();
        Prop.ForAll(layouts, drawn =>
        {
            var layout = new RecordLayout(drawn.Monthly, drawn.Census, drawn.Dates);
            int[] places = [.. from date in Enumerable.Range(0, layout.Dates)
                               from measure in Enumerable.Range(0, layout.Measures)
                               where layout.Offset(date, measure) >= 0
                               select layout.Offset(date, measure)];
            Assert.Equal(Enumerable.Range(0, layout.Length / 2).Select(pair => 2 * pair), places);
            foreach (int measure in Enumerable.Range(0, layout.Measures))
            {
                IEnumerable<int> recorded = Enumerable.Range(0, layout.Dates).Where(date => layout.Offset(date, measure) >= 0);
                Assert.Equal(recorded, layout.DatesOf(measure).ToArray());
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Without_census_measures_a_record_is_a_rectangle_whatever_the_census_dates()
    {
        var layout = new RecordLayout(3, 0, [false, true, false]);
        Assert.Equal(2 * ((2 * 3) + 1), layout.Offset(2, 1));
        Assert.Equal(2 * 3 * 3, layout.Length);
        Assert.False(layout.IsCensus(1));
        Assert.Equal(layout, new RecordLayout(3, 0, [true, false, true]));
    }

    [Fact]
    public void Layouts_are_equal_where_records_are()
    {
        var layout = new RecordLayout(2, 1, [true, true, false, true]);
        Assert.Equal(layout, new RecordLayout(2, 1, [true, true, false, true]));
        Assert.NotEqual(layout, new RecordLayout(2, 1, [true, false, true, true]));
        Assert.NotEqual(layout, new RecordLayout(1, 2, [true, true, false, true]));
        Assert.NotEqual(layout, new RecordLayout(2, 0, [true, true, false, true]));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_run_begins_and_ends_on_a_census_date(bool first, bool last)
    {
        Assert.Throws<ArgumentException>(() => new RecordLayout(1, 1, [first, true, last]));
        Assert.Equal(3, new RecordLayout(1, 0, [first, true, last]).Dates);
    }

    [Fact]
    public void Census_measures_come_last()
    {
        MeasureDefinition monthly = new("cla", "Kent", MeasureKind.Count, "children", "Children looked after");
        MeasureDefinition census = new("roll/primary", "Kent", MeasureKind.Count, "pupils", "Pupils") { IsCensus = true };
        var layout = RecordLayout.Of([monthly, census, census], [true, false, true]);
        Assert.Equal((1, 2), (layout.MonthlyMeasures, layout.CensusMeasures));
        Assert.Contains("cla (Kent)", Assert.Throws<ArgumentException>(() => RecordLayout.Of([census, monthly], [true])).Message);
    }

    [Fact]
    public void Schools_are_counted_at_the_start_each_january_and_at_the_horizon()
    {
        var start = new DateOnly(2019, 7, 31);
        DateOnly[] months = [.. Enumerable.Range(0, 37).Select(month => new DateOnly(2019, 8, 1).AddMonths(month).AddDays(-1))];
        CountyParameters parameters = With(start, [.. months.Select(date => date.DayNumber - start.DayNumber)]);
        Assert.Equal(
            [new(2019, 7, 31), new(2020, 1, 31), new(2021, 1, 31), new DateOnly(2022, 1, 31), new(2022, 7, 31)],
            months.Where((_, record) => parameters.CensusRecords[record]));
    }

    /// <summary>Where two record days fall in one January, the last counts; where only the horizon is recorded, it does.</summary>
    [Fact]
    public void There_is_one_census_a_year_on_other_calendars_too()
    {
        Assert.Equal([true, false, true, false, true], With(new DateOnly(2019, 12, 4), [0, 30, 57, 60, 90]).CensusRecords);
        Assert.Equal([true], With(new DateOnly(2019, 7, 31), [360]).CensusRecords);
    }

    [Fact]
    public void The_kernels_results_have_its_layout()
    {
        CountyKernel kernel = new TestCounty().Kernel();
        Assert.Equal(2 * kernel.Measures.Count * kernel.Dates.Count, kernel.Layout.Length);
    }

    private static CountyParameters With(DateOnly start, int[] recordDays)
    {
        CountyParameters county = new TestCounty().Build();
        return new CountyParameters
        {
            Start = start,
            RecordDays = recordDays,
            LeadInDays = county.LeadInDays,
            LeadInNoteDays = county.LeadInNoteDays,
            WindowRecords = county.WindowRecords,
            Regimes = county.Regimes,
            Reference = county.Reference,
            Pools = county.Pools,
            Stock = county.Stock,
            Under18 = county.Under18,
            SufficientShare = county.SufficientShare,
            Districts = county.Districts,
        };
    }
}
