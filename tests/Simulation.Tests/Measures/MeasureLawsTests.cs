using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Measures;

/// <summary>What measures of one county must have to do with one another, on every record date of five replications.</summary>
public class MeasureLawsTests
{
    private static readonly CountyKernel _kernel = TestCounty.Busy().Kernel();
    private static readonly long[][] _replications = [.. Enumerable.Range(0, 5).Select(n => RecordedRun.ResultsOf(_kernel, seed: 5, (uint)n))];

    public static TheoryData<string> Partitions => ["cla-by-age/", "cla-by-place/", "cla-by-provider/", "cla-by-group/"];

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Children_looked_after_are_the_sum_over(string group) =>
        OnEveryDate((results, date) => Assert.Equal(One(results, "cla", date), Sum(results, group, date)));

    [Fact]
    public void Starts_and_ends_of_care_are_the_sums_over_ages_and_reasons() => OnEveryDate((results, date) =>
    {
        Assert.Equal(One(results, "cla-started", date), Sum(results, "cla-started-by-age/", date));
        Assert.Equal(One(results, "cla-ceased", date), Sum(results, "cla-ceased-by-age/", date));
        Assert.Equal(One(results, "cla-ceased", date), Sum(results, "cla-ceased-by-reason/", date));
    });

    [Fact]
    public void Reasons_add_to_the_places_unavailable() =>
        OnEveryDate((results, date) => Assert.Equal(One(results, "places-unavailable", date), Sum(results, "places-unavailable/", date)));

    /// <summary>Children beyond the approval (siblings under an exemption) are filled places that no home has.</summary>
    [Fact]
    public void Places_are_filled_vacant_or_unavailable()
    {
        CountyKernel kernel = TestCounty.Busy().Kernel();
        long[] beyond = new long[kernel.Dates.Count];
        kernel.Sabotage = day =>
        {
            if (day % 30 == 0)
            {
                beyond[day / 30] = Enumerable.Range(0, kernel.Service.Register.Count).Select(home => kernel.Service.Register[home])
                    .Where(home => home.Kind == HomeKind.InHouseFoster && home.Status != HomeStatus.Closed)
                    .Sum(home => Math.Max(0, home.Filled + home.Respite - home.Approved));
            }
        };
        long[] results = RecordedRun.ResultsOf(kernel);

        Assert.All(Enumerable.Range(0, beyond.Length), date => Assert.Equal(
            One(results, "places", date) + beyond[date],
            One(results, "places-filled", date) + One(results, "places-vacant", date) + One(results, "places-unavailable", date)));
    }

    [Fact]
    public void Shares_lie_between_0_and_100() => OnEveryDate((results, date) =>
    {
        for (int i = 0; i < _kernel.Layout.MeasuresOn(date); i++)
        {
            MeasureDefinition measure = _kernel.Measures[i];
            int at = _kernel.Layout.Offset(date, i);
            bool income = measure.Kind == MeasureKind.Money; // A grant is a negative cost.
            Assert.True((income || results[at] >= 0) && results[at + 1] >= 0, $"{measure.Id} is negative.");
            Assert.True(
                measure.Kind != MeasureKind.Percentage || results[at] <= results[at + 1],
                $"{measure.Id} ({measure.Geography}) is {results[at]} of {results[at + 1]} on date {date}.");
        }
    });

    /// <summary>Where a district has a request or none a month, a planned move may be asked for in one month and made in the next.</summary>
    [Fact]
    public void Shares_lie_between_0_and_100_where_little_happens()
    {
        TestCounty county = TestCounty.Busy();
        county.Rates.Referrals = 0.002;
        county.Rates.CarersAccept = 0.2;
        CountyKernel kernel = county.Kernel();
        for (uint replication = 0; replication < 10; replication++)
        {
            long[] results = RecordedRun.ResultsOf(kernel, seed: 5, replication);
            for (int date = 0; date < kernel.Dates.Count; date++)
            {
                for (int i = 0; i < kernel.Layout.MeasuresOn(date); i++)
                {
                    MeasureDefinition measure = kernel.Measures[i];
                    int at = kernel.Layout.Offset(date, i);
                    Assert.True(
                        measure.Kind != MeasureKind.Percentage || results[at] <= results[at + 1],
                        $"{measure.Id} ({measure.Geography}) is {results[at]} of {results[at + 1]}.");
                }
            }
        }
    }

    [Fact]
    public void Districts_add_to_kent() => OnEveryDate((results, date) =>
    {
        var all = _kernel.Measures.Select((measure, i) => (measure.Id, measure.Geography, At: _kernel.Layout.Offset(date, i)))
            .Where(measure => measure.Id == "met-suitably").ToLookup(measure => measure.Geography == "Kent", measure => measure.At);
        int kent = Assert.Single(all[true]);
        Assert.Equal(12, all[false].Count());
        Assert.Equal(results[kent], all[false].Sum(at => results[at]));
        Assert.Equal(results[kent + 1], all[false].Sum(at => results[at + 1]));
    });

    [Fact]
    public void Measures_have_names_of_their_own() =>
        Assert.Equal(_kernel.Measures.Count, _kernel.Measures.Select(m => (m.Id, m.Geography)).Distinct().Count());

    private static void OnEveryDate(Action<long[], int> check)
    {
        foreach (long[] results in _replications)
        {
            for (int date = 0; date < _kernel.Dates.Count; date++)
            {
                check(results, date);
            }
        }
    }

    private static long One(long[] results, string id, int date) => RecordedRun.Read(_kernel, results, id, date).Numerator;

    private static long Sum(long[] results, string group, int date) =>
        _kernel.Measures.Where(m => m.Id.StartsWith(group, StringComparison.Ordinal)).Sum(m => One(results, m.Id, date));
}
