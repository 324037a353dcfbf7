using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Experiments;

/// <summary>Measures recorded on census dates only, beside those of every month.</summary>
public sealed class CensusTests : IDisposable
{
    private static readonly FakeEngine s_fake = FakeEngine.WithCensus();
    private static readonly int[] s_census = [0, 6, 12]; // 31 July 2019, 31 January 2020, 31 July 2020.

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_value_is_read_back_and_what_was_not_recorded_is_not_a_number()
    {
        using ExperimentResults results = Run(threads: 2);
        ScenarioResults strategy = results.Scenarios[1];
        Assert.Equal(((6 * 13) + (3 * 3)) * 2, strategy.Layout.Length);
        FakeEngine engine = FakeEngine.WithCensus(effect: 50);
        long[] expected = new long[engine.Layout.Length];
        for (uint replication = 0; replication < 5; replication++)
        {
            engine.Run(1, replication, expected, false, null, default);
            for (int date = 0; date < 13; date++)
            {
                double[][] read = strategy.Read(date, 2, 6); // From the midst of one kind into that of the other.
                for (int measure = 2; measure < 8; measure++)
                {
                    int at = engine.Layout.Offset(date, measure);
                    double value = at < 0 ? double.NaN : engine.Measures[measure].Value(expected[at], expected[at + 1]);
                    Assert.Equal(value, read[measure - 2][replication]);
                }
            }
        }
    }

    [Fact]
    public void Statistics_are_of_what_was_recorded()
    {
        using ExperimentResults results = Run(threads: 2);
        ScenarioResults scenario = results.Scenarios[1];
        SeriesStatistics statistics = SeriesStatistics.Of(scenario, threads: 2);
        for (int date = 0; date < 13; date++)
        {
            for (int measure = 0; measure < 9; measure++)
            {
                Assert.Equal(Summary.Of(scenario.Read(date, measure)), statistics[date, measure]);
                Assert.Equal(measure < 6 || s_census.Contains(date), measure == 5 || statistics[date, measure].Count == 5);
            }
        }

        HorizonRow roll = HorizonComparison.Of(results.Scenarios).Single(row => row is { Scenario: "strategy", Measure.Id: "roll/primary" });
        Assert.Equal((5, 5, 50.0), (roll.Start.Count, roll.Value.Count, roll.Difference!.Value.Mean));
    }

    [Fact]
    public void The_files_have_rows_for_what_was_recorded_only()
    {
        using ExperimentResults results = Run(threads: 2);
        string[] series = Written(stream => SeriesFile.Write(stream, results.Scenarios, threads: 2));
        Assert.Equal(1 + (2 * ((6 * 13) + (3 * 3))), series.Length);
        Assert.Equal(
            ["2019-07-31", "2020-01-31", "2020-07-31"],
            series.Where(row => row.StartsWith("base,roll/primary,Kent,", StringComparison.Ordinal)).Select(row => row.Split(',')[3]));
        string[] summary = Written(stream => SummaryFile.Write(stream, HorizonComparison.Of(results.Scenarios), results.Scenarios[0].Dates[^1]));
        Assert.Equal(1 + (2 * 9), summary.Length);
        Assert.Equal("50", summary.Single(row => row.StartsWith("strategy,roll/primary,", StringComparison.Ordinal)).Split(',')[11]);
    }

    /// <summary>A run with schools only has nothing at all to record on most dates.</summary>
    [Fact]
    public void There_may_be_census_measures_only()
    {
        FakeEngine schools = new() { Measures = [.. s_fake.Measures.Where(measure => measure.IsCensus)] };
        using ExperimentResults results = Run(threads: 2, _ => schools);
        Assert.Equal(3 * 3 * 2, results.Scenarios[0].Layout.Length);
        Assert.All(results.Scenarios[0].Read(1, 0), value => Assert.True(double.IsNaN(value)));
        Assert.Equal(1 + (2 * 3 * 3), Written(stream => SeriesFile.Write(stream, results.Scenarios, threads: 2)).Length);
    }

    /// <summary>Both digests were computed by another program, from the description of <see cref="ResultDigest"/>.</summary>
    [Theory]
    [InlineData(false, "3c79bccf7cc79fcfb050dfef7167b4a5ac0583c1fe44ff0d4c42edfd114fd4f4")]
    [InlineData(true, "5d202e8a7694719d584836537ff5cd9506e2b9d238cec0a5af9da37267464cf8")]
    public void The_digest_is_the_known_one(bool census, string digest)
    {
        using ExperimentResults results = Run(threads: 2, effect => census ? FakeEngine.WithCensus(effect) : new FakeEngine { Effect = effect });
        Assert.Equal(digest, results.ComputeDigest());
    }

    [Fact]
    public void Which_measures_are_recorded_on_which_dates_is_in_the_digest()
    {
        FakeEngine zero = new() { Measures = s_fake.Measures, Counts = false };
        FakeEngine other = new() { Measures = s_fake.Measures, Counts = false, CensusMonth = 2 };
        using ExperimentResults one = Run(threads: 1, _ => zero);
        using ExperimentResults two = Run(threads: 1, _ => other);
        Assert.NotEqual(one.ComputeDigest(), two.ComputeDigest());
    }

    [Fact]
    public void Scenarios_with_other_census_dates_cannot_be_compared() => Assert.Throws<InvalidOperationException>(() =>
        Run(threads: 1, effect => new FakeEngine { Measures = s_fake.Measures, CensusMonth = effect == 0 ? 1 : 2 }));

    [Fact]
    public void Threads_change_nothing()
    {
        using ExperimentResults one = Run(threads: 1);
        using ExperimentResults many = Run(threads: 7);
        Assert.Equal(one.ComputeDigest(), many.ComputeDigest());
    }

    private ExperimentResults Run(int threads, Func<long, FakeEngine>? engine = null)
    {
        engine ??= FakeEngine.WithCensus;
        PlannedScenario[] scenarios = [new("base", _ => engine(0)), new("strategy", _ => engine(50))];
        return Experiments.Run(new ExperimentPlan(scenarios, 5, 1, threads, Audit: false, _folder.Path));
    }

    private static string[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
