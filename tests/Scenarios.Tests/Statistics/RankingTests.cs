using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Experiments;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Statistics;

public sealed class RankingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_best_strategy_comes_first_and_the_baseline_last()
    {
        Ranking ranking = Rank("households", ("small", 10), ("large", 200), ("harmful", -30));
        Assert.Equal(["large", "small", "harmful", "base"], ranking.Scenarios.Select(row => row.Scenario));
        Assert.Equal([1, 2, 3, null], ranking.Scenarios.Select(row => row.Rank));
        RankedScenario best = ranking.Scenarios[0];
        Assert.Equal((200.0, 200.0, 200.0, 1.0), (best.Difference!.Value.Mean, best.Low, best.High, best.BestShare));
        Assert.Equal(Better.Higher, ranking.Better);
        Assert.Null(ranking.Scenarios[^1].Difference);
    }

    [Fact]
    public void Where_less_is_better_the_order_turns_round()
    {
        Ranking ranking = Rank("scs29", ("longer", 100_000), ("shorter", -100_000));
        Assert.Equal(["shorter", "longer", "base"], ranking.Scenarios.Select(row => row.Scenario));
        Assert.Equal([1.0, 0, 0], ranking.Scenarios.Select(row => row.BestShare));
    }

    /// <summary>The fake engine has nothing to measure for scs29 in a third of the replications, other ones in each scenario.</summary>
    [Fact]
    public void A_replication_without_a_value_is_left_out_for_all() =>
        Assert.InRange(Rank("scs29", ("one", 1), ("two", 2)).Replications, 1, 39);

    [Fact]
    public void Equals_share_being_best()
    {
        Ranking ranking = Rank("households", ("a", 0), ("b", 0), ("worse", -1));
        Assert.Equal([1.0 / 3, 1.0 / 3, 0, 1.0 / 3], ranking.Scenarios.Select(row => Math.Round(row.BestShare, 12)).Select(Back));
        Assert.Equal(["a", "b", "worse", "base"], ranking.Scenarios.Select(row => row.Scenario));

        static double Back(double rounded) => Math.Abs(rounded - (1.0 / 3)) < 1e-9 ? 1.0 / 3 : rounded;
    }

    [Fact]
    public void What_is_neither_good_nor_bad_is_not_ranked_by()
    {
        Assert.Null(MeasureDirections.Of("cla"));
        Assert.Equal(Better.Lower, MeasureDirections.Of("cost/placements"));
        Assert.Throws<ArgumentException>(() => Rank("cla", ("one", 1), ("two", 2)));
    }

    private Ranking Rank(string measure, params (string Name, long Effect)[] strategies)
    {
        ExperimentPlan plan = Experiments.Experiments.Plan(_folder);
        plan = plan with
        {
            Scenarios = [plan.Scenarios[0], .. strategies.Select(s => new PlannedScenario(s.Name, _ => new FakeEngine { Effect = s.Effect }))],
        };
        using ExperimentResults results = Experiments.Experiments.Run(plan);
        return Ranking.Of(results.Scenarios, measure);
    }
}
