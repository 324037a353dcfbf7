using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Experiments;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Statistics;

public sealed class DeficitCalendarTests : IDisposable
{
    private static readonly HashSet<string> s_districts = ["Gravesham"];

    private readonly TemporaryFolder _folder = new();
    private readonly ExperimentResults _results;

    public DeficitCalendarTests() => _results = Run(FakeEngine.WithDeficits);

    public void Dispose()
    {
        _results.Dispose();
        _folder.Dispose();
    }

    /// <summary>From July 2019 to January 2022: the start is left out, and so is Kent.</summary>
    [Fact]
    public void Each_school_year_counts_once_in_january()
    {
        IReadOnlyList<Deficit> deficits = DeficitCalendar.Of(_results.Scenarios[0]);
        Assert.Equal(["2019-20", "2020-21", "2021-22"], deficits.Select(deficit => deficit.SchoolYear).Distinct());
        Assert.All(deficits, deficit => Assert.Equal((1, 31), (deficit.Date.Month, deficit.Date.Day)));
        Assert.Equal(["Gravesend and Longfield", "Gravesham", "Swanley"], deficits.Select(deficit => deficit.Geography).Distinct().Order());
    }

    /// <summary>A run that ends in July counts the last school year in its January, and one that ends in October that autumn's at its end.</summary>
    [Theory]
    [InlineData(13, "2020-01-31")]
    [InlineData(16, "2020-01-31 2020-10-31")]
    public void A_horizon_counts_only_for_a_school_year_without_january(int months, string expected)
    {
        using ExperimentResults results = Run(effect => new FakeEngine
        {
            Effect = effect,
            Measures = FakeEngine.WithDeficits().Measures,
            Dates = [.. FakeEngine.WithDeficits().Dates.Take(months)],
        });
        IEnumerable<string> dates = DeficitCalendar.Of(results.Scenarios[0]).Select(deficit => $"{deficit.Date:yyyy-MM-dd}").Distinct();
        Assert.Equal(expected.Split(' '), dates);
    }

    [Fact]
    public void A_deficit_has_its_interval_and_its_chance()
    {
        ScenarioResults scenario = _results.Scenarios[1];
        Deficit swanley = DeficitCalendar.Of(scenario).First(deficit => deficit.Geography == "Swanley");
        double[] values = scenario.Read(6, scenario.Measures.ToList().FindIndex(measure => measure.Geography == "Swanley"));
        Summary summary = Summary.Of(values);
        Assert.Equal((summary.Mean, summary.Low, summary.P50, summary.High), (swanley.Mean, swanley.Low, swanley.Median, swanley.High));
        Assert.Equal(values.Count(value => value > 0) / 40.0, swanley.Chance);
        Assert.False(swanley.IsLikely); // Three in ten, with a false-alarm rate below one in a million seeds; the seed is fixed.
        Assert.Equal("Year 7", swanley.YearGroupTitle);
    }

    [Fact]
    public void Deficits_are_in_the_order_of_dates_and_then_of_size()
    {
        IReadOnlyList<Deficit> deficits = DeficitCalendar.Of(_results.Scenarios[0]);
        Assert.Equal(deficits.OrderBy(deficit => deficit.Date).ThenByDescending(deficit => deficit.Mean), deficits);
    }

    [Fact]
    public void Districts_are_left_out_where_there_are_planning_areas()
    {
        IReadOnlyList<Deficit> deficits = DeficitCalendar.Of(_results.Scenarios[0]);
        Assert.DoesNotContain(DeficitCalendar.Local(deficits, s_districts), deficit => deficit.Geography == "Gravesham");
        Deficit[] districts = [.. deficits.Where(deficit => deficit.Geography == "Gravesham")];
        Assert.Equal(districts, DeficitCalendar.Local(districts, s_districts));
    }

    [Fact]
    public void A_run_without_schools_has_no_calendar()
    {
        using ExperimentResults results = Run(effect => new FakeEngine { Effect = effect });
        Assert.False(DeficitCalendar.IsIn(results.Scenarios[0]));
        Assert.True(DeficitCalendar.IsIn(_results.Scenarios[0]));
    }

    [Fact]
    public void The_file_has_a_row_for_each()
    {
        using var stream = new MemoryStream();
        IReadOnlyList<Deficit> deficits = DeficitCalendar.Of(_results.Scenarios[0]);
        DeficitsFile.Write(stream, deficits);
        string[] lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + deficits.Count, lines.Length);
        Assert.Equal("scenario,school_year,date,year_group,geography,replications,mean,low,p50,high,chance", lines[0]);
        Assert.StartsWith("base,2019-20,2020-01-31,year-7,Grave", lines[1]);
    }

    private ExperimentResults Run(Func<long, FakeEngine> engine)
    {
        PlannedScenario[] scenarios = [new("base", _ => engine(0)), new("strategy", _ => engine(50))];
        return Experiment.Run(new ExperimentPlan(scenarios, 40, 1, 2, Audit: false, _folder.Path), progress: null, default);
    }
}
