using KentSufficiency.Scenarios.Output;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>The episodes of a replication of the baseline beside what the engine counted itself.</summary>
public sealed class EpisodesTests
{
    private const int Years = 2;

    private static readonly Lazy<(IReadOnlyList<Episode> Episodes, RealRun Run)> s_told = new(Tell);

    private static DateOnly Horizon => s_told.Value.Run.Dates[^1];

    [Fact]
    public void Open_episodes_are_the_children_looked_after()
    {
        Assert.Equal(Measured("cla"), Open().Count());
        foreach (IGrouping<string, Episode> place in Open().GroupBy(episode => episode.Place))
        {
            Assert.Equal(Measured($"cla-by-place/{place.Key}"), place.Count());
        }

        foreach (IGrouping<string, Episode> provider in Open().GroupBy(episode => episode.Provider))
        {
            Assert.Equal(Measured($"cla-by-provider/{provider.Key}"), provider.Count());
        }
    }

    [Fact]
    public void Starts_and_ends_of_a_year_are_those_counted()
    {
        bool InLastYear(DateOnly? date) => date > Horizon.AddYears(-1) && date <= Horizon;
        Assert.Equal(Measured("cla-started"), Episodes().Count(episode => episode.NewReason == 'S' && InLastYear(episode.Began)));
        foreach (var reason in Episodes().Where(e => e.EndReason != "X1" && InLastYear(e.Ended)).GroupBy(e => e.EndReason))
        {
            Assert.Equal(Measured($"cla-ceased-by-reason/{reason.Key}"), reason.Count());
        }
    }

    [Fact]
    public void A_childs_episodes_follow_one_another_as_the_return_asks()
    {
        Assert.All(Episodes(), episode => Assert.True(episode.Ended is null || episode.Ended > episode.Began));
        foreach ((Episode before, Episode after) in Episodes().Zip(Episodes().Skip(1)))
        {
            bool continues = before.EndReason == "X1";
            if (before.Child != after.Child)
            {
                Assert.False(continues);
                continue;
            }

            Assert.Equal(continues, before.Ended == after.Began);
            Assert.Equal(continues, after.NewReason != 'S');
            Assert.Equal(before.MoveReason.Length > 0, "PTBU".Contains(after.NewReason));
            Assert.Equal(continues && before.Legal != after.Legal, "LBU".Contains(after.NewReason));
            Assert.True(after.Began > before.Began);
        }
    }

    [Fact]
    public void All_ways_of_going_on_occur()
    {
        Assert.Superset(new HashSet<char>("SPTLB"), Episodes().Select(episode => episode.NewReason).ToHashSet());
        Assert.All(Episodes(), episode => Assert.Matches("^N[1-8]$", episode.Need));
    }

    private static IReadOnlyList<Episode> Episodes() => s_told.Value.Episodes;

    private static IEnumerable<Episode> Open() => Episodes().Where(episode => episode.Ended is null);

    private static double Measured(string measure) => s_told.Value.Run.Values(measure, 12 * Years)[0];

    private static (IReadOnlyList<Episode> Episodes, RealRun Run) Tell()
    {
        var kernel = new CountyKernel(RealCounty.Compile("baseline-2019", Years));
        var log = new EpisodesLog();
        long[] results = new long[kernel.Layout.Length];
        kernel.Run(seed: 1, replication: 0, results, audit: false, log, CancellationToken.None);
        return (log.Episodes(), new RealRun(kernel.Measures, kernel.Dates, kernel.Layout, [results]));
    }
}
